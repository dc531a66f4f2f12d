\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.v;
DROP VIEW public.m;
CREATE MATERIALIZED VIEW public.m AS
 SELECT t.a,
    t.b
   FROM public.t;
ALTER MATERIALIZED VIEW public.m OWNER TO postgres;
GRANT SELECT ON TABLE public.m TO case_reader;
CREATE VIEW public.v AS
 SELECT m.a
   FROM public.m;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
BEGIN;
CREATE INDEX m_a ON public.m (a);
COMMIT;
