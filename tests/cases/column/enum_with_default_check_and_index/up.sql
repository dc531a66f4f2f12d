\set ON_ERROR_STOP on
ALTER TYPE public.state ADD VALUE IF NOT EXISTS 'running' AFTER 'new';
BEGIN;
ALTER TABLE public.job ALTER COLUMN state SET DEFAULT 'running'::public.state;
COMMIT;
BEGIN;
CREATE OR REPLACE VIEW public.open_jobs AS
 SELECT job.id
   FROM public.job
  WHERE (job.state = ANY (ARRAY['new'::public.state, 'running'::public.state]));
COMMIT;
BEGIN;
ALTER INDEX public.job_open RENAME TO pleat_old_job_open;
COMMIT;
CREATE INDEX CONCURRENTLY job_open ON public.job (id) WHERE (state = ANY (ARRAY['new'::public.state, 'running'::public.state]));
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with id = '' || min(id::text) FROM public.job WHERE NOT ((state <> ''running''::public.state) OR (id > 0))' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check job_check of public.job: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.job DROP CONSTRAINT job_check;
ALTER TABLE public.job ADD CONSTRAINT job_check CHECK (((state <> 'running'::public.state) OR (id > 0))) NOT VALID;
COMMIT;
ALTER TABLE public.job VALIDATE CONSTRAINT job_check;
DROP INDEX CONCURRENTLY public.pleat_old_job_open;
