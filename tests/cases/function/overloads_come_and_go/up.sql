\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.f(bigint)
 RETURNS bigint
 LANGUAGE sql
AS $function$select $1$function$;
ALTER FUNCTION public.f(bigint) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.f(text)
 RETURNS text
 LANGUAGE sql
AS $function$select $1 || '.'$function$;
COMMIT;
BEGIN;
DROP VIEW public.v;
DROP FUNCTION public.f(integer);
DROP FUNCTION public.f(integer, integer);
CREATE OR REPLACE FUNCTION public.f(integer, integer)
 RETURNS bigint
 LANGUAGE sql
AS $function$select ($1 + $2)::bigint$function$;
ALTER FUNCTION public.f(integer, integer) OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT public.f((1)::bigint) AS a,
    public.f('x'::text) AS b,
    public.f(1, 2) AS c;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
