\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t NO INHERIT public.b;
ALTER TABLE public.t INHERIT public.a;
COMMIT;
