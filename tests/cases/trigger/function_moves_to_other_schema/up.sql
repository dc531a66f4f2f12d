\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION app.stamp()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$begin return new; end$function$;
ALTER FUNCTION app.stamp() OWNER TO postgres;
COMMIT;
BEGIN;
DROP TRIGGER a ON public.t;
CREATE TRIGGER a BEFORE INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION app.stamp();
COMMIT;
BEGIN;
DROP FUNCTION public.stamp();
COMMIT;
