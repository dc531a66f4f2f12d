\set ON_ERROR_STOP on
SET check_function_bodies = off;
ALTER TYPE public.role ADD VALUE IF NOT EXISTS 'owner' AFTER 'admin';
BEGIN;
ALTER TABLE public.who ALTER COLUMN role SET DEFAULT 'user'::public.role;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.my_role()
 RETURNS public.role
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT who.role
    FROM public.who
   WHERE (who.name = CURRENT_USER)
  LIMIT 1;
END;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.who WHERE role IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of role of public.who: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.who ADD CONSTRAINT pleat_not_null_role CHECK (role IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.who VALIDATE CONSTRAINT pleat_not_null_role;
BEGIN;
ALTER TABLE public.who ALTER COLUMN role SET NOT NULL;
ALTER TABLE public.who DROP CONSTRAINT pleat_not_null_role;
COMMIT;
BEGIN;
ALTER POLICY p ON public.t USING ((public.my_role() >= 'admin'::public.role));
COMMIT;
