\set ON_ERROR_STOP on
BEGIN;
COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';
COMMIT;
