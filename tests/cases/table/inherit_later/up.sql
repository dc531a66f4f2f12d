\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t INHERIT public.base;
COMMIT;
