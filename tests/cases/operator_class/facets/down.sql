\set ON_ERROR_STOP on
BEGIN;
CREATE OPERATOR FAMILY public.gone USING hash;
ALTER OPERATOR FAMILY public.gone USING hash OWNER TO postgres;
COMMIT;
DROP INDEX CONCURRENTLY public.t_b;
BEGIN;
ALTER OPERATOR CLASS public.ints USING btree OWNER TO postgres;
COMMENT ON OPERATOR CLASS public.ints USING btree IS 'class';
COMMIT;
BEGIN;
ALTER OPERATOR FAMILY public.fam USING btree DROP OPERATOR 1 (integer,bigint), FUNCTION 1 (integer, bigint);
ALTER OPERATOR FAMILY public.fam USING btree OWNER TO postgres;
COMMENT ON OPERATOR FAMILY public.fam USING btree IS 'family';
COMMIT;
