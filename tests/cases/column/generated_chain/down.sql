\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.v;
COMMIT;
DROP INDEX CONCURRENTLY public.t_full;
BEGIN;
ALTER TABLE public.t DROP COLUMN full_name;
DROP FUNCTION public.norm(text, character);
CREATE OR REPLACE FUNCTION public.norm(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN lower($1);
ALTER FUNCTION public.norm(text) OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN last TYPE text USING last::text;
ALTER TABLE public.t ALTER COLUMN first TYPE text USING first::text;
ALTER TABLE public.t ADD COLUMN full_name text GENERATED ALWAYS AS (public.norm(((first || ' '::text) || last))) STORED;
CREATE VIEW public.v AS
 SELECT t.full_name
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
CREATE INDEX CONCURRENTLY t_full ON public.t (full_name);
BEGIN;
ALTER TABLE public.t DROP COLUMN double_n;
ALTER TABLE public.t ALTER COLUMN n TYPE integer USING n::integer;
COMMIT;
