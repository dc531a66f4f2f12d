\set ON_ERROR_STOP on
BEGIN;
ALTER MATERIALIZED VIEW public.mv RESET (fillfactor, autovacuum_enabled);
ALTER MATERIALIZED VIEW public.mv SET (fillfactor='70');
COMMIT;
