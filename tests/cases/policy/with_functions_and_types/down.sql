\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER POLICY p ON public.t USING ((public.my_role() = 'admin'::public.role));
COMMIT;
BEGIN;
ALTER TABLE public.who ALTER COLUMN role DROP NOT NULL;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.my_role()
 RETURNS public.role
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT who.role
    FROM public.who
   WHERE (who.name = CURRENT_USER);
END;
COMMIT;
BEGIN;
ALTER TABLE public.who ALTER COLUMN role DROP DEFAULT;
COMMIT;
