\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t NO INHERIT public.base;
COMMIT;
