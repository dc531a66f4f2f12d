\set ON_ERROR_STOP on
BEGIN;
CREATE SCHEMA app;
ALTER SCHEMA app OWNER TO postgres;
GRANT USAGE ON SCHEMA app TO case_reader;
COMMENT ON SCHEMA app IS 'the app''s own';
COMMIT;
BEGIN;
CREATE TABLE app.t (
    id integer
);
ALTER TABLE app.t OWNER TO postgres;
COMMIT;
