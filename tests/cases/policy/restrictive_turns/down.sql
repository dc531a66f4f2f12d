\set ON_ERROR_STOP on
BEGIN;
DROP POLICY p ON public.doc;
CREATE POLICY p ON public.doc FOR ALL USING ((NOT secret));
COMMIT;
