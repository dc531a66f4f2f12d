\set ON_ERROR_STOP on
BEGIN;
CREATE MATERIALIZED VIEW public.pleat_new_by_kind AS
 SELECT event.kind,
    count(*) AS n
   FROM public.event
  GROUP BY event.kind;
CREATE UNIQUE INDEX pleat_new_by_kind_kind ON public.pleat_new_by_kind (kind);
CREATE INDEX pleat_new_by_kind_n ON public.pleat_new_by_kind (n DESC);
COMMIT;
BEGIN;
DROP STATISTICS public.by_kind_stat;
DROP MATERIALIZED VIEW public.by_kind;
ALTER MATERIALIZED VIEW public.pleat_new_by_kind RENAME TO by_kind;
ALTER INDEX public.pleat_new_by_kind_kind RENAME TO by_kind_kind;
ALTER INDEX public.pleat_new_by_kind_n RENAME TO by_kind_n;
ALTER MATERIALIZED VIEW public.by_kind OWNER TO postgres;
GRANT SELECT ON TABLE public.by_kind TO case_reader;
COMMENT ON MATERIALIZED VIEW public.by_kind IS 'refreshed each night';
CREATE STATISTICS public.by_kind_stat ON kind, n FROM public.by_kind;
ALTER STATISTICS public.by_kind_stat OWNER TO postgres;
COMMIT;
