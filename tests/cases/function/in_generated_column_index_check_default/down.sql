\set ON_ERROR_STOP on
SET check_function_bodies = off;
DROP INDEX CONCURRENTLY public.t_norm;
BEGIN;
ALTER TABLE public.t ALTER COLUMN other SET DEFAULT public.norm('A'::text);
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.norm(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE STRICT
AS $function$select lower($1)$function$;
COMMIT;
CREATE INDEX CONCURRENTLY t_norm ON public.t (public.norm(name));
