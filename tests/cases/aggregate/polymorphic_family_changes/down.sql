\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.v;
DROP AGGREGATE public.collect(anycompatible);
DROP FUNCTION public.add(anycompatiblearray, anycompatible);
CREATE OR REPLACE FUNCTION public.add(anyarray, anyelement)
 RETURNS anyarray
 LANGUAGE sql
 IMMUTABLE
AS $function$select array_append($1, $2)$function$;
ALTER FUNCTION public.add(anyarray, anyelement) OWNER TO postgres;
CREATE AGGREGATE public.collect(anyelement) (
    SFUNC = public.add,
    STYPE = anyarray,
    INITCOND = '{}'
);
ALTER AGGREGATE public.collect(anyelement) OWNER TO postgres;
DROP FUNCTION public.first_of(anycompatible, anycompatiblearray);
CREATE OR REPLACE FUNCTION public.first_of(anyelement, anyarray)
 RETURNS anyelement
 LANGUAGE sql
 IMMUTABLE
AS $function$select $1$function$;
ALTER FUNCTION public.first_of(anyelement, anyarray) OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT public.collect(t.id) AS ids,
    public.first_of(1, ARRAY[2]) AS one
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
