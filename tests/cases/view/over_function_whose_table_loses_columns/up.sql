\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ADD COLUMN a bigint;
ALTER TABLE public.t ADD COLUMN b text;
ALTER TABLE public.t DROP COLUMN name;
ALTER TABLE public.t DROP COLUMN id;
COMMIT;
BEGIN;
CREATE VIEW public.v AS
 SELECT f.a
   FROM public.of_t() f(a, b);
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
BEGIN;
CREATE MATERIALIZED VIEW public.m AS
 SELECT f.b
   FROM public.of_t() f(a, b);
ALTER MATERIALIZED VIEW public.m OWNER TO postgres;
COMMIT;
