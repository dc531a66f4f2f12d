\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.t ADD COLUMN at date;
COMMIT;
BEGIN;
DROP VIEW public.v;
DROP FUNCTION public.list();
CREATE OR REPLACE FUNCTION public.list()
 RETURNS TABLE(id integer, name text, at date)
 LANGUAGE sql
AS $function$select id, name, at from t$function$;
ALTER FUNCTION public.list() OWNER TO postgres;
GRANT EXECUTE ON FUNCTION public.list() TO case_reader;
COMMENT ON FUNCTION public.list() IS 'all of t';
CREATE VIEW public.v AS
 SELECT list.name
   FROM public.list() list(id, name, at);
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
