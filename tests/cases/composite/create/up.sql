\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE TYPE public.pair AS (x integer, "Y z" text COLLATE pg_catalog."C", z numeric(10,2)[]);
ALTER TYPE public.pair OWNER TO postgres;
COMMENT ON TYPE public.pair IS 'two and more';
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.f(p public.pair)
 RETURNS integer
 LANGUAGE sql
AS $function$select ($1).x$function$;
ALTER FUNCTION public.f(public.pair) OWNER TO postgres;
COMMIT;
