\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE TABLE public.v (
    a integer
);
ALTER TABLE public.v OWNER TO postgres;
REVOKE ALL ON TABLE public.v FROM case_reader;
COMMIT;
BEGIN;
CREATE TABLE public.w (
    a integer
);
ALTER TABLE public.w OWNER TO postgres;
REVOKE ALL ON TABLE public.w FROM case_reader;
COMMIT;
BEGIN;
CREATE TABLE s.u (
    a integer
);
ALTER TABLE s.u OWNER TO postgres;
GRANT SELECT ON TABLE s.u TO case_reader WITH GRANT OPTION;
REVOKE ALL ON TABLE s.u FROM case_reader;
GRANT SELECT ON TABLE s.u TO case_reader WITH GRANT OPTION;
REVOKE ALL ON TABLE s.u FROM case_owner;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.f()
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
ALTER FUNCTION public.f() OWNER TO postgres;
REVOKE ALL ON FUNCTION public.f() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.f() TO PUBLIC;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.g()
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
ALTER FUNCTION public.g() OWNER TO postgres;
REVOKE ALL ON FUNCTION public.g() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.g() FROM PUBLIC;
COMMIT;
