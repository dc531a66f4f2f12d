\set ON_ERROR_STOP on
BEGIN;
ALTER TEXT SEARCH DICTIONARY public.bare (accept = 'true');
COMMIT;
BEGIN;
ALTER TEXT SEARCH DICTIONARY public.en (stopwords);
COMMIT;
BEGIN;
ALTER TEXT SEARCH DICTIONARY public.plain (stopwords, stopwords = 'german', accept = 'false');
COMMIT;
