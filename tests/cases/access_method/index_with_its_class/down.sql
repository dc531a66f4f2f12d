\set ON_ERROR_STOP on
SET check_function_bodies = off;
DROP INDEX CONCURRENTLY public.t_a;
BEGIN;
DROP OPERATOR CLASS public.ints USING "My Tree";
COMMIT;
BEGIN;
DROP OPERATOR FAMILY public.ints USING "My Tree";
COMMIT;
BEGIN;
DROP ACCESS METHOD "My Tree";
COMMIT;
BEGIN;
DROP FUNCTION public.handle(internal);
COMMIT;
