\set ON_ERROR_STOP on
BEGIN;
CREATE STATISTICS extra."The s" (ndistinct) ON a, b FROM public.t;
ALTER STATISTICS extra."The s" OWNER TO case_owner;
DROP STATISTICS extra.s;
CREATE STATISTICS public.s ON a, b FROM public.t;
ALTER STATISTICS public.s OWNER TO postgres;
COMMIT;
