\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.u ADD COLUMN b jsonb;
ALTER TABLE public.u SET (fillfactor='70', toast.autovacuum_vacuum_threshold='10');
COMMIT;
BEGIN;
ALTER TABLE public.t ALTER COLUMN a TYPE text USING a::text;
ALTER TABLE public.t SET (toast.autovacuum_enabled='false');
COMMIT;
