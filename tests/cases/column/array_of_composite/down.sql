\set ON_ERROR_STOP on
SET check_function_bodies = off;
DROP INDEX CONCURRENTLY public.path_len;
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
CREATE INDEX CONCURRENTLY path_len ON public.path (public.len(points));
