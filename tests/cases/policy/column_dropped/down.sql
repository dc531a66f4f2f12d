\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ADD COLUMN gone text;
ALTER POLICY p ON public.t USING (((gone = CURRENT_USER) AND (tenant = 1)));
COMMIT;
