\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.t ALTER COLUMN n TYPE bigint USING n::bigint;
ALTER TABLE public.t ADD COLUMN double_n bigint GENERATED ALWAYS AS ((n * 2)) STORED;
COMMIT;
DROP INDEX CONCURRENTLY public.t_full;
BEGIN;
DROP VIEW public.v;
ALTER TABLE public.t DROP COLUMN full_name;
ALTER TABLE public.t ALTER COLUMN first TYPE character varying(50) USING first::character varying(50);
ALTER TABLE public.t ALTER COLUMN last TYPE character varying(50) USING last::character varying(50);
DROP FUNCTION public.norm(text);
CREATE OR REPLACE FUNCTION public.norm(text, character DEFAULT ' '::bpchar)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN lower(btrim($1, ($2)::text));
ALTER FUNCTION public.norm(text, character) OWNER TO postgres;
ALTER TABLE public.t ADD COLUMN full_name text GENERATED ALWAYS AS (public.norm((((first)::text || ' '::text) || (last)::text))) STORED;
COMMIT;
CREATE INDEX CONCURRENTLY t_full ON public.t (full_name, double_n);
BEGIN;
CREATE VIEW public.v AS
 SELECT t.full_name,
    t.double_n
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
