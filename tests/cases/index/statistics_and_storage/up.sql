\set ON_ERROR_STOP on
BEGIN;
ALTER INDEX public.i RENAME TO pleat_old_i;
COMMIT;
CREATE INDEX CONCURRENTLY i ON public.t (((a + 1)), lower(b));
BEGIN;
COMMENT ON INDEX public.i IS 'comes';
ALTER INDEX public.i ALTER COLUMN 2 SET STATISTICS 200;
ALTER INDEX public.j RENAME TO pleat_old_j;
COMMIT;
CREATE INDEX CONCURRENTLY j ON public.t USING gin (c) WITH (fastupdate='on', gin_pending_list_limit='256');
BEGIN;
ALTER INDEX public.k RENAME TO pleat_old_k;
COMMIT;
CREATE INDEX CONCURRENTLY k ON public.t USING brin (a) WITH (autosummarize='on');
DROP INDEX CONCURRENTLY public.pleat_old_i;
DROP INDEX CONCURRENTLY public.pleat_old_j;
DROP INDEX CONCURRENTLY public.pleat_old_k;
