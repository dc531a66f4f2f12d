\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.v;
DROP FUNCTION public.f(public.pair);
ALTER TYPE public.pair RENAME TO pleat_old_pair;
CREATE TYPE public.pair AS (y text, x integer);
ALTER TYPE public.pair OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN p TYPE public.pair USING CASE WHEN p IS DISTINCT FROM NULL THEN ROW((p).y::text, (p).x::integer)::public.pair END;
DROP TYPE public.pleat_old_pair;
CREATE OR REPLACE FUNCTION public.f(p public.pair)
 RETURNS integer
 LANGUAGE sql
AS $function$select ($1).x$function$;
ALTER FUNCTION public.f(public.pair) OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT public.f(t.p) AS x
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
