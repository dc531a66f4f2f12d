\set ON_ERROR_STOP on
BEGIN;
DROP TEXT SEARCH DICTIONARY public.d;
DROP TEXT SEARCH TEMPLATE public.stem;
CREATE TEXT SEARCH TEMPLATE public.stem (INIT = dsnowball_init, LEXIZE = dsnowball_lexize);
COMMENT ON TEXT SEARCH TEMPLATE public.stem IS 'stems';
CREATE TEXT SEARCH DICTIONARY public.d (TEMPLATE = public.stem, language = 'english');
ALTER TEXT SEARCH DICTIONARY public.d OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TEXT SEARCH TEMPLATE public.gone (LEXIZE = dsimple_lexize);
COMMIT;
BEGIN;
DROP TEXT SEARCH TEMPLATE public.fresh;
COMMIT;
