\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
SECURITY LABEL FOR pleat_test ON LANGUAGE handled IS NULL;
SECURITY LABEL FOR "Other one" ON LANGUAGE handled IS 'speaks';
COMMIT;
BEGIN;
SECURITY LABEL FOR pleat_test ON FUNCTION public.f(integer) IS 'trusted more';
CREATE OR REPLACE FUNCTION public.f(integer)
 RETURNS integer
 LANGUAGE sql
AS $function$select 2$function$;
COMMIT;
BEGIN;
SECURITY LABEL FOR pleat_test ON PROCEDURE public.p() IS NULL;
COMMIT;
BEGIN;
CREATE OR REPLACE AGGREGATE public.a(integer) (
    SFUNC = int4pl,
    STYPE = integer,
    INITCOND = '0'
);
COMMIT;
BEGIN;
SECURITY LABEL FOR pleat_test ON EVENT TRIGGER et IS 'looks';
COMMIT;
BEGIN;
DROP FUNCTION public.g();
CREATE OR REPLACE FUNCTION public.g()
 RETURNS bigint
 LANGUAGE sql
AS $function$select 2$function$;
ALTER FUNCTION public.g() OWNER TO postgres;
SECURITY LABEL FOR pleat_test ON FUNCTION public.g() IS 'stays';
COMMIT;
