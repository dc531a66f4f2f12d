\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP INDEX public.m_b;
DROP MATERIALIZED VIEW public.m;
DROP VIEW public.v;
DROP FUNCTION public.twice(integer);
CREATE OR REPLACE FUNCTION public.twice(integer)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
RETURN ($1 * 2);
ALTER FUNCTION public.twice(integer) OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT public.twice(t.a) AS a
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
CREATE MATERIALIZED VIEW public.m AS
 SELECT v.a,
    public.twice((v.a)::integer) AS b
   FROM public.v;
ALTER MATERIALIZED VIEW public.m OWNER TO postgres;
CREATE INDEX m_b ON public.m (b);
COMMIT;
