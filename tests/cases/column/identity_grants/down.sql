\set ON_ERROR_STOP on
BEGIN;
REVOKE ALL ON SEQUENCE public.t_d_seq FROM case_reader;
GRANT USAGE ON SEQUENCE public.t_d_seq TO case_reader;
COMMENT ON SEQUENCE public.t_d_seq IS NULL;
COMMIT;
