\set ON_ERROR_STOP on
CREATE INDEX CONCURRENTLY pleat_old_i3 ON public.t (a);
CREATE INDEX CONCURRENTLY pleat_old_i2 ON public.t USING gin (b) WITH (fastupdate=off);
CREATE INDEX CONCURRENTLY pleat_old_i1 ON public.t (a) WITH (fillfactor='70');
DROP INDEX CONCURRENTLY public.i3;
BEGIN;
ALTER INDEX public.pleat_old_i3 RENAME TO i3;
COMMIT;
DROP INDEX CONCURRENTLY public.i2;
BEGIN;
ALTER INDEX public.pleat_old_i2 RENAME TO i2;
COMMIT;
DROP INDEX CONCURRENTLY public.i1;
BEGIN;
ALTER INDEX public.pleat_old_i1 RENAME TO i1;
COMMIT;
