\set ON_ERROR_STOP on
BEGIN;
SELECT pg_catalog.setval('public.s', 1000) FROM public.s WHERE last_value > 1000;
ALTER SEQUENCE public.s AS integer MAXVALUE 1000;
COMMIT;
BEGIN;
CREATE OR REPLACE VIEW public.v AS
 SELECT nextval('public.s'::regclass) AS n,
    s.last_value,
    s.is_called
   FROM public.s;
COMMIT;
BEGIN;
ALTER TABLE public.t ALTER COLUMN n DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN n TYPE integer USING n::integer;
ALTER TABLE public.t ALTER COLUMN n SET DEFAULT nextval('public.s'::regclass);
COMMIT;
