\set ON_ERROR_STOP on
BEGIN;
CREATE SCHEMA public;
ALTER SCHEMA public OWNER TO pg_database_owner;
GRANT USAGE ON SCHEMA public TO PUBLIC;
COMMENT ON SCHEMA public IS 'standard public schema';
COMMIT;
BEGIN;
CREATE TABLE public.crash (
    id integer
);
ALTER TABLE public.crash OWNER TO postgres;
COMMIT;
BEGIN;
DROP TABLE app.crash;
COMMIT;
BEGIN;
DROP SCHEMA app;
COMMIT;
