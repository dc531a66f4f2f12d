\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.v;
DROP INDEX public.m_a;
DROP INDEX public.m_lower;
DROP STATISTICS public.m_stats;
DROP MATERIALIZED VIEW public.mm;
DROP MATERIALIZED VIEW public.m;
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;
ALTER TABLE public.t ALTER COLUMN d TYPE timestamp with time zone USING d::timestamp with time zone;
CREATE MATERIALIZED VIEW public.m AS
 SELECT t.a,
    t.b,
    t.d
   FROM public.t;
ALTER MATERIALIZED VIEW public.m OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT m.a
   FROM public.m;
ALTER VIEW public.v OWNER TO postgres;
CREATE UNIQUE INDEX m_a ON public.m (a) INCLUDE (b);
ALTER TABLE public.m CLUSTER ON m_a;
CREATE INDEX m_lower ON public.m (lower(b)) WHERE (d IS NOT NULL);
CREATE STATISTICS public.m_stats ON a, b FROM public.m;
ALTER STATISTICS public.m_stats OWNER TO postgres;
CREATE MATERIALIZED VIEW public.mm AS
 SELECT count(*) AS n,
    max(m.d) AS last
   FROM public.m;
ALTER MATERIALIZED VIEW public.mm OWNER TO postgres;
GRANT SELECT ON TABLE public.mm TO case_reader;
COMMIT;
