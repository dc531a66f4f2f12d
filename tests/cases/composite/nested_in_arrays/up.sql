\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TYPE public.pt ADD ATTRIBUTE z integer;
COMMIT;
BEGIN;
ALTER TYPE public.seg ADD ATTRIBUTE name text;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.len(l public.seg)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$ select (($1).a).z $function$;
COMMIT;
