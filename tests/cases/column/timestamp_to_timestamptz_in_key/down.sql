\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.log ALTER COLUMN at TYPE timestamp without time zone USING at::timestamp without time zone;
COMMIT;
