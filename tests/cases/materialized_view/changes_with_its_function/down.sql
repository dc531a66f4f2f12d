\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP MATERIALIZED VIEW public.on_a_view_that_grows;
DROP MATERIALIZED VIEW public.m;
DROP VIEW public.weighed;
CREATE VIEW public.weighed AS
 SELECT public.weight(t.a) AS w
   FROM public.t;
ALTER VIEW public.weighed OWNER TO postgres;
CREATE MATERIALIZED VIEW public.on_a_view_that_grows AS
 SELECT 1 AS one
   FROM public.weighed;
ALTER MATERIALIZED VIEW public.on_a_view_that_grows OWNER TO postgres;
CREATE MATERIALIZED VIEW public.m AS
 SELECT weighed.w
   FROM public.weighed;
ALTER MATERIALIZED VIEW public.m OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.weight(integer)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN $1; END $function$;
COMMIT;
