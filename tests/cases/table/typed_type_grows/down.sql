\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t NOT OF;
COMMIT;
BEGIN;
ALTER TYPE public.address DROP ATTRIBUTE country;
COMMIT;
BEGIN;
ALTER TABLE public.t DROP COLUMN country;
ALTER TABLE public.t OF public.address;
COMMIT;
