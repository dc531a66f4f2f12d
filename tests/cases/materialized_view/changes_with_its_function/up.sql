\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.weight(integer)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN $1 + 1; END $function$;
COMMIT;
BEGIN;
DROP MATERIALIZED VIEW public.m;
DROP MATERIALIZED VIEW public.on_a_view_that_grows;
DROP VIEW public.weighed;
CREATE VIEW public.weighed AS
 SELECT public.weight(t.a) AS w,
    t.b
   FROM public.t;
ALTER VIEW public.weighed OWNER TO postgres;
CREATE MATERIALIZED VIEW public.m AS
 SELECT weighed.w,
    (weighed.w + 1) AS more
   FROM public.weighed;
ALTER MATERIALIZED VIEW public.m OWNER TO postgres;
CREATE MATERIALIZED VIEW public.on_a_view_that_grows AS
 SELECT weighed.b
   FROM public.weighed;
ALTER MATERIALIZED VIEW public.on_a_view_that_grows OWNER TO postgres;
COMMIT;
