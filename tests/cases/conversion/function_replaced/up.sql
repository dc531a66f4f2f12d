\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public."New one"(integer, integer, cstring, internal, integer, boolean)
 RETURNS integer
 LANGUAGE c
 STRICT
AS '$libdir/utf8_and_iso8859_1', $function$iso8859_1_to_utf8$function$;
ALTER FUNCTION public."New one"(integer, integer, cstring, internal, integer, boolean) OWNER TO postgres;
COMMIT;
BEGIN;
DROP CONVERSION public.c;
DROP FUNCTION public.old_one(integer, integer, cstring, internal, integer, boolean);
CREATE CONVERSION public.c FOR 'LATIN1' TO 'UTF8' FROM public."New one";
ALTER CONVERSION public.c OWNER TO postgres;
COMMENT ON CONVERSION public.c IS 'kept';
COMMIT;
