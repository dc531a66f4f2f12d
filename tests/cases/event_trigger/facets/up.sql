\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.f()
 RETURNS event_trigger
 LANGUAGE plpgsql
AS $function$ begin null; end $function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.g()
 RETURNS event_trigger
 LANGUAGE plpgsql
AS $function$ begin end $function$;
ALTER FUNCTION public.g() OWNER TO postgres;
COMMIT;
BEGIN;
ALTER EVENT TRIGGER two OWNER TO case_superuser;
COMMENT ON EVENT TRIGGER two IS 'second';
ALTER EVENT TRIGGER two ENABLE REPLICA;
COMMIT;
BEGIN;
DROP EVENT TRIGGER one;
CREATE EVENT TRIGGER one ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'CREATE INDEX') EXECUTE FUNCTION public.g();
ALTER EVENT TRIGGER one OWNER TO postgres;
COMMIT;
