\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.near(text, text)
 RETURNS real
 LANGUAGE sql
 IMMUTABLE
AS $function$select case when $1 = $2 then 1 else 0 end::real$function$;
COMMIT;
DROP INDEX CONCURRENTLY public.t_trgm;
BEGIN;
DROP EXTENSION pg_trgm;
COMMIT;
BEGIN;
DROP SCHEMA ext;
COMMIT;
