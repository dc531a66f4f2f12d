\set ON_ERROR_STOP on
BEGIN;
ALTER TYPE public.mood OWNER TO postgres;
GRANT USAGE ON TYPE public.mood TO PUBLIC;
GRANT USAGE ON TYPE public.mood TO case_reader WITH GRANT OPTION;
COMMENT ON TYPE public.mood IS 'x';
COMMIT;
