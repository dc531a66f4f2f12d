\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP EVENT TRIGGER watch;
CREATE EVENT TRIGGER watch ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION public.ev();
ALTER EVENT TRIGGER watch OWNER TO postgres;
COMMIT;
BEGIN;
DROP EVENT TRIGGER drops;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.ev()
 RETURNS event_trigger
 LANGUAGE plpgsql
AS $function$begin raise notice '%', tg_tag; end$function$;
COMMIT;
BEGIN;
ALTER TABLE public.t DROP COLUMN n;
COMMIT;
