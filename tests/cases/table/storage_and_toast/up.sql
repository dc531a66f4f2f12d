\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t RESET (fillfactor, parallel_workers, toast.autovacuum_enabled);
ALTER TABLE public.t SET (fillfactor='60', toast_tuple_target='1024', toast.autovacuum_vacuum_threshold='100');
COMMIT;
BEGIN;
ALTER TABLE public.u RESET (autovacuum_vacuum_scale_factor);
COMMIT;
BEGIN;
ALTER TABLE public.w SET (log_autovacuum_min_duration='0', user_catalog_table='true');
COMMIT;
