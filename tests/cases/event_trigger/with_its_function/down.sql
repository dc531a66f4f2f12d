\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP EVENT TRIGGER "the guard";
COMMIT;
BEGIN;
DROP FUNCTION guard."Watch"();
COMMIT;
BEGIN;
DROP SCHEMA guard;
COMMIT;
