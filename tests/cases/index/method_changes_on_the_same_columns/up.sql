\set ON_ERROR_STOP on
CREATE INDEX CONCURRENTLY l ON public.t USING gist (b);
BEGIN;
ALTER INDEX public.i RENAME TO pleat_old_i;
COMMIT;
CREATE INDEX CONCURRENTLY i ON public.t USING brin (d) WITH (pages_per_range='16');
BEGIN;
ALTER INDEX public.j RENAME TO pleat_old_j;
COMMIT;
CREATE INDEX CONCURRENTLY j ON public.t USING spgist (a);
BEGIN;
ALTER INDEX public.k RENAME TO pleat_old_k;
COMMIT;
CREATE INDEX CONCURRENTLY k ON public.t (c text_pattern_ops);
DROP INDEX CONCURRENTLY public.pleat_old_i;
DROP INDEX CONCURRENTLY public.pleat_old_j;
DROP INDEX CONCURRENTLY public.pleat_old_k;
