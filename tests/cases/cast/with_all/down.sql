\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.v;
COMMIT;
BEGIN;
ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT;
ALTER TABLE public.t DROP COLUMN b;
COMMIT;
BEGIN;
DROP CAST (integer AS public."Odd type");
COMMIT;
BEGIN;
DROP FUNCTION public.make(integer);
COMMIT;
BEGIN;
DROP TYPE public."Odd type";
COMMIT;
