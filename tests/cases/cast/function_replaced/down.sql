\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.v;
DROP CAST (text AS public.pair);
CREATE OR REPLACE FUNCTION public.to_pair(text)
 RETURNS public.pair
 LANGUAGE sql
AS $function$ select row(1, 2)::pair $function$;
ALTER FUNCTION public.to_pair(text) OWNER TO postgres;
CREATE CAST (text AS public.pair) WITH FUNCTION public.to_pair(text);
CREATE VIEW public.v AS
 SELECT (t.a)::public.pair AS p
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
BEGIN;
DROP FUNCTION public.to_pair(text, integer);
COMMIT;
