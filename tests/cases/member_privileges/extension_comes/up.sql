\set ON_ERROR_STOP on
BEGIN;
CREATE EXTENSION hstore WITH SCHEMA public;
COMMENT ON EXTENSION hstore IS 'data type for storing sets of (key, value) pairs';
COMMIT;
BEGIN;
ALTER TABLE public.t ADD COLUMN h public.hstore;
COMMIT;
BEGIN;
REVOKE ALL ON FUNCTION public.hstore(record) FROM PUBLIC;
COMMIT;
BEGIN;
REVOKE ALL ON TYPE public.hstore FROM PUBLIC;
GRANT USAGE ON TYPE public.hstore TO case_reader;
COMMIT;
