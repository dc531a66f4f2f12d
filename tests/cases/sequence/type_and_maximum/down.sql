\set ON_ERROR_STOP on
BEGIN;
SELECT pg_catalog.setval('public.s', 2147483647) FROM public.s WHERE last_value > 2147483647;
ALTER SEQUENCE public.s AS integer NO MAXVALUE;
COMMIT;
