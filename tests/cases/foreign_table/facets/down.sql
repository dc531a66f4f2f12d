\set ON_ERROR_STOP on
BEGIN;
ALTER FOREIGN TABLE public.u OWNER TO postgres;
GRANT SELECT (a) ON TABLE public.u TO case_reader;
COMMIT;
BEGIN;
GRANT SELECT ON TABLE public.t TO case_reader;
COMMENT ON FOREIGN TABLE public.t IS 'one';
REVOKE ALL (b) ON TABLE public.t FROM case_reader;
COMMENT ON COLUMN public.t.b IS NULL;
REVOKE ALL (a) ON TABLE public.t FROM case_reader;
COMMENT ON COLUMN public.t.a IS 'one';
COMMIT;
