\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER INDEX public.t_body RENAME TO pleat_old_t_body;
COMMIT;
CREATE INDEX CONCURRENTLY t_body ON public.t USING gist (body);
BEGIN;
ALTER INDEX public.t_tags RENAME TO pleat_old_t_tags;
COMMIT;
CREATE INDEX CONCURRENTLY t_tags ON public.t USING gin (tags) WITH (fastupdate=off);
DROP INDEX CONCURRENTLY public.t_slug;
BEGIN;
CREATE OR REPLACE FUNCTION public.slug(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$select lower(replace($1, ' ', '-'))$function$;
COMMIT;
DROP INDEX CONCURRENTLY public.pleat_old_t_body;
DROP INDEX CONCURRENTLY public.pleat_old_t_tags;
CREATE INDEX CONCURRENTLY t_slug ON public.t (public.slug(name) COLLATE "C" text_pattern_ops DESC);
