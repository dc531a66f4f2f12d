\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.v;
DROP FUNCTION public.area(integer, integer);
CREATE OR REPLACE FUNCTION public.area(width integer, height integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$select width * height$function$;
ALTER FUNCTION public.area(integer, integer) OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT public.area(width => 2, height => 3) AS a;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
