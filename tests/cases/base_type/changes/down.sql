\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP TYPE public.grade CASCADE;
CREATE TYPE public.grade;
CREATE OR REPLACE FUNCTION public.grade_out(public.grade)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4out$function$;
ALTER FUNCTION public.grade_out(public.grade) OWNER TO postgres;
CREATE OR REPLACE FUNCTION public.grade_in(cstring)
 RETURNS public.grade
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4in$function$;
ALTER FUNCTION public.grade_in(cstring) OWNER TO postgres;
CREATE TYPE public.grade (INPUT = public.grade_in, OUTPUT = public.grade_out, INTERNALLENGTH = 4, PASSEDBYVALUE, ALIGNMENT = int4, STORAGE = plain);
ALTER TYPE public.grade OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TYPE public.mark SET (SEND = NONE);
ALTER TYPE public.mark SET (RECEIVE = public.mark_recv);
COMMIT;
