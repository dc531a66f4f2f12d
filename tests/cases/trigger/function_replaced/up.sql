\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.tg()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$begin return new; end$function$;
ALTER FUNCTION public.tg() OWNER TO postgres;
COMMIT;
BEGIN;
DROP TRIGGER tr ON public.t;
CREATE TRIGGER tr BEFORE INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.tg();
COMMIT;
BEGIN;
DROP FUNCTION public.tf();
COMMIT;
