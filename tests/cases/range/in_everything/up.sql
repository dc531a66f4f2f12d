\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER DOMAIN public.d DROP CONSTRAINT d_check;
DROP DOMAIN public.d;
DROP VIEW public.v;
DROP FUNCTION public.f(public.span);
ALTER TYPE public.span RENAME TO pleat_old_span;
ALTER FUNCTION public.span(integer, integer) RENAME TO pleat_old_span;
ALTER FUNCTION public.span(integer, integer, text) RENAME TO pleat_old_span;
ALTER TYPE public.span_multirange RENAME TO pleat_old_twin_span;
ALTER FUNCTION public.span_multirange() RENAME TO pleat_old_twin_span;
ALTER FUNCTION public.span_multirange(public.pleat_old_span) RENAME TO pleat_old_twin_span;
ALTER FUNCTION public.span_multirange(VARIADIC public.pleat_old_span[]) RENAME TO pleat_old_twin_span;
CREATE TYPE public.span AS RANGE (subtype = bigint, multirange_type_name = public.spans);
ALTER TYPE public.span OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN ms TYPE public.spans USING ms::text::public.spans;
CREATE DOMAIN public.d AS public.span;
ALTER DOMAIN public.d OWNER TO postgres;
ALTER DOMAIN public.d ADD CONSTRAINT d_check CHECK ((NOT isempty(VALUE)));
ALTER TABLE public.t ALTER COLUMN s TYPE public.span USING s::text::public.span;
DROP TYPE public.pleat_old_span;
CREATE OR REPLACE FUNCTION public.f(public.span)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
RETURN lower($1);
ALTER FUNCTION public.f(public.span) OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT public.f(t.s) AS f,
    t.s
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
