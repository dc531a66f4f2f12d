\set ON_ERROR_STOP on
BEGIN;
COMMENT ON COLUMN public.p.y IS NULL;
ALTER TYPE public.p OWNER TO postgres;
GRANT USAGE ON TYPE public.p TO case_reader;
COMMENT ON TYPE public.p IS 'pair';
COMMENT ON COLUMN public.p.x IS 'first';
COMMIT;
BEGIN;
COMMENT ON TYPE public.q IS NULL;
COMMIT;
