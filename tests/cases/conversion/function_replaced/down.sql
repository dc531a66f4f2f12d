\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP CONVERSION public.c;
CREATE OR REPLACE FUNCTION public.old_one(integer, integer, cstring, internal, integer, boolean)
 RETURNS integer
 LANGUAGE c
 STRICT
AS '$libdir/utf8_and_iso8859_1', $function$iso8859_1_to_utf8$function$;
ALTER FUNCTION public.old_one(integer, integer, cstring, internal, integer, boolean) OWNER TO postgres;
CREATE CONVERSION public.c FOR 'LATIN1' TO 'UTF8' FROM public.old_one;
ALTER CONVERSION public.c OWNER TO postgres;
COMMENT ON CONVERSION public.c IS 'kept';
COMMIT;
BEGIN;
DROP FUNCTION public."New one"(integer, integer, cstring, internal, integer, boolean);
COMMIT;
