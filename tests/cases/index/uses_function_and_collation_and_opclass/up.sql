\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.slug(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$select lower(replace($1, ' ', '-'))$function$;
COMMIT;
DROP INDEX CONCURRENTLY public.t_body;
CREATE INDEX CONCURRENTLY t_body ON public.t USING gist (body);
DROP INDEX CONCURRENTLY public.t_slug;
CREATE INDEX CONCURRENTLY t_slug ON public.t (public.slug(name) COLLATE "C" text_pattern_ops DESC);
DROP INDEX CONCURRENTLY public.t_tags;
CREATE INDEX CONCURRENTLY t_tags ON public.t USING gin (tags) WITH (fastupdate=off);
