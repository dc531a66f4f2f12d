\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.t ADD COLUMN b integer;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.f()
 RETURNS integer
 LANGUAGE sql
AS $function$select max(b) from t$function$;
COMMIT;
