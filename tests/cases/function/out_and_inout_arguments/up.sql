\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.v;
DROP FUNCTION public.stats(integer);
CREATE OR REPLACE FUNCTION public.stats(INOUT n integer, OUT lo bigint, OUT hi bigint, OUT mid integer)
 RETURNS record
 LANGUAGE sql
AS $function$select n, n - 1::bigint, n + 1::bigint, n$function$;
ALTER FUNCTION public.stats(integer) OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT stats.lo,
    stats.hi,
    stats.mid
   FROM public.stats(5) stats(n, lo, hi, mid);
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
