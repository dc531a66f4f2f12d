\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP FUNCTION public.g();
COMMIT;
BEGIN;
DROP FUNCTION public.f();
COMMIT;
BEGIN;
DROP TABLE s.u;
COMMIT;
BEGIN;
DROP TABLE public.w;
COMMIT;
BEGIN;
DROP TABLE public.v;
COMMIT;
