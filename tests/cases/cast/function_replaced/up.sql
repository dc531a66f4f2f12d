\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.to_pair(text, integer)
 RETURNS public.pair
 LANGUAGE sql
AS $function$ select row(1, $2)::pair $function$;
ALTER FUNCTION public.to_pair(text, integer) OWNER TO postgres;
COMMIT;
BEGIN;
DROP VIEW public.v;
DROP CAST (text AS public.pair);
DROP FUNCTION public.to_pair(text);
CREATE CAST (text AS public.pair) WITH FUNCTION public.to_pair(text,integer);
CREATE VIEW public.v AS
 SELECT (t.a)::public.pair AS p
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
