\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.v;
DROP FUNCTION public.area(integer, integer);
CREATE OR REPLACE FUNCTION public.area(w integer, h integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$select w * h$function$;
ALTER FUNCTION public.area(integer, integer) OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT public.area(w => 2, h => 3) AS a;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
