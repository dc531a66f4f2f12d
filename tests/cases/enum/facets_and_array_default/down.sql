\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ALTER COLUMN y SET DEFAULT 'a'::public.e;
ALTER TABLE public.t ALTER COLUMN x SET DEFAULT ARRAY['a'::public.e];
COMMIT;
BEGIN;
ALTER TYPE public.e OWNER TO postgres;
GRANT USAGE ON TYPE public.e TO PUBLIC;
GRANT USAGE ON TYPE public.e TO case_reader;
COMMENT ON TYPE public.e IS 'letters';
COMMIT;
