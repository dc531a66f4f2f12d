\set ON_ERROR_STOP on
BEGIN;
GRANT SELECT ON TABLE public.t TO PUBLIC;
GRANT INSERT (b), SELECT (b) ON TABLE public.t TO case_reader;
REVOKE ALL (a) ON TABLE public.t FROM case_reader;
REVOKE ALL (a) ON TABLE public.t FROM "Case Role";
GRANT UPDATE (a) ON TABLE public.t TO "Case Role";
COMMIT;
