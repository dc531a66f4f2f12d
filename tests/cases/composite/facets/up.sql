\set ON_ERROR_STOP on
BEGIN;
COMMENT ON TYPE public.q IS 'one';
COMMIT;
BEGIN;
COMMENT ON COLUMN public.p.x IS NULL;
ALTER TYPE public.p OWNER TO case_owner;
REVOKE ALL ON TYPE public.p FROM case_reader;
COMMENT ON TYPE public.p IS NULL;
COMMENT ON COLUMN public.p.y IS 'second';
COMMIT;
