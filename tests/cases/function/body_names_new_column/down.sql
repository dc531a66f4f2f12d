\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.f()
 RETURNS integer
 LANGUAGE sql
AS $function$select max(a) from t$function$;
COMMIT;
BEGIN;
ALTER TABLE public.t DROP COLUMN b;
COMMIT;
