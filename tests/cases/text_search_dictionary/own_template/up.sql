\set ON_ERROR_STOP on
BEGIN;
CREATE TEXT SEARCH TEMPLATE public.stem (INIT = dsnowball_init, LEXIZE = dsnowball_lexize);
COMMIT;
BEGIN;
CREATE TEXT SEARCH DICTIONARY public.en (TEMPLATE = public.stem, language = 'english', stopwords = 'english');
ALTER TEXT SEARCH DICTIONARY public.en OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TEXT SEARCH CONFIGURATION public.c (PARSER = default);
ALTER TEXT SEARCH CONFIGURATION public.c OWNER TO postgres;
ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR asciiword WITH public.en;
ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR word WITH public.en;
COMMIT;
