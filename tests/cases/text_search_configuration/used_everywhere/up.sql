\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TEXT SEARCH DICTIONARY public.plain (stopwords = 'english');
COMMIT;
BEGIN;
CREATE TEXT SEARCH DICTIONARY public.stem (TEMPLATE = snowball, language = 'english');
ALTER TEXT SEARCH DICTIONARY public.stem OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TEXT SEARCH CONFIGURATION public.mine ALTER MAPPING FOR asciiword WITH public.stem, public.plain;
ALTER TEXT SEARCH CONFIGURATION public.mine ADD MAPPING FOR "int" WITH public.plain;
ALTER TEXT SEARCH CONFIGURATION public.mine DROP MAPPING FOR word;
COMMIT;
DROP INDEX CONCURRENTLY public.t_ts;
BEGIN;
DROP FUNCTION public.find(text);
ALTER TABLE public.t DROP COLUMN ts;
DROP VIEW public.v;
ALTER TABLE public.t ALTER COLUMN body TYPE character varying(500) USING body::character varying(500);
ALTER TABLE public.t ADD COLUMN ts tsvector GENERATED ALWAYS AS (to_tsvector('public.mine'::regconfig, (body)::text)) STORED;
COMMIT;
CREATE INDEX CONCURRENTLY t_ts ON public.t USING gin (ts) WITH (fastupdate=off);
BEGIN;
CREATE OR REPLACE FUNCTION public.find(text)
 RETURNS SETOF public.t
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT t.body,
     t.ts
    FROM public.t
   WHERE (t.ts @@ to_tsquery('public.mine'::regconfig, $1));
END;
ALTER FUNCTION public.find(text) OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT to_tsvector('public.mine'::regconfig, (t.body)::text) AS ts
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
