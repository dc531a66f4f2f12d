\set ON_ERROR_STOP on
BEGIN;
GRANT USAGE ON SCHEMA public TO PUBLIC;
COMMENT ON SCHEMA public IS 'standard public schema';
COMMIT;
