\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t RESET (fillfactor, toast.autovacuum_enabled);
ALTER TABLE public.t SET (fillfactor='70', toast.autovacuum_enabled='false');
COMMIT;
BEGIN;
CREATE OR REPLACE VIEW public.v WITH (check_option='local', security_barrier='true') AS
 SELECT t.a
   FROM public.t;
COMMIT;
BEGIN;
ALTER MATERIALIZED VIEW public.m RESET (fillfactor);
ALTER MATERIALIZED VIEW public.m SET (toast.autovacuum_enabled='false');
COMMIT;
DROP INDEX CONCURRENTLY public.ix;
CREATE INDEX CONCURRENTLY ix ON public.t (a) WITH (deduplicate_items=off, fillfactor='70');
