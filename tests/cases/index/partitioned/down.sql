\set ON_ERROR_STOP on
BEGIN;
DROP INDEX public.i;
CREATE INDEX old_i ON public.m (b);
DROP INDEX public.u;
COMMIT;
DROP INDEX CONCURRENTLY public.only_sub;
