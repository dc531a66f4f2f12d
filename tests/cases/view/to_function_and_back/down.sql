\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP FUNCTION public.first_of_v();
DROP FUNCTION public.all_of_v();
DROP VIEW public.v;
CREATE VIEW public.v AS
 SELECT t.a,
    t.b
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
CREATE OR REPLACE FUNCTION public.first_of_v()
 RETURNS public.v
 LANGUAGE sql
AS $function$ select * from v limit 1 $function$;
ALTER FUNCTION public.first_of_v() OWNER TO postgres;
CREATE OR REPLACE FUNCTION public.all_of_v()
 RETURNS SETOF public.v
 LANGUAGE plpgsql
AS $function$ begin return query select * from v; end $function$;
ALTER FUNCTION public.all_of_v() OWNER TO postgres;
COMMIT;
