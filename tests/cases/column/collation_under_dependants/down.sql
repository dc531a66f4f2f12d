\set ON_ERROR_STOP on
BEGIN;
DROP MATERIALIZED VIEW public.m;
DROP VIEW public.v;
ALTER TABLE public.t ALTER COLUMN b TYPE text COLLATE pg_catalog."C";
CREATE MATERIALIZED VIEW public.m AS
 SELECT max(t.b) AS b
   FROM public.t;
ALTER MATERIALIZED VIEW public.m OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN a TYPE text;
CREATE VIEW public.v AS
 SELECT t.a,
    t.b
   FROM public.t
  WHERE (t.a < 'm'::text);
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
