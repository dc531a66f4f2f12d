\set ON_ERROR_STOP on
BEGIN;
CREATE POLICY making ON public.doc FOR INSERT WITH CHECK ((author = CURRENT_USER));
ALTER POLICY reading ON public.doc TO case_owner, case_reader;
ALTER POLICY reading ON public.doc USING ((id > 0));
DROP POLICY writing ON public.doc;
CREATE POLICY writing ON public.doc FOR UPDATE USING ((author = CURRENT_USER));
COMMIT;
