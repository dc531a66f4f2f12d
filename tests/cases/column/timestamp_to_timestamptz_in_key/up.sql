\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.log ALTER COLUMN at TYPE timestamp with time zone USING at::timestamp with time zone;
COMMIT;
