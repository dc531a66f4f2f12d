\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.v;
DROP AGGREGATE public.counted(integer);
DROP FUNCTION public.done(public.state);
ALTER TYPE public.state ALTER ATTRIBUTE n TYPE integer;
CREATE OR REPLACE FUNCTION public.done(public.state)
 RETURNS integer
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$ begin return ($1).n; end $function$;
ALTER FUNCTION public.done(public.state) OWNER TO postgres;
CREATE AGGREGATE public.counted(integer) (
    SFUNC = public.step,
    STYPE = public.state,
    FINALFUNC = public.done
);
ALTER AGGREGATE public.counted(integer) OWNER TO postgres;
COMMENT ON AGGREGATE public.counted(integer) IS 'counts';
CREATE VIEW public.v AS
 SELECT public.counted(x.x) AS n
   FROM generate_series(1, 3) x(x);
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
