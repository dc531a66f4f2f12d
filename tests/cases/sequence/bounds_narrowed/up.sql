\set ON_ERROR_STOP on
BEGIN;
SELECT pg_catalog.setval('public.down', -99) FROM public.down WHERE last_value < -99;
SELECT pg_catalog.setval('public.down', -10, false) FROM public.down WHERE last_value > -10;
ALTER SEQUENCE public.down MINVALUE -99 MAXVALUE -10 START WITH -10;
COMMIT;
BEGIN;
SELECT pg_catalog.setval('public.stands', 100, false) FROM public.stands WHERE last_value < 100;
SELECT pg_catalog.setval('public.stands', 1000) FROM public.stands WHERE last_value > 1000;
ALTER SEQUENCE public.stands MINVALUE 100 MAXVALUE 1000 START WITH 200;
COMMIT;
BEGIN;
SELECT pg_catalog.setval('public.up', 10, false) FROM public.up WHERE last_value < 10;
SELECT pg_catalog.setval('public.up', 99) FROM public.up WHERE last_value > 99;
ALTER SEQUENCE public.up MINVALUE 10 MAXVALUE 99 START WITH 10;
COMMIT;
