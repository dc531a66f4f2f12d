\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ALTER COLUMN e SET GENERATED ALWAYS SET CACHE 1;
ALTER SEQUENCE public.odd_seq RENAME TO t_e_seq;
ALTER TABLE public.t ALTER COLUMN e TYPE integer USING e::integer;
SELECT pg_catalog.setval('public.t_d_seq', 1, false) FROM public.t_d_seq WHERE last_value < 1;
ALTER TABLE public.t ALTER COLUMN d SET INCREMENT BY 2 SET NO MINVALUE;
COMMIT;
