\set ON_ERROR_STOP on
BEGIN;
DROP POLICY team_only ON public.doc;
CREATE POLICY team_only ON public.doc FOR ALL USING ((team = public.my_team()));
ALTER TABLE public.doc NO FORCE ROW LEVEL SECURITY;
DROP POLICY admins ON public.doc;
COMMIT;
BEGIN;
ALTER TABLE public.member DROP COLUMN admin;
COMMIT;
