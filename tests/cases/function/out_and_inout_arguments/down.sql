\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.v;
DROP FUNCTION public.stats(integer);
CREATE OR REPLACE FUNCTION public.stats(n integer, OUT lo integer, OUT hi integer)
 RETURNS record
 LANGUAGE sql
AS $function$select n - 1, n + 1$function$;
ALTER FUNCTION public.stats(integer) OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT stats.lo,
    stats.hi
   FROM public.stats(5) stats(lo, hi);
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
