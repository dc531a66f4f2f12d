\set ON_ERROR_STOP on
BEGIN;
ALTER POLICY p ON public.t USING ((tenant = 1));
ALTER TABLE public.t DROP COLUMN gone;
COMMIT;
