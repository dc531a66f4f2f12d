\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ADD COLUMN d integer;
REVOKE ALL ON TABLE public.t FROM case_owner;
GRANT REFERENCES (a) ON TABLE public.t TO case_owner WITH GRANT OPTION;
GRANT SELECT ON TABLE public.t TO case_reader;
GRANT SELECT (c) ON TABLE public.t TO PUBLIC;
REVOKE ALL (b) ON TABLE public.t FROM case_reader;
GRANT UPDATE (b) ON TABLE public.t TO case_reader;
GRANT REFERENCES (a) ON TABLE public.t TO case_owner WITH GRANT OPTION;
REVOKE ALL (a) ON TABLE public.t FROM case_reader;
GRANT UPDATE (a) ON TABLE public.t TO case_reader;
ALTER TABLE public.t DROP COLUMN e;
COMMIT;
