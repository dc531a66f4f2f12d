\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.f(integer)
 RETURNS integer
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$begin return $1; end$function$;
COMMIT;
BEGIN;
DROP LANGUAGE mine;
COMMIT;
