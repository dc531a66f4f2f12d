\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.v;
COMMIT;
DROP INDEX CONCURRENTLY public.mv_a;
BEGIN;
DROP MATERIALIZED VIEW public.mv;
CREATE MATERIALIZED VIEW public.mv WITH (fillfactor='70') AS
 SELECT t.a,
    t.b
   FROM public.t;
ALTER MATERIALIZED VIEW public.mv OWNER TO postgres;
GRANT SELECT ON TABLE public.mv TO case_reader;
COMMENT ON MATERIALIZED VIEW public.mv IS 'x';
COMMENT ON COLUMN public.mv.a IS 'y';
CREATE VIEW public.v AS
 SELECT mv.a
   FROM public.mv;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
CREATE UNIQUE INDEX CONCURRENTLY mv_a ON public.mv (a);
CREATE INDEX CONCURRENTLY mv_b ON public.mv (b);
