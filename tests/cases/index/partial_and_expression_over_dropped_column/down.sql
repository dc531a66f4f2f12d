\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ADD COLUMN deleted_at timestamp with time zone;
COMMIT;
CREATE UNIQUE INDEX CONCURRENTLY pleat_old_t_live ON public.t (name) WHERE (deleted_at IS NULL);
DROP INDEX CONCURRENTLY public.t_live;
BEGIN;
ALTER INDEX public.pleat_old_t_live RENAME TO t_live;
ALTER TABLE public.t ADD COLUMN first text;
ALTER TABLE public.t ADD COLUMN last text;
COMMIT;
CREATE INDEX CONCURRENTLY pleat_old_t_full ON public.t ((((first || ' '::text) || last)));
DROP INDEX CONCURRENTLY public.t_full;
BEGIN;
ALTER INDEX public.pleat_old_t_full RENAME TO t_full;
ALTER TABLE public.t DROP COLUMN full_name;
COMMIT;
