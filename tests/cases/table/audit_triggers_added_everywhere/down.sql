\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP TRIGGER b_audit ON public.b;
COMMIT;
BEGIN;
DROP TRIGGER a_audit ON public.a;
COMMIT;
BEGIN;
DROP FUNCTION public.write_audit();
COMMIT;
BEGIN;
DROP TABLE public.audit;
COMMIT;
