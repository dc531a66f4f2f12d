\set ON_ERROR_STOP on
BEGIN;
CREATE SCHEMA ext;
ALTER SCHEMA ext OWNER TO postgres;
COMMIT;
BEGIN;
CREATE EXTENSION citext WITH SCHEMA ext;
COMMENT ON EXTENSION citext IS 'data type for case-insensitive character strings';
COMMIT;
BEGIN;
CREATE TABLE public.t (
    name ext.citext NOT NULL,
    lower_name text GENERATED ALWAYS AS (lower((name)::text)) STORED
);
ALTER TABLE public.t OWNER TO postgres;
COMMIT;
