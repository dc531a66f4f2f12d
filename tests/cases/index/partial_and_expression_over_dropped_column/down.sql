\set ON_ERROR_STOP on
DROP INDEX CONCURRENTLY public.t_live;
BEGIN;
ALTER TABLE public.t ADD COLUMN deleted_at timestamp with time zone;
COMMIT;
CREATE UNIQUE INDEX CONCURRENTLY t_live ON public.t (name) WHERE (deleted_at IS NULL);
DROP INDEX CONCURRENTLY public.t_full;
BEGIN;
ALTER TABLE public.t ADD COLUMN last text;
ALTER TABLE public.t ADD COLUMN first text;
COMMIT;
CREATE INDEX CONCURRENTLY t_full ON public.t ((((first || ' '::text) || last)));
BEGIN;
ALTER TABLE public.t DROP COLUMN full_name;
COMMIT;
