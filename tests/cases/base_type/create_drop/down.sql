\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE TYPE public.gone;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.gone_out(public.gone)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4out$function$;
ALTER FUNCTION public.gone_out(public.gone) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.gone_in(cstring)
 RETURNS public.gone
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4in$function$;
ALTER FUNCTION public.gone_in(cstring) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TYPE public.gone (INPUT = public.gone_in, OUTPUT = public.gone_out, INTERNALLENGTH = 4, PASSEDBYVALUE, ALIGNMENT = int4, STORAGE = plain);
ALTER TYPE public.gone OWNER TO postgres;
COMMENT ON TYPE public.gone IS 'old';
COMMIT;
BEGIN;
DROP VIEW public.best;
COMMIT;
BEGIN;
DROP TABLE public.pupil;
COMMIT;
BEGIN;
DROP CAST (public.grade AS integer);
COMMIT;
BEGIN;
DROP OPERATOR public.>>(public.grade, public.grade);
COMMIT;
BEGIN;
DROP FUNCTION public.better(public.grade, public.grade);
COMMIT;
BEGIN;
DROP TYPE public.grade CASCADE;
COMMIT;
BEGIN;
DROP SCHEMA s;
COMMIT;
