\set ON_ERROR_STOP on
CREATE INDEX CONCURRENTLY pleat_old_i2 ON public.t (b text_pattern_ops, c COLLATE "C" DESC NULLS LAST);
CREATE INDEX CONCURRENTLY pleat_old_i1 ON public.t USING gist (a tsvector_ops (siglen='100'));
DROP INDEX CONCURRENTLY public.i2;
BEGIN;
ALTER INDEX public.pleat_old_i2 RENAME TO i2;
COMMIT;
DROP INDEX CONCURRENTLY public.i1;
BEGIN;
ALTER INDEX public.pleat_old_i1 RENAME TO i1;
COMMIT;
DROP INDEX CONCURRENTLY public.i3;
