\set ON_ERROR_STOP on
BEGIN;
ALTER TEXT SEARCH DICTIONARY public.plain (stopwords, accept, stopwords = 'english');
COMMIT;
BEGIN;
ALTER TEXT SEARCH DICTIONARY public.en (stopwords = 'english');
COMMIT;
BEGIN;
ALTER TEXT SEARCH DICTIONARY public.bare (accept);
COMMIT;
