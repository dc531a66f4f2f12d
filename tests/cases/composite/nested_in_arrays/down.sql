\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.len(l public.seg)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$ select (($1).a).x $function$;
COMMIT;
BEGIN;
ALTER TYPE public.seg DROP ATTRIBUTE name;
COMMIT;
BEGIN;
ALTER TYPE public.pt DROP ATTRIBUTE z;
COMMIT;
