\set ON_ERROR_STOP on
SET check_function_bodies = off;
CREATE INDEX CONCURRENTLY pleat_old_person_name ON public.person (lower(last));
DROP INDEX CONCURRENTLY public.person_name;
BEGIN;
ALTER INDEX public.pleat_old_person_name RENAME TO person_name;
COMMIT;
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
