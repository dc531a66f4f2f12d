\set ON_ERROR_STOP on
SET check_function_bodies = off;
DROP INDEX CONCURRENTLY public.t_slug;
CREATE INDEX CONCURRENTLY pleat_old_t_tags ON public.t USING gin (tags);
CREATE INDEX CONCURRENTLY pleat_old_t_body ON public.t USING gin (body);
BEGIN;
CREATE OR REPLACE FUNCTION public.slug(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$select lower($1)$function$;
COMMIT;
CREATE INDEX CONCURRENTLY t_slug ON public.t (public.slug(name) text_pattern_ops);
DROP INDEX CONCURRENTLY public.t_tags;
BEGIN;
ALTER INDEX public.pleat_old_t_tags RENAME TO t_tags;
COMMIT;
DROP INDEX CONCURRENTLY public.t_body;
BEGIN;
ALTER INDEX public.pleat_old_t_body RENAME TO t_body;
COMMIT;
