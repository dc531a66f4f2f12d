\set ON_ERROR_STOP on
ALTER TYPE public.mood ADD VALUE 'b' AFTER 'a';
BEGIN;
ALTER TABLE public.t ALTER COLUMN m SET DEFAULT 'b'::public.mood;
COMMIT;
