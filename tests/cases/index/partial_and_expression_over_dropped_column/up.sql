\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ADD COLUMN full_name text;
ALTER INDEX public.t_full RENAME TO pleat_old_t_full;
COMMIT;
CREATE INDEX CONCURRENTLY t_full ON public.t (full_name);
DROP INDEX CONCURRENTLY public.pleat_old_t_full;
BEGIN;
ALTER TABLE public.t DROP COLUMN last;
ALTER TABLE public.t DROP COLUMN first;
ALTER INDEX public.t_live RENAME TO pleat_old_t_live;
COMMIT;
CREATE UNIQUE INDEX CONCURRENTLY t_live ON public.t (name);
DROP INDEX CONCURRENTLY public.pleat_old_t_live;
BEGIN;
ALTER TABLE public.t DROP COLUMN deleted_at;
COMMIT;
