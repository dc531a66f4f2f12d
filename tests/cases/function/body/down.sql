\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE PROCEDURE public.p()
 LANGUAGE sql
AS $procedure$select 1$procedure$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.f(a integer)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$ begin return 1; end $function$;
COMMIT;
