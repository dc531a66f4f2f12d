\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.w RESET (fillfactor, autovacuum_vacuum_threshold);
ALTER TABLE public.w SET (fillfactor='50', autovacuum_vacuum_scale_factor='0.1');
COMMIT;
BEGIN;
ALTER TABLE public.u RESET (fillfactor, toast_tuple_target, autovacuum_enabled, toast.autovacuum_enabled);
COMMIT;
BEGIN;
ALTER TABLE public.t SET (fillfactor='70', autovacuum_enabled='false');
COMMIT;
