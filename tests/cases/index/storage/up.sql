\set ON_ERROR_STOP on
BEGIN;
ALTER INDEX public.i1 RENAME TO pleat_old_i1;
COMMIT;
CREATE INDEX CONCURRENTLY i1 ON public.t (a) WITH (fillfactor='80', deduplicate_items=off);
BEGIN;
ALTER INDEX public.i2 RENAME TO pleat_old_i2;
COMMIT;
CREATE INDEX CONCURRENTLY i2 ON public.t USING gin (b);
BEGIN;
ALTER INDEX public.i3 RENAME TO pleat_old_i3;
COMMIT;
CREATE INDEX CONCURRENTLY i3 ON public.t (a) WITH (fillfactor='60');
DROP INDEX CONCURRENTLY public.pleat_old_i1;
DROP INDEX CONCURRENTLY public.pleat_old_i2;
DROP INDEX CONCURRENTLY public.pleat_old_i3;
