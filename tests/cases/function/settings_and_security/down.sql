\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.g()
 RETURNS integer
 LANGUAGE plpgsql
 SET work_mem TO '1MB'
 SET statement_timeout TO '3s'
AS $function$begin return 1; end$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.f()
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$select 1$function$;
COMMIT;
