\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.v;
DROP FUNCTION public.f(integer, integer);
CREATE OR REPLACE FUNCTION public.f(integer, integer)
 RETURNS integer
 LANGUAGE sql
AS $function$select $1 + $2$function$;
ALTER FUNCTION public.f(integer, integer) OWNER TO postgres;
CREATE OR REPLACE FUNCTION public.f(integer)
 RETURNS integer
 LANGUAGE sql
AS $function$select $1$function$;
ALTER FUNCTION public.f(integer) OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT public.f(1) AS a,
    public.f('x'::text) AS b,
    public.f(1, 2) AS c;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.f(text)
 RETURNS text
 LANGUAGE sql
AS $function$select $1$function$;
COMMIT;
BEGIN;
DROP FUNCTION public.f(bigint);
COMMIT;
