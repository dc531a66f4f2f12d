\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.v;
DROP FUNCTION public.un(public.outer_t);
DROP FUNCTION public.mk();
DROP TYPE public.outer_t;
DROP TYPE public.inner_t;
CREATE TYPE public.inner_t AS (a integer, b text);
ALTER TYPE public.inner_t OWNER TO postgres;
CREATE TYPE public.outer_t AS (i public.inner_t, n integer[]);
ALTER TYPE public.outer_t OWNER TO postgres;
CREATE OR REPLACE FUNCTION public.un(public.outer_t)
 RETURNS public.inner_t
 LANGUAGE sql
AS $function$select ($1).i$function$;
ALTER FUNCTION public.un(public.outer_t) OWNER TO postgres;
CREATE OR REPLACE FUNCTION public.mk()
 RETURNS public.outer_t
 LANGUAGE sql
AS $function$select row(row(1, 'a')::inner_t, '{1}'::int[])::outer_t$function$;
ALTER FUNCTION public.mk() OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT public.un(public.mk()) AS i;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
