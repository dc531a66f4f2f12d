\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP TRIGGER t_g ON public.t;
COMMIT;
BEGIN;
DROP FUNCTION public.g();
CREATE OR REPLACE FUNCTION public.g()
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
ALTER FUNCTION public.g() OWNER TO postgres;
COMMIT;
BEGIN;
CREATE VIEW public.v AS
 SELECT public.g() AS n;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
