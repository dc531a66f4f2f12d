\set ON_ERROR_STOP on
SET check_function_bodies = off;
DROP INDEX CONCURRENTLY public.person_name;
CREATE INDEX CONCURRENTLY person_name ON public.person (lower(last));
BEGIN;
CREATE OR REPLACE FUNCTION public.full_name(p public.person)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$select p.first || ' ' || p.last$function$;
COMMIT;
BEGIN;
ALTER TABLE public.person DROP COLUMN middle;
COMMIT;
