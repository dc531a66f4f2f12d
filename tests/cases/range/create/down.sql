\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP TABLE public.t;
COMMIT;
BEGIN;
DROP TYPE public.timerange;
COMMIT;
BEGIN;
DROP FUNCTION public.diff(time without time zone, time without time zone);
COMMIT;
BEGIN;
DROP TYPE public.floats;
COMMIT;
