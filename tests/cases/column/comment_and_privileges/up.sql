\set ON_ERROR_STOP on
BEGIN;
GRANT INSERT (b) ON TABLE public.t TO case_reader;
COMMENT ON COLUMN public.t.b IS 'z';
REVOKE ALL (a) ON TABLE public.t FROM case_reader;
COMMENT ON COLUMN public.t.a IS 'y';
COMMIT;
