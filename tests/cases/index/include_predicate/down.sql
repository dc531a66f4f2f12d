\set ON_ERROR_STOP on
CREATE INDEX CONCURRENTLY pleat_old_i3 ON public.t (((a + b)), lower(c) text_pattern_ops);
CREATE UNIQUE INDEX CONCURRENTLY pleat_old_i2 ON public.t (a, b);
DROP INDEX CONCURRENTLY public.i2;
BEGIN;
ALTER INDEX public.pleat_old_i2 RENAME TO i2;
COMMIT;
CREATE INDEX CONCURRENTLY pleat_old_i1 ON public.t (a) INCLUDE (b) WHERE (c IS NOT NULL);
DROP INDEX CONCURRENTLY public.i3;
BEGIN;
ALTER INDEX public.pleat_old_i3 RENAME TO i3;
COMMIT;
DROP INDEX CONCURRENTLY public.i1;
BEGIN;
ALTER INDEX public.pleat_old_i1 RENAME TO i1;
COMMIT;
