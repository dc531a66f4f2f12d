\set ON_ERROR_STOP on
BEGIN;
CREATE STATISTICS public.ps ON a, b FROM public.p;
ALTER STATISTICS public.ps OWNER TO postgres;
COMMIT;
BEGIN;
CREATE STATISTICS public.ms ON a, b FROM public.m;
ALTER STATISTICS public.ms OWNER TO postgres;
COMMIT;
