\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t RESET (fillfactor, autovacuum_enabled);
ALTER TABLE public.t SET (autovacuum_vacuum_scale_factor='0.05', toast_tuple_target='256', toast.autovacuum_enabled='false');
COMMIT;
