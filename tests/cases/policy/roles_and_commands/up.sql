\set ON_ERROR_STOP on
BEGIN;
ALTER POLICY p ON public.t TO PUBLIC;
ALTER POLICY q ON public.t TO "Case Role", case_owner;
ALTER POLICY q ON public.t USING ((a > 1));
ALTER POLICY s ON public.t TO case_reader;
ALTER POLICY u ON public.t WITH CHECK ((a > 2));
DROP POLICY r ON public.t;
CREATE POLICY r ON public.t FOR SELECT TO case_owner USING ((a > 0));
COMMIT;
