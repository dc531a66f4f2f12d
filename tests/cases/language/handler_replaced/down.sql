\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.check_old(oid)
 RETURNS void
 LANGUAGE c
 STRICT
AS '$libdir/plpgsql', $function$plpgsql_validator$function$;
ALTER FUNCTION public.check_old(oid) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.call_old()
 RETURNS language_handler
 LANGUAGE c
AS '$libdir/plpgsql', $function$plpgsql_call_handler$function$;
ALTER FUNCTION public.call_old() OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE TRUSTED LANGUAGE mine HANDLER public.call_old VALIDATOR public.check_old;
COMMIT;
BEGIN;
DROP FUNCTION public.do_new(internal);
COMMIT;
BEGIN;
DROP FUNCTION public.call_new();
COMMIT;
