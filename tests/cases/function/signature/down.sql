\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.v;
DROP FUNCTION public.result(integer);
CREATE OR REPLACE FUNCTION public.result(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
ALTER FUNCTION public.result(integer) OWNER TO postgres;
REVOKE ALL ON FUNCTION public.result(integer) FROM PUBLIC;
CREATE OR REPLACE FUNCTION public.f(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
ALTER FUNCTION public.f(integer) OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT public.result(1) AS result,
    public.f(1) AS f;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
BEGIN;
DROP FUNCTION public.default_gone(integer);
CREATE OR REPLACE FUNCTION public.default_gone(a integer DEFAULT 1)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
ALTER FUNCTION public.default_gone(integer) OWNER TO postgres;
COMMIT;
BEGIN;
DROP FUNCTION public.columns();
CREATE OR REPLACE FUNCTION public.columns()
 RETURNS TABLE(a integer)
 LANGUAGE sql
AS $function$select 1$function$;
ALTER FUNCTION public.columns() OWNER TO postgres;
COMMIT;
BEGIN;
DROP FUNCTION public.arg_name(integer);
CREATE OR REPLACE FUNCTION public.arg_name(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
ALTER FUNCTION public.arg_name(integer) OWNER TO postgres;
COMMIT;
BEGIN;
DROP PROCEDURE public.into_procedure();
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.into_procedure()
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
ALTER FUNCTION public.into_procedure() OWNER TO postgres;
COMMIT;
BEGIN;
DROP FUNCTION public.f(integer, integer);
COMMIT;
