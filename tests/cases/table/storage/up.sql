\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t RESET (fillfactor, autovacuum_enabled);
COMMIT;
BEGIN;
ALTER TABLE public.u SET (fillfactor='80', toast_tuple_target='4096', autovacuum_enabled='true', toast.autovacuum_enabled='false');
COMMIT;
BEGIN;
ALTER TABLE public.w RESET (fillfactor, autovacuum_vacuum_scale_factor);
ALTER TABLE public.w SET (fillfactor='60', autovacuum_vacuum_threshold='100');
COMMIT;
