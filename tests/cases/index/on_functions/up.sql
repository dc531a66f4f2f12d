\set ON_ERROR_STOP on
SET check_function_bodies = off;
CREATE INDEX CONCURRENTLY t_gin ON public.t USING gin (b jsonb_path_ops);
DROP INDEX CONCURRENTLY public.t_key;
DROP INDEX CONCURRENTLY public.t_uniq;
BEGIN;
ALTER TABLE public.t ALTER COLUMN a TYPE character varying(80) USING a::character varying(80);
ALTER TABLE public.t ALTER COLUMN c TYPE bigint USING c::bigint;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.key_of(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ select lower(btrim($1)) $function$;
COMMIT;
CREATE INDEX CONCURRENTLY t_key ON public.t (public.key_of((a)::text) text_pattern_ops DESC NULLS LAST);
CREATE UNIQUE INDEX CONCURRENTLY t_uniq ON public.t (public.key_of((a)::text), ((b ->> 'y'::text))) WHERE (c > 0);
