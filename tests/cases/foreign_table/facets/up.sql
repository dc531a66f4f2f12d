\set ON_ERROR_STOP on
BEGIN;
GRANT SELECT (a) ON TABLE public.t TO case_reader;
COMMENT ON COLUMN public.t.a IS NULL;
GRANT UPDATE (b) ON TABLE public.t TO case_reader;
COMMENT ON COLUMN public.t.b IS 'two';
REVOKE ALL ON TABLE public.t FROM case_reader;
GRANT SELECT (a) ON TABLE public.t TO case_reader;
GRANT UPDATE (b) ON TABLE public.t TO case_reader;
COMMENT ON FOREIGN TABLE public.t IS 'two';
COMMIT;
BEGIN;
ALTER FOREIGN TABLE public.u OWNER TO case_owner;
REVOKE ALL (a) ON TABLE public.u FROM case_reader;
COMMIT;
