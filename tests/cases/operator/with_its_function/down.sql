\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.t DROP CONSTRAINT t_a_check;
COMMIT;
BEGIN;
DROP VIEW public.v;
COMMIT;
BEGIN;
DROP OPERATOR public.~=(integer, integer);
COMMIT;
BEGIN;
DROP FUNCTION public.about(integer, integer);
COMMIT;
