\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.b()
 RETURNS integer
 LANGUAGE sql
 STRICT LEAKPROOF COST 5
AS $function$ select 1 $function$;
GRANT EXECUTE ON FUNCTION public.b() TO PUBLIC;
GRANT EXECUTE ON FUNCTION public.b() TO case_reader;
COMMIT;
BEGIN;
CREATE OR REPLACE PROCEDURE public.p()
 LANGUAGE sql
 SECURITY DEFINER
 SET work_mem TO '1MB'
AS $procedure$ select 1 $procedure$;
REVOKE ALL ON PROCEDURE public.p() FROM case_reader;
COMMENT ON PROCEDURE public.p() IS 'goes';
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.d()
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select 1 $function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.c()
 RETURNS SETOF integer
 LANGUAGE sql
 ROWS 10
AS $function$ select 1 $function$;
COMMENT ON FUNCTION public.c() IS NULL;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.a()
 RETURNS integer
 LANGUAGE sql
AS $function$ select 1 $function$;
COMMENT ON FUNCTION public.a() IS 'one';
COMMIT;
