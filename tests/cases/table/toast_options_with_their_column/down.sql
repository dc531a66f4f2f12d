\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t RESET (toast.autovacuum_enabled);
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;
COMMIT;
BEGIN;
ALTER TABLE public.u RESET (fillfactor, toast.autovacuum_vacuum_threshold);
ALTER TABLE public.u DROP COLUMN b;
COMMIT;
