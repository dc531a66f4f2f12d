\set ON_ERROR_STOP on
BEGIN;
ALTER MATERIALIZED VIEW public.mv RESET (fillfactor);
ALTER MATERIALIZED VIEW public.mv SET (fillfactor='80', autovacuum_enabled='false');
COMMIT;
