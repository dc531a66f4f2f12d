\set ON_ERROR_STOP on
BEGIN;
ALTER OPERATOR FAMILY public.fam USING btree OWNER TO case_superuser;
COMMENT ON OPERATOR FAMILY public.fam USING btree IS NULL;
ALTER OPERATOR FAMILY public.fam USING btree ADD OPERATOR 1 <(integer,bigint), FUNCTION 1 (integer, bigint) btint48cmp(integer,bigint);
COMMIT;
BEGIN;
ALTER OPERATOR CLASS public.ints USING btree OWNER TO case_superuser;
COMMENT ON OPERATOR CLASS public.ints USING btree IS NULL;
COMMIT;
CREATE INDEX CONCURRENTLY t_b ON public.t (b public.ints DESC);
BEGIN;
DROP OPERATOR FAMILY public.gone USING hash;
COMMIT;
