\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP FUNCTION public.g();
CREATE OR REPLACE FUNCTION public.g()
 RETURNS integer
 LANGUAGE sql
AS $function$select 2$function$;
ALTER FUNCTION public.g() OWNER TO postgres;
SECURITY LABEL FOR pleat_test ON FUNCTION public.g() IS 'stays';
COMMIT;
BEGIN;
SECURITY LABEL FOR pleat_test ON EVENT TRIGGER et IS 'watches';
COMMIT;
BEGIN;
CREATE OR REPLACE AGGREGATE public.a(integer) (
    SFUNC = int4pl,
    STYPE = integer
);
COMMIT;
BEGIN;
SECURITY LABEL FOR pleat_test ON PROCEDURE public.p() IS 'trusted, too';
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.f(integer)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
SECURITY LABEL FOR pleat_test ON FUNCTION public.f(integer) IS 'trusted';
COMMIT;
BEGIN;
SECURITY LABEL FOR "Other one" ON LANGUAGE handled IS NULL;
SECURITY LABEL FOR pleat_test ON LANGUAGE handled IS 'speaks';
COMMIT;
