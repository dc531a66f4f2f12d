\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.member ADD COLUMN admin boolean DEFAULT false NOT NULL;
COMMIT;
BEGIN;
CREATE POLICY admins ON public.doc FOR ALL TO case_owner USING ((EXISTS ( SELECT
   FROM public.member
  WHERE (member.admin AND (member.who = CURRENT_USER)))));
ALTER TABLE public.doc FORCE ROW LEVEL SECURITY;
ALTER POLICY team_only ON public.doc WITH CHECK ((team = public.my_team()));
COMMIT;
