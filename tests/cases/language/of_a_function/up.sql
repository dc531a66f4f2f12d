\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE TRUSTED LANGUAGE mine HANDLER plpgsql_call_handler;
ALTER LANGUAGE mine OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.f(integer)
 RETURNS integer
 LANGUAGE mine
 IMMUTABLE
AS $function$begin return $1; end$function$;
COMMIT;
