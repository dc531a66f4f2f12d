\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t NOT OF;
ALTER TABLE public.t ADD COLUMN country text DEFAULT 'de'::text NOT NULL;
COMMIT;
BEGIN;
ALTER TYPE public.address ADD ATTRIBUTE country text;
COMMIT;
BEGIN;
ALTER TABLE public.t OF public.address;
COMMIT;
