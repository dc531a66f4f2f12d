\set ON_ERROR_STOP on
BEGIN;
REVOKE ALL (a) ON TABLE public.t FROM "Case Role";
GRANT UPDATE (a) ON TABLE public.t TO "Case Role" WITH GRANT OPTION;
GRANT SELECT (a) ON TABLE public.t TO case_reader;
REVOKE ALL (b) ON TABLE public.t FROM case_reader;
REVOKE ALL ON TABLE public.t FROM PUBLIC;
COMMIT;
