\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP TRIGGER whole ON public.t;
DROP TRIGGER note ON public.t;
COMMIT;
BEGIN;
DROP FUNCTION public.note();
COMMIT;
BEGIN;
DROP TABLE public.audit;
COMMIT;
