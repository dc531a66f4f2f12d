\set ON_ERROR_STOP on
DROP INDEX CONCURRENTLY public.ix;
CREATE INDEX CONCURRENTLY ix ON public.t (a) WITH (fillfactor='70', deduplicate_items=off);
BEGIN;
ALTER MATERIALIZED VIEW public.m RESET (autovacuum_enabled, toast.autovacuum_enabled);
ALTER MATERIALIZED VIEW public.m SET (fillfactor='70', autovacuum_enabled='false');
COMMIT;
BEGIN;
CREATE OR REPLACE VIEW public.v WITH (security_barrier='true', check_option='local') AS
 SELECT t.a
   FROM public.t;
COMMIT;
BEGIN;
ALTER TABLE public.t RESET (autovacuum_enabled, toast.autovacuum_enabled);
ALTER TABLE public.t SET (autovacuum_enabled='false', toast.autovacuum_enabled='false');
COMMIT;
