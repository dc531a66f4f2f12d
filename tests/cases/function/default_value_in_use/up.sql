\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.f(a integer, b integer DEFAULT 2)
 RETURNS integer
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$begin return a; end$function$;
COMMIT;
