\set ON_ERROR_STOP on
SET check_function_bodies = off;
DROP INDEX CONCURRENTLY public.t_norm;
BEGIN;
CREATE OR REPLACE FUNCTION public.norm(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$select lower(trim($1))$function$;
COMMIT;
BEGIN;
ALTER TABLE public.t ALTER COLUMN other SET DEFAULT public.norm('B'::text);
COMMIT;
CREATE INDEX CONCURRENTLY t_norm ON public.t (public.norm(name));
