\set ON_ERROR_STOP on
SET check_function_bodies = off;
DROP INDEX CONCURRENTLY public.path_len;
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
CREATE INDEX CONCURRENTLY path_len ON public.path (public.len(points));
