\set ON_ERROR_STOP on
BEGIN;
CREATE MATERIALIZED VIEW public.pleat_new_mv WITH (fillfactor='70') AS
 SELECT t.a,
    t.b
   FROM public.t;
CREATE UNIQUE INDEX pleat_new_mv_a ON public.pleat_new_mv (a);
CREATE INDEX pleat_new_mv_b ON public.pleat_new_mv (b);
COMMIT;
BEGIN;
DROP VIEW public.v;
DROP MATERIALIZED VIEW public.mv;
ALTER MATERIALIZED VIEW public.pleat_new_mv RENAME TO mv;
ALTER INDEX public.pleat_new_mv_a RENAME TO mv_a;
ALTER INDEX public.pleat_new_mv_b RENAME TO mv_b;
ALTER MATERIALIZED VIEW public.mv OWNER TO postgres;
GRANT SELECT ON TABLE public.mv TO case_reader;
COMMENT ON MATERIALIZED VIEW public.mv IS 'x';
COMMENT ON COLUMN public.mv.a IS 'y';
CREATE VIEW public.v AS
 SELECT mv.a
   FROM public.mv;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
