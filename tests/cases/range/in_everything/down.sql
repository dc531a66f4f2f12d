\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.v;
DROP FUNCTION public.f(public.span);
ALTER TYPE public.span RENAME TO pleat_old_span;
ALTER FUNCTION public.span(bigint, bigint) RENAME TO pleat_old_span;
ALTER FUNCTION public.span(bigint, bigint, text) RENAME TO pleat_old_span;
ALTER TYPE public.spans RENAME TO pleat_old_twin_span;
ALTER FUNCTION public.spans() RENAME TO pleat_old_twin_span;
ALTER FUNCTION public.spans(public.pleat_old_span) RENAME TO pleat_old_twin_span;
ALTER FUNCTION public.spans(VARIADIC public.pleat_old_span[]) RENAME TO pleat_old_twin_span;
CREATE TYPE public.span AS RANGE (subtype = integer, multirange_type_name = public.span_multirange);
ALTER TYPE public.span OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN s TYPE public.span USING s::text::public.span;
ALTER DOMAIN public.d DROP CONSTRAINT d_check;
DROP DOMAIN public.d;
ALTER TABLE public.t ALTER COLUMN ms TYPE public.span_multirange USING ms::text::public.span_multirange;
DROP TYPE public.pleat_old_span;
CREATE OR REPLACE FUNCTION public.f(public.span)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
RETURN lower($1);
ALTER FUNCTION public.f(public.span) OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT public.f(t.s) AS f,
    t.s
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
CREATE DOMAIN public.d AS public.span;
ALTER DOMAIN public.d OWNER TO postgres;
ALTER DOMAIN public.d ADD CONSTRAINT d_check CHECK ((NOT isempty(VALUE)));
COMMIT;
