\set ON_ERROR_STOP on
BEGIN;
DROP STATISTICS public.s;
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;
CREATE STATISTICS public.s (ndistinct, dependencies) ON a, b FROM public.t;
ALTER STATISTICS public.s SET STATISTICS 50;
ALTER STATISTICS public.s OWNER TO postgres;
COMMENT ON STATISTICS public.s IS 'a with b';
COMMIT;
