\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.fine(text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$ select $1 <> '' $function$;
ALTER FUNCTION public.fine(text) OWNER TO postgres;
COMMIT;
BEGIN;
ALTER DOMAIN public.d ADD CONSTRAINT d_check CHECK ((public.ok(VALUE) AND public.fine(VALUE)));
COMMIT;
