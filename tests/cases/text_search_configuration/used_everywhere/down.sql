\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.v;
DROP FUNCTION public.find(text);
COMMIT;
DROP INDEX CONCURRENTLY public.t_ts;
BEGIN;
ALTER TABLE public.t DROP COLUMN ts;
ALTER TABLE public.t ALTER COLUMN body TYPE text USING body::text;
CREATE VIEW public.v AS
 SELECT to_tsvector('public.mine'::regconfig, t.body) AS ts
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
ALTER TABLE public.t ADD COLUMN ts tsvector GENERATED ALWAYS AS (to_tsvector('public.mine'::regconfig, body)) STORED;
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
COMMIT;
CREATE INDEX CONCURRENTLY t_ts ON public.t USING gin (ts);
BEGIN;
ALTER TEXT SEARCH CONFIGURATION public.mine ADD MAPPING FOR word WITH public.plain;
ALTER TEXT SEARCH CONFIGURATION public.mine DROP MAPPING FOR "int";
ALTER TEXT SEARCH CONFIGURATION public.mine ALTER MAPPING FOR asciiword WITH public.plain;
COMMIT;
BEGIN;
DROP TEXT SEARCH DICTIONARY public.stem;
COMMIT;
BEGIN;
ALTER TEXT SEARCH DICTIONARY public.plain (stopwords);
COMMIT;
