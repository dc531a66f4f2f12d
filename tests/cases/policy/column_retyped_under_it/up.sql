\set ON_ERROR_STOP on
BEGIN;
DROP POLICY own ON public.doc;
ALTER TABLE public.doc ALTER COLUMN owner_id TYPE bigint USING owner_id::bigint;
CREATE POLICY own ON public.doc FOR ALL USING ((owner_id = 7));
COMMENT ON POLICY own ON public.doc IS 'mine alone';
COMMIT;
