\set ON_ERROR_STOP on
BEGIN;
CREATE TYPE public.mood AS ENUM ('a');
ALTER TYPE public.mood OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.t ADD COLUMN m public.mood;
COMMIT;
