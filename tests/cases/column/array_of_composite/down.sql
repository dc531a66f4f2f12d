\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.len(public.point2[])
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$select coalesce(array_length($1, 1), 0)$function$;
COMMIT;
BEGIN;
ALTER TYPE public.point2 DROP ATTRIBUTE label;
COMMIT;
BEGIN;
ALTER TABLE public.path DROP COLUMN closed;
COMMIT;
