\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.v;
DROP FUNCTION public.first_of(anyelement, anyarray);
CREATE OR REPLACE FUNCTION public.first_of(anycompatible, anycompatiblearray)
 RETURNS anycompatible
 LANGUAGE sql
 IMMUTABLE
AS $function$select $1$function$;
ALTER FUNCTION public.first_of(anycompatible, anycompatiblearray) OWNER TO postgres;
DROP AGGREGATE public.collect(anyelement);
DROP FUNCTION public.add(anyarray, anyelement);
CREATE OR REPLACE FUNCTION public.add(anycompatiblearray, anycompatible)
 RETURNS anycompatiblearray
 LANGUAGE sql
 IMMUTABLE
AS $function$select array_append($1, $2)$function$;
ALTER FUNCTION public.add(anycompatiblearray, anycompatible) OWNER TO postgres;
CREATE AGGREGATE public.collect(anycompatible) (
    SFUNC = public.add,
    STYPE = anycompatiblearray,
    INITCOND = '{}'
);
ALTER AGGREGATE public.collect(anycompatible) OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT public.collect(t.id) AS ids,
    public.first_of(1, ARRAY[2]) AS one
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
