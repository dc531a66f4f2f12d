\set ON_ERROR_STOP on
BEGIN;
ALTER POLICY p ON public.t TO PUBLIC;
ALTER POLICY q ON public.t TO "Case Role", case_owner;
ALTER POLICY q ON public.t USING ((a > 1));
ALTER POLICY s ON public.t TO case_reader;
DROP POLICY r ON public.t;
CREATE POLICY r ON public.t FOR SELECT TO case_owner USING ((a > 0));
DROP POLICY u ON public.t;
CREATE POLICY u ON public.t FOR UPDATE USING ((a > 0)) WITH CHECK ((a > 2));
COMMIT;
