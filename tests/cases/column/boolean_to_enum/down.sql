\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ADD COLUMN active boolean DEFAULT true NOT NULL;
COMMIT;
CREATE INDEX CONCURRENTLY pleat_old_t_active ON public.t (id) WHERE active;
DROP INDEX CONCURRENTLY public.t_active;
BEGIN;
ALTER INDEX public.pleat_old_t_active RENAME TO t_active;
COMMIT;
BEGIN;
CREATE OR REPLACE VIEW public.v AS
 SELECT t.id
   FROM public.t
  WHERE t.active;
COMMIT;
BEGIN;
ALTER TABLE public.t DROP COLUMN status;
COMMIT;
BEGIN;
DROP TYPE public.status;
COMMIT;
