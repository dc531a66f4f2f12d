\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.u;
DROP VIEW public.w;
DROP FUNCTION public.rows_of(integer);
CREATE OR REPLACE FUNCTION public.rows_of(n integer)
 RETURNS TABLE(i integer, s text)
 LANGUAGE sql
 STABLE
AS $function$ select g, g::text from generate_series(1, n) g $function$;
ALTER FUNCTION public.rows_of(integer) OWNER TO postgres;
CREATE VIEW public.w AS
 SELECT rows_of.i,
    rows_of.s
   FROM public.rows_of(3) rows_of(i, s);
ALTER VIEW public.w OWNER TO postgres;
DROP VIEW public.v;
DROP FUNCTION public.tax(numeric, numeric);
CREATE OR REPLACE FUNCTION public.tax(numeric)
 RETURNS numeric
 LANGUAGE sql
 IMMUTABLE
RETURN ($1 * 0.2);
ALTER FUNCTION public.tax(numeric) OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT t.price,
    public.tax(t.price) AS tax
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
CREATE VIEW public.u AS
 SELECT v.price,
    w.s
   FROM public.v,
    public.w;
ALTER VIEW public.u OWNER TO postgres;
COMMIT;
