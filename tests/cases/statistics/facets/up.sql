\set ON_ERROR_STOP on
BEGIN;
CREATE STATISTICS public.e ON (a + 1), lower(c) FROM public.t;
ALTER STATISTICS public.e OWNER TO postgres;
DROP STATISTICS public.s;
ALTER TABLE public.t ALTER COLUMN b TYPE bigint USING b::bigint;
CREATE STATISTICS public.s (ndistinct) ON a, b FROM public.t;
ALTER STATISTICS public.s SET STATISTICS 200;
ALTER STATISTICS public.s OWNER TO case_owner;
DROP STATISTICS public.x;
CREATE STATISTICS public.x (dependencies, mcv) ON a, c FROM public.t;
ALTER STATISTICS public.x OWNER TO postgres;
COMMENT ON STATISTICS public.x IS 'of a and c';
COMMIT;
