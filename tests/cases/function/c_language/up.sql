\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.one_part(internal)
 RETURNS void
 LANGUAGE c
 COST 5
AS '$libdir/plpgsql', $function$plpgsql_inline_handler$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.plpgsql_call_handler()
 RETURNS language_handler
 LANGUAGE c
 STABLE
AS '$libdir/plpgsql', $function$plpgsql_call_handler$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.plpgsql_validator(oid)
 RETURNS void
 LANGUAGE c
AS '$libdir/plpgsql', $function$plpgsql_validator$function$;
ALTER FUNCTION public.plpgsql_validator(oid) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.two_parts(oid)
 RETURNS void
 LANGUAGE c
 STRICT
AS '$libdir/plpgsql', $function$plpgsql_inline_handler$function$;
COMMIT;
