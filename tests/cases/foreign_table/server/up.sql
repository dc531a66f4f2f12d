\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP FUNCTION public.f();
DROP VIEW public.v;
DROP FOREIGN TABLE public.t;
CREATE FOREIGN TABLE public.t (
    a integer,
    b integer OPTIONS (column_name 'x')
) SERVER s2 OPTIONS (table_name 'y');
ALTER FOREIGN TABLE public.t OWNER TO postgres;
COMMENT ON FOREIGN TABLE public.t IS 'kept';
CREATE OR REPLACE FUNCTION public.f()
 RETURNS SETOF public.t
 LANGUAGE sql
BEGIN ATOMIC
 SELECT t.a,
     t.b
    FROM public.t;
END;
ALTER FUNCTION public.f() OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT t.a
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
