\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.path ADD COLUMN closed boolean DEFAULT false NOT NULL;
COMMIT;
BEGIN;
ALTER TYPE public.point2 ADD ATTRIBUTE label text;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.len(public.point2[])
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$select coalesce(cardinality($1), 0)$function$;
COMMIT;
