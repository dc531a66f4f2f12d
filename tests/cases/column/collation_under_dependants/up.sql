\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.v;
ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE pg_catalog."C";
DROP MATERIALIZED VIEW public.m;
ALTER TABLE public.t ALTER COLUMN b TYPE text;
CREATE VIEW public.v AS
 SELECT t.a,
    t.b
   FROM public.t
  WHERE (t.a < 'm'::text);
ALTER VIEW public.v OWNER TO postgres;
CREATE MATERIALIZED VIEW public.m AS
 SELECT max(t.b) AS b
   FROM public.t;
ALTER MATERIALIZED VIEW public.m OWNER TO postgres;
COMMIT;
