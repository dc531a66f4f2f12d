\set ON_ERROR_STOP on
BEGIN;
DROP MATERIALIZED VIEW public.mm;
DROP STATISTICS public.m_stats;
DROP INDEX public.m_lower;
DROP INDEX public.m_a;
DROP VIEW public.v;
DROP MATERIALIZED VIEW public.m;
ALTER TABLE public.t ALTER COLUMN d TYPE date USING d::date;
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;
CREATE MATERIALIZED VIEW public.m AS
 SELECT t.a,
    t.b,
    t.d
   FROM public.t;
ALTER MATERIALIZED VIEW public.m OWNER TO postgres;
CREATE MATERIALIZED VIEW public.mm AS
 SELECT count(*) AS n
   FROM public.m;
ALTER MATERIALIZED VIEW public.mm OWNER TO postgres;
GRANT SELECT ON TABLE public.mm TO case_reader;
CREATE STATISTICS public.m_stats ON a, b FROM public.m;
ALTER STATISTICS public.m_stats OWNER TO postgres;
CREATE INDEX m_lower ON public.m (lower(b)) WHERE (d IS NOT NULL);
CREATE UNIQUE INDEX m_a ON public.m (a);
ALTER TABLE public.m CLUSTER ON m_a;
CREATE VIEW public.v AS
 SELECT m.a
   FROM public.m;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
