\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.person ADD COLUMN middle text;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.full_name(p public.person)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$select concat_ws(' ', p.first, p.middle, p.last)$function$;
COMMIT;
BEGIN;
ALTER INDEX public.person_name RENAME TO pleat_old_person_name;
COMMIT;
CREATE INDEX CONCURRENTLY person_name ON public.person (lower(last), lower(first));
DROP INDEX CONCURRENTLY public.pleat_old_person_name;
