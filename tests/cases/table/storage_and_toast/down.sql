\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.w RESET (log_autovacuum_min_duration, user_catalog_table);
COMMIT;
BEGIN;
ALTER TABLE public.u SET (autovacuum_vacuum_scale_factor='0.05');
COMMIT;
BEGIN;
ALTER TABLE public.t RESET (fillfactor, toast_tuple_target, toast.autovacuum_vacuum_threshold);
ALTER TABLE public.t SET (fillfactor='50', parallel_workers='2', toast.autovacuum_enabled='off');
COMMIT;
