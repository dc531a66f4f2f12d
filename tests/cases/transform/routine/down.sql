\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP FUNCTION public.uses_it(public.pair);
COMMIT;
BEGIN;
DROP TRANSFORM FOR public.pair LANGUAGE l;
COMMIT;
BEGIN;
DROP FUNCTION public.f(internal);
COMMIT;
BEGIN;
DROP LANGUAGE l;
COMMIT;
