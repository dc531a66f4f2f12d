\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.v;
ALTER TABLE public.t ALTER COLUMN id TYPE integer USING id::integer;
CREATE VIEW public.v AS
 SELECT t.id
   FROM public.t
  WHERE (to_tsvector('public.mine'::regconfig, t.body) @@ to_tsquery('public.mine'::regconfig, 'x'::text));
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
CREATE INDEX CONCURRENTLY t_title ON public.t USING gist (to_tsvector('english'::regconfig, title));
BEGIN;
ALTER TEXT SEARCH CONFIGURATION public.mine ALTER MAPPING FOR hword WITH english_stem;
ALTER TEXT SEARCH CONFIGURATION public.mine ALTER MAPPING FOR asciihword WITH english_stem;
ALTER TEXT SEARCH CONFIGURATION public.mine ALTER MAPPING FOR hword_asciipart WITH english_stem;
ALTER TEXT SEARCH CONFIGURATION public.mine ALTER MAPPING FOR hword_part WITH english_stem;
ALTER TEXT SEARCH CONFIGURATION public.mine ALTER MAPPING FOR word WITH english_stem;
ALTER TEXT SEARCH CONFIGURATION public.mine ALTER MAPPING FOR asciiword WITH english_stem;
COMMIT;
BEGIN;
DROP TEXT SEARCH DICTIONARY public.short;
COMMIT;
DROP INDEX CONCURRENTLY public.t_ts;
BEGIN;
ALTER TABLE public.t DROP COLUMN ts;
COMMIT;
