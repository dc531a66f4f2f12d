\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.f()
 RETURNS integer
 LANGUAGE sql
 SET search_path TO ''
AS $function$select 1$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.g()
 RETURNS integer
 LANGUAGE plpgsql
 COST 42
 SET work_mem TO '2MB'
 SET "DateStyle" TO 'ISO, DMY'
AS $function$begin return 1; end$function$;
COMMIT;
