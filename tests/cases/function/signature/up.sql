\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.f(a integer, b integer)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
ALTER FUNCTION public.f(integer, integer) OWNER TO postgres;
COMMIT;
BEGIN;
DROP FUNCTION public.into_procedure();
COMMIT;
BEGIN;
CREATE OR REPLACE PROCEDURE public.into_procedure()
 LANGUAGE sql
AS $procedure$select 1$procedure$;
ALTER PROCEDURE public.into_procedure() OWNER TO postgres;
COMMIT;
BEGIN;
DROP FUNCTION public.arg_name(integer);
CREATE OR REPLACE FUNCTION public.arg_name(b integer)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
ALTER FUNCTION public.arg_name(integer) OWNER TO postgres;
COMMIT;
BEGIN;
DROP FUNCTION public.columns();
CREATE OR REPLACE FUNCTION public.columns()
 RETURNS TABLE(a integer, b integer)
 LANGUAGE sql
AS $function$select 1, 2$function$;
ALTER FUNCTION public.columns() OWNER TO postgres;
COMMIT;
BEGIN;
DROP FUNCTION public.default_gone(integer);
CREATE OR REPLACE FUNCTION public.default_gone(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
ALTER FUNCTION public.default_gone(integer) OWNER TO postgres;
COMMIT;
BEGIN;
DROP VIEW public.v;
DROP FUNCTION public.f(integer);
DROP FUNCTION public.result(integer);
CREATE OR REPLACE FUNCTION public.result(a integer)
 RETURNS bigint
 LANGUAGE sql
AS $function$select 1::bigint$function$;
ALTER FUNCTION public.result(integer) OWNER TO postgres;
REVOKE ALL ON FUNCTION public.result(integer) FROM PUBLIC;
CREATE VIEW public.v AS
 SELECT public.result(1) AS result,
    public.f(1, 2) AS f;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
