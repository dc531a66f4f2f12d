\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ADD COLUMN gone integer;
CREATE STATISTICS public.s ON a, gone FROM public.t;
ALTER STATISTICS public.s OWNER TO postgres;
COMMIT;
