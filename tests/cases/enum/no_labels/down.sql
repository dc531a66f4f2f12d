\set ON_ERROR_STOP on
BEGIN;
DROP TYPE public.mood;
COMMIT;
