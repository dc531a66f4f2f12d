\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE SCHEMA ext;
ALTER SCHEMA ext OWNER TO postgres;
COMMIT;
BEGIN;
CREATE EXTENSION pg_trgm WITH SCHEMA ext;
COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';
COMMIT;
CREATE INDEX CONCURRENTLY t_trgm ON public.t USING gin (name ext.gin_trgm_ops);
BEGIN;
CREATE OR REPLACE FUNCTION public.near(text, text)
 RETURNS real
 LANGUAGE sql
 IMMUTABLE
AS $function$select ext.similarity($1, $2)$function$;
COMMIT;
