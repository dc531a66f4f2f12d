\set ON_ERROR_STOP on
BEGIN;
DROP POLICY writing ON public.doc;
CREATE POLICY writing ON public.doc FOR UPDATE TO case_owner USING ((author = CURRENT_USER)) WITH CHECK ((author = CURRENT_USER));
ALTER POLICY reading ON public.doc USING (true);
ALTER POLICY reading ON public.doc TO case_reader;
DROP POLICY making ON public.doc;
COMMIT;
