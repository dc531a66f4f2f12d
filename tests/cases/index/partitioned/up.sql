\set ON_ERROR_STOP on
CREATE INDEX CONCURRENTLY only_sub ON public.m11 (a);
BEGIN;
CREATE UNIQUE INDEX u ON public.m (a, b);
DROP INDEX public.old_i;
CREATE INDEX i ON public.m (b);
COMMIT;
