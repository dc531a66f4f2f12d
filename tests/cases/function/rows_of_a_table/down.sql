\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP MATERIALIZED VIEW public.mv;
DROP VIEW public.v;
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;
CREATE MATERIALIZED VIEW public.mv AS
 SELECT of_t.a,
    of_t.b
   FROM public.of_t() of_t(a, b);
ALTER MATERIALIZED VIEW public.mv OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT of_t.a
   FROM public.of_t() of_t(a, b);
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
BEGIN;
DROP FUNCTION public.as_default();
CREATE OR REPLACE FUNCTION public.as_default()
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
ALTER FUNCTION public.as_default() OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.u (
    a integer
);
ALTER TABLE public.u OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.of_u(public.u)
 RETURNS SETOF public.u
 LANGUAGE sql
AS $function$select * from u$function$;
ALTER FUNCTION public.of_u(public.u) OWNER TO postgres;
COMMIT;
