\set ON_ERROR_STOP on
BEGIN;
SELECT pg_catalog.setval('public.down', -100) FROM public.down WHERE last_value < -100;
ALTER SEQUENCE public.down INCREMENT BY -5 MINVALUE -100 MAXVALUE 100;
COMMIT;
BEGIN;
ALTER SEQUENCE public.s OWNER TO case_owner;
SELECT pg_catalog.setval('public.s', 3, false) FROM public.s WHERE last_value < 3;
SELECT pg_catalog.setval('public.s', 100) FROM public.s WHERE last_value > 100;
ALTER SEQUENCE public.s AS smallint INCREMENT BY 2 MINVALUE 3 MAXVALUE 100 CACHE 9 CYCLE START WITH 7;
COMMIT;
