\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.call_new()
 RETURNS language_handler
 LANGUAGE c
AS '$libdir/plpgsql', $function$plpgsql_call_handler$function$;
ALTER FUNCTION public.call_new() OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.do_new(internal)
 RETURNS void
 LANGUAGE c
 STRICT
AS '$libdir/plpgsql', $function$plpgsql_inline_handler$function$;
ALTER FUNCTION public.do_new(internal) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE TRUSTED LANGUAGE mine HANDLER public.call_new INLINE public.do_new;
COMMIT;
BEGIN;
DROP FUNCTION public.call_old();
COMMIT;
BEGIN;
DROP FUNCTION public.check_old(oid);
COMMIT;
