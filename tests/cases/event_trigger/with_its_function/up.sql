\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE SCHEMA guard;
ALTER SCHEMA guard OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION guard."Watch"()
 RETURNS event_trigger
 LANGUAGE plpgsql
AS $function$ begin end $function$;
ALTER FUNCTION guard."Watch"() OWNER TO postgres;
COMMIT;
BEGIN;
CREATE EVENT TRIGGER "the guard" ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION guard."Watch"();
ALTER EVENT TRIGGER "the guard" OWNER TO postgres;
COMMIT;
