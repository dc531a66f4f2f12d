\set ON_ERROR_STOP on
BEGIN;
CREATE SCHEMA words;
ALTER SCHEMA words OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TEXT SEARCH DICTIONARY public.th (TEMPLATE = thesaurus, dictfile = 'thesaurus_sample', dictionary = 'pg_catalog.english_stem');
ALTER TEXT SEARCH DICTIONARY public.th OWNER TO case_owner;
COMMIT;
BEGIN;
CREATE TEXT SEARCH DICTIONARY words."Odd one" (TEMPLATE = synonym, synonyms = 'synonym_sample', casesensitive = 1);
ALTER TEXT SEARCH DICTIONARY words."Odd one" OWNER TO postgres;
COMMIT;
BEGIN;
DROP TEXT SEARCH DICTIONARY public.gone;
COMMIT;
