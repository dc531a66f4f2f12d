\set ON_ERROR_STOP on
BEGIN;
DROP POLICY r ON public.t;
CREATE POLICY r ON public.t FOR ALL TO case_owner USING ((a > 0)) WITH CHECK ((a > 1));
DROP POLICY u ON public.t;
CREATE POLICY u ON public.t FOR UPDATE USING ((a > 0));
ALTER POLICY s ON public.t TO PUBLIC;
ALTER POLICY q ON public.t USING ((a > 0));
ALTER POLICY q ON public.t TO case_owner, case_reader;
ALTER POLICY p ON public.t TO case_reader;
COMMIT;
