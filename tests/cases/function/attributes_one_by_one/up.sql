\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
COMMENT ON FUNCTION public.a() IS NULL;
CREATE OR REPLACE FUNCTION public.a()
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select 1 $function$;
COMMIT;
BEGIN;
COMMENT ON FUNCTION public.c() IS 'three';
CREATE OR REPLACE FUNCTION public.c()
 RETURNS SETOF integer
 LANGUAGE sql
 STABLE ROWS 20
AS $function$ select 1 $function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.d()
 RETURNS integer
 LANGUAGE sql
 SET search_path TO 'public', 'pg_temp'
 SET "DateStyle" TO 'iso, dmy'
AS $function$ select 1 $function$;
COMMIT;
BEGIN;
GRANT EXECUTE ON PROCEDURE public.p() TO case_reader;
COMMENT ON PROCEDURE public.p() IS NULL;
CREATE OR REPLACE PROCEDURE public.p()
 LANGUAGE sql
 SET work_mem TO '2MB'
AS $procedure$ select 1 $procedure$;
COMMIT;
BEGIN;
REVOKE ALL ON FUNCTION public.b() FROM case_reader;
REVOKE ALL ON FUNCTION public.b() FROM PUBLIC;
CREATE OR REPLACE FUNCTION public.b()
 RETURNS integer
 LANGUAGE sql
 COST 50
AS $function$ select 1 $function$;
COMMIT;
