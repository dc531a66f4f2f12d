\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.names()
 RETURNS SETOF text
 LANGUAGE sql
AS $function$select n::text from t$function$;
COMMIT;
BEGIN;
ALTER TABLE public.t DROP COLUMN old_name;
COMMIT;
BEGIN;
DROP PROCEDURE public.wipe();
COMMIT;
