\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ADD COLUMN b integer;
CREATE STATISTICS public.s (ndistinct, mcv) ON b, c, (a + 1) FROM public.t;
ALTER STATISTICS public.s OWNER TO postgres;
COMMIT;
