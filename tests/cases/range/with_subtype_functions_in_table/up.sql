\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.span_diff(double precision, double precision)
 RETURNS double precision
 LANGUAGE sql
 IMMUTABLE
AS $function$select $1 - $2$function$;
ALTER FUNCTION public.span_diff(double precision, double precision) OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.t ALTER COLUMN s DROP DEFAULT;
ALTER TYPE public.span RENAME TO pleat_old_span;
ALTER FUNCTION public.span(double precision, double precision) RENAME TO pleat_old_span;
ALTER FUNCTION public.span(double precision, double precision, text) RENAME TO pleat_old_span;
ALTER TYPE public.span_multirange RENAME TO pleat_old_twin_span;
ALTER FUNCTION public.span_multirange() RENAME TO pleat_old_twin_span;
ALTER FUNCTION public.span_multirange(public.pleat_old_span) RENAME TO pleat_old_twin_span;
ALTER FUNCTION public.span_multirange(VARIADIC public.pleat_old_span[]) RENAME TO pleat_old_twin_span;
CREATE TYPE public.span AS RANGE (subtype = double precision, subtype_diff = public.span_diff, multirange_type_name = public.span_multirange);
ALTER TYPE public.span OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN s TYPE public.span USING s::text::public.span;
ALTER TABLE public.t ALTER COLUMN s SET DEFAULT '[0,2)'::public.span;
DROP TYPE public.pleat_old_span;
COMMIT;
