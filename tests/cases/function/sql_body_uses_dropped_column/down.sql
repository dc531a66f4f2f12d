\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE PROCEDURE public.wipe()
 LANGUAGE plpgsql
AS $procedure$begin update t set old_name = null; end$procedure$;
ALTER PROCEDURE public.wipe() OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.t ADD COLUMN old_name text;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.names()
 RETURNS SETOF text
 LANGUAGE sql
AS $function$select old_name from t$function$;
COMMIT;
