\set ON_ERROR_STOP on
CREATE INDEX CONCURRENTLY pleat_old_job_open ON public.job (id) WHERE (state = 'new'::public.state);
BEGIN;
ALTER TABLE public.job DROP CONSTRAINT job_check;
ALTER TABLE public.job ADD CONSTRAINT job_check CHECK (((state <> 'done'::public.state) OR (id > 0))) NOT VALID;
COMMIT;
ALTER TABLE public.job VALIDATE CONSTRAINT job_check;
DROP INDEX CONCURRENTLY public.job_open;
BEGIN;
ALTER INDEX public.pleat_old_job_open RENAME TO job_open;
COMMIT;
BEGIN;
CREATE OR REPLACE VIEW public.open_jobs AS
 SELECT job.id
   FROM public.job
  WHERE (job.state = 'new'::public.state);
COMMIT;
BEGIN;
ALTER TABLE public.job ALTER COLUMN state SET DEFAULT 'new'::public.state;
COMMIT;
