\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.t NOT OF;
ALTER TABLE public.t ADD COLUMN c date DEFAULT CURRENT_DATE;
COMMIT;
BEGIN;
CREATE OR REPLACE VIEW public.v AS
 SELECT t.a,
    t.b,
    t.c
   FROM public.t;
COMMIT;
BEGIN;
ALTER TYPE public.rec ADD ATTRIBUTE c date;
COMMIT;
BEGIN;
ALTER TABLE public.t OF public.rec;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.f(public.rec)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$ begin return $1.a + 1; end $function$;
COMMIT;
