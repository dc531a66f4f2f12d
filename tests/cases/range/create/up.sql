\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE TYPE public.floats AS RANGE (subtype = double precision, multirange_type_name = public.many_floats);
ALTER TYPE public.floats OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.diff(x time without time zone, y time without time zone)
 RETURNS double precision
 LANGUAGE sql
 IMMUTABLE
AS $function$select extract(epoch from (x - y))::float8$function$;
ALTER FUNCTION public.diff(time without time zone, time without time zone) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TYPE public.timerange AS RANGE (subtype = time without time zone, subtype_diff = public.diff, multirange_type_name = public.timemultirange);
ALTER TYPE public.timerange OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.t (
    r public.timerange,
    m public.many_floats
);
ALTER TABLE public.t OWNER TO postgres;
COMMIT;
