\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t OWNER TO case_owner;
GRANT SELECT (id) ON TABLE public.t TO case_reader;
GRANT UPDATE (who) ON TABLE public.t TO case_reader;
ALTER TABLE public.t ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.t FORCE ROW LEVEL SECURITY;
CREATE POLICY mine ON public.t FOR ALL TO case_reader USING ((who = CURRENT_USER));
COMMIT;
