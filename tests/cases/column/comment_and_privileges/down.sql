\set ON_ERROR_STOP on
BEGIN;
GRANT SELECT (a) ON TABLE public.t TO case_reader;
COMMENT ON COLUMN public.t.a IS 'x';
REVOKE ALL (b) ON TABLE public.t FROM case_reader;
COMMENT ON COLUMN public.t.b IS NULL;
COMMIT;
