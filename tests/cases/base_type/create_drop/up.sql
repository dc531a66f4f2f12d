\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE SCHEMA s;
ALTER SCHEMA s OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TYPE public.grade;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.grade_in(cstring)
 RETURNS public.grade
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4in$function$;
ALTER FUNCTION public.grade_in(cstring) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.grade_out(public.grade)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4out$function$;
ALTER FUNCTION public.grade_out(public.grade) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.grade_recv(internal)
 RETURNS public.grade
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4recv$function$;
ALTER FUNCTION public.grade_recv(internal) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.grade_send(public.grade)
 RETURNS bytea
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4send$function$;
ALTER FUNCTION public.grade_send(public.grade) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TYPE public.grade (INPUT = public.grade_in, OUTPUT = public.grade_out, INTERNALLENGTH = 4, PASSEDBYVALUE, ALIGNMENT = int4, STORAGE = plain, CATEGORY = 'N', DEFAULT = '1', DELIMITER = ';', RECEIVE = public.grade_recv, SEND = public.grade_send);
ALTER TYPE public.grade OWNER TO case_owner;
REVOKE ALL ON TYPE public.grade FROM PUBLIC;
COMMENT ON TYPE public.grade IS 'new';
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.better(public.grade, public.grade)
 RETURNS boolean
 LANGUAGE internal
 IMMUTABLE
AS $function$int4gt$function$;
ALTER FUNCTION public.better(public.grade, public.grade) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OPERATOR public.>> (FUNCTION = public.better, LEFTARG = public.grade, RIGHTARG = public.grade);
ALTER OPERATOR public.>>(public.grade, public.grade) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE CAST (public.grade AS integer) WITHOUT FUNCTION AS IMPLICIT;
COMMIT;
BEGIN;
CREATE TABLE public.pupil (
    name text,
    marks public.grade[],
    last public.grade DEFAULT '3'::public.grade,
    CONSTRAINT pupil_last_check CHECK ((last OPERATOR(public.>>) '0'::public.grade))
);
ALTER TABLE public.pupil OWNER TO postgres;
COMMIT;
BEGIN;
CREATE VIEW public.best AS
 SELECT pupil.name
   FROM public.pupil
  WHERE (pupil.last OPERATOR(public.>>) '5'::public.grade);
ALTER VIEW public.best OWNER TO postgres;
COMMIT;
BEGIN;
DROP TYPE public.gone CASCADE;
COMMIT;
