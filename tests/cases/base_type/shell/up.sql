\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
COMMENT ON TYPE public."Kept one" IS 'to be';
COMMIT;
BEGIN;
CREATE TYPE public.fresh;
ALTER TYPE public.fresh OWNER TO postgres;
COMMIT;
BEGIN;
DROP TYPE public.becomes;
COMMIT;
BEGIN;
CREATE TYPE public.becomes;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.becomes_in(cstring)
 RETURNS public.becomes
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4in$function$;
ALTER FUNCTION public.becomes_in(cstring) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.becomes_out(public.becomes)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4out$function$;
ALTER FUNCTION public.becomes_out(public.becomes) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TYPE public.becomes (INPUT = public.becomes_in, OUTPUT = public.becomes_out, INTERNALLENGTH = 4, PASSEDBYVALUE, ALIGNMENT = int4, STORAGE = plain);
ALTER TYPE public.becomes OWNER TO postgres;
COMMIT;
BEGIN;
DROP TYPE public.old;
COMMIT;
