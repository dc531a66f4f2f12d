\set ON_ERROR_STOP on
DROP INDEX CONCURRENTLY public.t_active;
BEGIN;
ALTER TABLE public.t ADD COLUMN active boolean DEFAULT true NOT NULL;
COMMIT;
CREATE INDEX CONCURRENTLY t_active ON public.t (id) WHERE active;
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
