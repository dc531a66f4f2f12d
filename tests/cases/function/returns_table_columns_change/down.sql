\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.v;
DROP FUNCTION public.list();
CREATE OR REPLACE FUNCTION public.list()
 RETURNS TABLE(id integer, name text)
 LANGUAGE sql
AS $function$select id, name from t$function$;
ALTER FUNCTION public.list() OWNER TO postgres;
GRANT EXECUTE ON FUNCTION public.list() TO case_reader;
COMMENT ON FUNCTION public.list() IS 'all of t';
CREATE VIEW public.v AS
 SELECT list.name
   FROM public.list() list(id, name);
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.t DROP COLUMN at;
COMMIT;
