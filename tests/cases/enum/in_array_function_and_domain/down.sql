\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER DOMAIN public.levels DROP CONSTRAINT levels_check;
ALTER DOMAIN public.levels ADD CONSTRAINT levels_check CHECK ((cardinality(VALUE) < 9));
COMMIT;
BEGIN;
ALTER TABLE public.t ALTER COLUMN l DROP NOT NULL;
COMMIT;
DROP INDEX CONCURRENTLY public.t_worst;
BEGIN;
CREATE OR REPLACE FUNCTION public.worst(public.level[])
 RETURNS public.level
 LANGUAGE sql
 IMMUTABLE
AS $function$select max(x) from unnest($1) x$function$;
COMMIT;
BEGIN;
ALTER TABLE public.t ALTER COLUMN l DROP DEFAULT;
COMMIT;
CREATE INDEX CONCURRENTLY t_worst ON public.t (public.worst(l));
