\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP FUNCTION public.over_row(public.t);
DROP FUNCTION public.set_of();
DROP VIEW public.v;
DROP FUNCTION public.over_both(integer);
DROP TABLE public.gone;
DROP FUNCTION public.over_function(integer);
DROP FUNCTION public.inner_(integer);
CREATE OR REPLACE FUNCTION public.inner_(x integer, y integer DEFAULT 0)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
RETURN x;
ALTER FUNCTION public.inner_(integer, integer) OWNER TO postgres;
CREATE OR REPLACE FUNCTION public.over_function(x integer)
 RETURNS integer
 LANGUAGE sql
RETURN public.inner_(x);
ALTER FUNCTION public.over_function(integer) OWNER TO postgres;
CREATE OR REPLACE FUNCTION public.over_both(x integer)
 RETURNS integer
 LANGUAGE sql
RETURN public.over_function(x);
ALTER FUNCTION public.over_both(integer) OWNER TO postgres;
DROP FUNCTION public.over_view();
DROP VIEW public.w;
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;
CREATE OR REPLACE FUNCTION public.over_row(public.t)
 RETURNS bigint
 LANGUAGE sql
RETURN ($1).a;
ALTER FUNCTION public.over_row(public.t) OWNER TO postgres;
CREATE OR REPLACE FUNCTION public.set_of()
 RETURNS SETOF public.t
 LANGUAGE sql
BEGIN ATOMIC
 SELECT t.a,
     t.b
    FROM public.t;
END;
ALTER FUNCTION public.set_of() OWNER TO postgres;
CREATE VIEW public.w AS
 SELECT t.b,
    t.a
   FROM public.t;
ALTER VIEW public.w OWNER TO postgres;
CREATE OR REPLACE FUNCTION public.over_view()
 RETURNS numeric
 LANGUAGE sql
BEGIN ATOMIC
 SELECT sum(w.a) AS sum
    FROM public.w;
END;
ALTER FUNCTION public.over_view() OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT public.over_both(1) AS a,
    public.over_view() AS b;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
