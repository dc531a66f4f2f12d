\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ADD COLUMN ts tsvector GENERATED ALWAYS AS (to_tsvector('public.mine'::regconfig, title)) STORED;
COMMIT;
CREATE INDEX CONCURRENTLY t_ts ON public.t USING gin (ts);
BEGIN;
CREATE TEXT SEARCH DICTIONARY public.short (TEMPLATE = simple, accept = 'false');
ALTER TEXT SEARCH DICTIONARY public.short OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TEXT SEARCH CONFIGURATION public.mine ALTER MAPPING FOR asciiword WITH public.short, english_stem;
ALTER TEXT SEARCH CONFIGURATION public.mine ALTER MAPPING FOR word WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.mine ALTER MAPPING FOR hword_part WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.mine ALTER MAPPING FOR hword_asciipart WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.mine ALTER MAPPING FOR asciihword WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.mine ALTER MAPPING FOR hword WITH simple;
COMMIT;
DROP INDEX CONCURRENTLY public.t_title;
BEGIN;
DROP VIEW public.v;
ALTER TABLE public.t ALTER COLUMN id TYPE bigint USING id::bigint;
CREATE VIEW public.v AS
 SELECT t.id
   FROM public.t
  WHERE (to_tsvector('public.mine'::regconfig, t.body) @@ to_tsquery('public.mine'::regconfig, 'x'::text));
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
