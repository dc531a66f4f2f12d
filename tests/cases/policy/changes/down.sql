\set ON_ERROR_STOP on
BEGIN;
DROP POLICY q ON public.t;
DROP POLICY s ON public.t;
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;
CREATE POLICY q ON public.t FOR UPDATE USING ((a > 0)) WITH CHECK ((a > 1));
DROP POLICY p ON public.t;
CREATE POLICY p ON public.t FOR SELECT USING ((owner = CURRENT_USER));
CREATE POLICY r ON public.t FOR ALL TO case_reader USING ((a > 0));
COMMENT ON POLICY r ON public.t IS 'reads';
COMMIT;
