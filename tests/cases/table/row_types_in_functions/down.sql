\set ON_ERROR_STOP on
SET check_function_bodies = off;
CREATE INDEX CONCURRENTLY t_one ON public.t (public.one(t.*));
BEGIN;
DROP VIEW public.v;
CREATE OR REPLACE VIEW public.v AS
 SELECT public.one(t.*) AS one,
    t.id
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.one(public.t)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN ($1).name;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.make(integer)
 RETURNS public.t
 LANGUAGE plpgsql
AS $function$ declare r t%rowtype; begin r.id := $1; return r; end $function$;
COMMIT;
BEGIN;
ALTER TABLE public.t DROP COLUMN born;
COMMIT;
