\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.t ADD COLUMN n integer;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.ev()
 RETURNS event_trigger
 LANGUAGE plpgsql
AS $function$begin raise notice 'now %', tg_tag; end$function$;
COMMIT;
BEGIN;
CREATE EVENT TRIGGER drops ON sql_drop EXECUTE FUNCTION public.ev();
ALTER EVENT TRIGGER drops OWNER TO postgres;
COMMIT;
BEGIN;
DROP EVENT TRIGGER watch;
CREATE EVENT TRIGGER watch ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'DROP TABLE') EXECUTE FUNCTION public.ev();
ALTER EVENT TRIGGER watch OWNER TO postgres;
COMMIT;
