\set ON_ERROR_STOP on
BEGIN;
ALTER TYPE public.mood OWNER TO case_owner;
REVOKE ALL ON TYPE public.mood FROM case_reader;
REVOKE ALL ON TYPE public.mood FROM PUBLIC;
COMMENT ON TYPE public.mood IS NULL;
COMMIT;
