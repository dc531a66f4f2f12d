\set ON_ERROR_STOP on
BEGIN;
DROP INDEX public.m_id;
COMMIT;
BEGIN;
DROP VIEW public.d;
DROP MATERIALIZED VIEW public.m;
DROP VIEW public.c;
DROP VIEW public.b;
DROP VIEW public.a;
ALTER TABLE public.t ALTER COLUMN price TYPE numeric(8,2) USING price::numeric(8,2);
ALTER TABLE public.t ALTER COLUMN id TYPE integer USING id::integer;
CREATE VIEW public.a AS
 SELECT t.id,
    t.name,
    t.price
   FROM public.t;
ALTER VIEW public.a OWNER TO postgres;
CREATE VIEW public.b AS
 SELECT a.id,
    upper(a.name) AS name,
    a.price
   FROM public.a;
ALTER VIEW public.b OWNER TO postgres;
CREATE VIEW public.c AS
 SELECT b.id,
    a.price
   FROM (public.b
     JOIN public.a USING (id));
ALTER VIEW public.c OWNER TO postgres;
GRANT SELECT ON TABLE public.c TO case_reader;
COMMENT ON VIEW public.c IS 'prices';
CREATE MATERIALIZED VIEW public.m AS
 SELECT c.id,
    sum(c.price) AS total
   FROM public.c
  GROUP BY c.id;
ALTER MATERIALIZED VIEW public.m OWNER TO postgres;
CREATE UNIQUE INDEX m_id ON public.m (id);
CREATE VIEW public.d AS
 SELECT m.id,
    m.total
   FROM public.m;
ALTER VIEW public.d OWNER TO postgres;
COMMENT ON COLUMN public.d.total IS 'the sum';
COMMIT;
