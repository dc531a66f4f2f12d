\set ON_ERROR_STOP on
BEGIN;
ALTER MATERIALIZED VIEW public.m RESET (autovacuum_enabled, toast.autovacuum_enabled);
ALTER MATERIALIZED VIEW public.m SET (fillfactor='70', autovacuum_enabled='false');
COMMIT;
BEGIN;
ALTER TABLE public.t RESET (autovacuum_enabled);
ALTER TABLE public.t SET (autovacuum_enabled='false', toast.autovacuum_enabled='false');
COMMIT;
