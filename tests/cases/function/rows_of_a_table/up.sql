\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP FUNCTION public.of_u(public.u);
COMMIT;
BEGIN;
DROP TABLE public.u;
COMMIT;
BEGIN;
DROP FUNCTION public.as_default();
CREATE OR REPLACE FUNCTION public.as_default()
 RETURNS bigint
 LANGUAGE sql
AS $function$select 1::bigint$function$;
ALTER FUNCTION public.as_default() OWNER TO postgres;
COMMIT;
BEGIN;
DROP VIEW public.v;
DROP MATERIALIZED VIEW public.mv;
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;
CREATE VIEW public.v AS
 SELECT of_t.a
   FROM public.of_t() of_t(a, b);
ALTER VIEW public.v OWNER TO postgres;
CREATE MATERIALIZED VIEW public.mv AS
 SELECT of_t.a,
    of_t.b
   FROM public.of_t() of_t(a, b);
ALTER MATERIALIZED VIEW public.mv OWNER TO postgres;
COMMIT;
