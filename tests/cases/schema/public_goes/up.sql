\set ON_ERROR_STOP on
BEGIN;
CREATE SCHEMA app;
ALTER SCHEMA app OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE app.crash (
    id integer
);
ALTER TABLE app.crash OWNER TO postgres;
COMMIT;
BEGIN;
DROP TABLE public.crash;
COMMIT;
BEGIN;
DROP SCHEMA public;
COMMIT;
