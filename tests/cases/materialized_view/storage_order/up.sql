\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t RESET (fillfactor, toast.autovacuum_enabled);
ALTER TABLE public.t SET (fillfactor='70');
COMMIT;
BEGIN;
ALTER MATERIALIZED VIEW public.m RESET (fillfactor);
ALTER MATERIALIZED VIEW public.m SET (toast.autovacuum_enabled='false');
COMMIT;
