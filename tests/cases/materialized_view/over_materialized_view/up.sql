\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.c;
DROP INDEX public.a_id;
DROP MATERIALIZED VIEW public.b;
DROP MATERIALIZED VIEW public.a;
ALTER TABLE public.t ALTER COLUMN n TYPE bigint USING n::bigint;
CREATE MATERIALIZED VIEW public.a AS
 SELECT t.id,
    t.n
   FROM public.t
  WHERE (t.n > 0);
ALTER MATERIALIZED VIEW public.a OWNER TO postgres;
CREATE INDEX a_id ON public.a (id);
CREATE MATERIALIZED VIEW public.b AS
 SELECT sum(a.n) AS n
   FROM public.a;
ALTER MATERIALIZED VIEW public.b OWNER TO postgres;
CREATE VIEW public.c AS
 SELECT b.n
   FROM public.b;
ALTER VIEW public.c OWNER TO postgres;
COMMIT;
