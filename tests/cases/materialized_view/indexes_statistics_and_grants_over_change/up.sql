\set ON_ERROR_STOP on
DROP INDEX CONCURRENTLY public.by_kind_kind;
DROP INDEX CONCURRENTLY public.by_kind_n;
BEGIN;
DROP STATISTICS public.by_kind_stat;
DROP MATERIALIZED VIEW public.by_kind;
CREATE MATERIALIZED VIEW public.by_kind AS
 SELECT event.kind,
    count(*) AS n,
    max(event.at) AS latest
   FROM public.event
  GROUP BY event.kind;
ALTER MATERIALIZED VIEW public.by_kind OWNER TO postgres;
GRANT SELECT ON TABLE public.by_kind TO case_owner;
GRANT SELECT ON TABLE public.by_kind TO case_reader;
COMMENT ON MATERIALIZED VIEW public.by_kind IS 'refreshed each night';
COMMIT;
CREATE UNIQUE INDEX CONCURRENTLY by_kind_kind ON public.by_kind (kind);
CREATE INDEX CONCURRENTLY by_kind_latest ON public.by_kind (latest DESC NULLS LAST);
BEGIN;
CREATE STATISTICS public.by_kind_stat ON kind, n FROM public.by_kind;
ALTER STATISTICS public.by_kind_stat OWNER TO postgres;
COMMIT;
