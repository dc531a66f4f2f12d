\set ON_ERROR_STOP on
CREATE INDEX CONCURRENTLY i3 ON public.t USING brin (b) WITH (pages_per_range='16', autosummarize='true');
BEGIN;
ALTER INDEX public.i1 RENAME TO pleat_old_i1;
COMMIT;
CREATE INDEX CONCURRENTLY i1 ON public.t USING gist (a tsvector_ops (siglen='200'));
BEGIN;
ALTER INDEX public.i2 RENAME TO pleat_old_i2;
COMMIT;
CREATE INDEX CONCURRENTLY i2 ON public.t (b COLLATE "POSIX" varchar_pattern_ops, c DESC);
DROP INDEX CONCURRENTLY public.pleat_old_i1;
DROP INDEX CONCURRENTLY public.pleat_old_i2;
