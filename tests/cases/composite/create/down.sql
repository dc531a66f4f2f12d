\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP FUNCTION public.f(public.pair);
COMMIT;
BEGIN;
DROP TYPE public.pair;
COMMIT;
