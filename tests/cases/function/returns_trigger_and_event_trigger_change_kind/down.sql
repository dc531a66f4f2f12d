\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.v;
COMMIT;
BEGIN;
DROP FUNCTION public.g();
CREATE OR REPLACE FUNCTION public.g()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$begin return new; end$function$;
ALTER FUNCTION public.g() OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TRIGGER t_g BEFORE INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.g();
COMMIT;
