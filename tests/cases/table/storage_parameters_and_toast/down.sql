\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t RESET (autovacuum_vacuum_scale_factor, toast_tuple_target, toast.autovacuum_enabled);
ALTER TABLE public.t SET (fillfactor='80', autovacuum_enabled='false');
COMMIT;
