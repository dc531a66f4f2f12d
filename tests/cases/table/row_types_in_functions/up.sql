\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.t ADD COLUMN born date;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.make(integer)
 RETURNS public.t
 LANGUAGE plpgsql
AS $function$ declare r t%rowtype; begin r.id := $1; r.born := now(); return r; end $function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.one(public.t)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN (($1).name || (($1).born)::text);
COMMIT;
BEGIN;
CREATE OR REPLACE VIEW public.v AS
 SELECT public.one(t.*) AS one,
    t.id,
    t.born
   FROM public.t;
COMMIT;
DROP INDEX CONCURRENTLY public.t_one;
