\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.first_of(VARIADIC items anyarray)
 RETURNS anyelement
 LANGUAGE sql
 IMMUTABLE STRICT
AS $function$select items[array_lower(items, 1)]$function$;
COMMIT;
BEGIN;
DROP VIEW public.v;
DROP FUNCTION public.pair(anyelement, anyelement);
CREATE OR REPLACE FUNCTION public.pair(a anyelement, b anyelement, c anyelement DEFAULT NULL::unknown)
 RETURNS anyarray
 LANGUAGE sql
 IMMUTABLE
AS $function$select array[a, b, c]$function$;
ALTER FUNCTION public.pair(anyelement, anyelement, anyelement) OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT public.first_of(VARIADIC ARRAY[1, 2]) AS n,
    public.pair('a'::text, 'b'::text) AS p;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
