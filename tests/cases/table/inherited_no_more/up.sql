\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.child NO INHERIT public.base;
COMMIT;
