\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.v;
ALTER TYPE public.span RENAME TO pleat_old_span;
ALTER FUNCTION public.span(bigint, bigint) RENAME TO pleat_old_span;
ALTER FUNCTION public.span(bigint, bigint, text) RENAME TO pleat_old_span;
ALTER TYPE public.span_multirange RENAME TO pleat_old_twin_span;
ALTER FUNCTION public.span_multirange() RENAME TO pleat_old_twin_span;
ALTER FUNCTION public.span_multirange(public.pleat_old_span) RENAME TO pleat_old_twin_span;
ALTER FUNCTION public.span_multirange(VARIADIC public.pleat_old_span[]) RENAME TO pleat_old_twin_span;
CREATE TYPE public.span AS RANGE (subtype = integer, multirange_type_name = public.span_multirange);
ALTER TYPE public.span OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN s DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN s TYPE public.span USING s::text::public.span;
CREATE VIEW public.v AS
 SELECT lower(t.s) AS lower
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN m TYPE public.span[] USING m::text[]::public.span[];
DROP TYPE public.pleat_old_span;
ALTER TABLE public.t ALTER COLUMN s SET DEFAULT '[1,2)'::public.span;
COMMIT;
