\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.u OWNER TO case_reader;
COMMIT;
BEGIN;
ALTER TABLE public.t OWNER TO case_reader;
REVOKE ALL ON TABLE public.t FROM case_reader;
GRANT ALL ON TABLE public.t TO case_reader;
COMMIT;
