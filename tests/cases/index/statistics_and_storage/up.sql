\set ON_ERROR_STOP on
DROP INDEX CONCURRENTLY public.i;
CREATE INDEX CONCURRENTLY i ON public.t (((a + 1)), lower(b));
BEGIN;
COMMENT ON INDEX public.i IS 'comes';
ALTER INDEX public.i ALTER COLUMN 2 SET STATISTICS 200;
COMMIT;
DROP INDEX CONCURRENTLY public.j;
CREATE INDEX CONCURRENTLY j ON public.t USING gin (c) WITH (fastupdate='on', gin_pending_list_limit='256');
DROP INDEX CONCURRENTLY public.k;
CREATE INDEX CONCURRENTLY k ON public.t USING brin (a) WITH (autosummarize='on');
