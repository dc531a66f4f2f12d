\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.f(a integer)
 RETURNS integer
 LANGUAGE plpgsql
 IMMUTABLE STRICT SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ begin return 2; end $function$;
COMMIT;
BEGIN;
CREATE OR REPLACE PROCEDURE public.p()
 LANGUAGE sql
AS $procedure$select 2$procedure$;
COMMIT;
