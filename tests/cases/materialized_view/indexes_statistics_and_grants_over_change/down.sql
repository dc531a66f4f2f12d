\set ON_ERROR_STOP on
BEGIN;
DROP STATISTICS public.by_kind_stat;
COMMIT;
DROP INDEX CONCURRENTLY public.by_kind_latest;
DROP INDEX CONCURRENTLY public.by_kind_kind;
BEGIN;
DROP MATERIALIZED VIEW public.by_kind;
CREATE MATERIALIZED VIEW public.by_kind AS
 SELECT event.kind,
    count(*) AS n
   FROM public.event
  GROUP BY event.kind;
ALTER MATERIALIZED VIEW public.by_kind OWNER TO postgres;
GRANT SELECT ON TABLE public.by_kind TO case_reader;
COMMENT ON MATERIALIZED VIEW public.by_kind IS 'refreshed each night';
CREATE STATISTICS public.by_kind_stat ON kind, n FROM public.by_kind;
ALTER STATISTICS public.by_kind_stat OWNER TO postgres;
COMMIT;
CREATE INDEX CONCURRENTLY by_kind_n ON public.by_kind (n DESC);
CREATE UNIQUE INDEX CONCURRENTLY by_kind_kind ON public.by_kind (kind);
