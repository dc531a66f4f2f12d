\set ON_ERROR_STOP on
BEGIN;
DROP STATISTICS public.x;
CREATE STATISTICS public.x ON a, c FROM public.t;
ALTER STATISTICS public.x OWNER TO postgres;
DROP STATISTICS public.s;
ALTER TABLE public.t ALTER COLUMN b TYPE integer USING b::integer;
CREATE STATISTICS public.s (ndistinct) ON a, b FROM public.t;
ALTER STATISTICS public.s SET STATISTICS 100;
ALTER STATISTICS public.s OWNER TO postgres;
COMMENT ON STATISTICS public.s IS 'of a and b';
DROP STATISTICS public.e;
COMMIT;
