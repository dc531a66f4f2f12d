\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.child INHERIT public.base;
COMMIT;
