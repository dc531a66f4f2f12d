\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t OWNER TO case_owner;
REVOKE ALL ON TABLE public.t FROM PUBLIC;
GRANT ALL ON TABLE public.t TO case_owner;
REVOKE ALL ON TABLE public.t FROM "Case Role";
GRANT DELETE ON TABLE public.t TO "Case Role" WITH GRANT OPTION;
REVOKE ALL ON TABLE public.t FROM case_reader;
GRANT INSERT, SELECT, UPDATE ON TABLE public.t TO case_reader;
COMMIT;
