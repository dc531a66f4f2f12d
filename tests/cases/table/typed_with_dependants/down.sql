\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.f(public.rec)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$ begin return $1.a; end $function$;
COMMIT;
BEGIN;
ALTER TABLE public.t NOT OF;
COMMIT;
BEGIN;
ALTER TYPE public.rec DROP ATTRIBUTE c;
COMMIT;
BEGIN;
DROP VIEW public.v;
CREATE OR REPLACE VIEW public.v AS
 SELECT t.a,
    t.b
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.t DROP COLUMN c;
ALTER TABLE public.t OF public.rec;
COMMIT;
