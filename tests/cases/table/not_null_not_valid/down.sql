\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.goes (
    a integer,
    k integer
) PARTITION BY LIST (k);
ALTER TABLE public.goes OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.goes2 PARTITION OF public.goes FOR VALUES IN (2);
ALTER TABLE public.goes2 OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.goes1 PARTITION OF public.goes FOR VALUES IN (1);
ALTER TABLE public.goes1 OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.goes ADD CONSTRAINT goes_a_not_null NOT NULL a NOT VALID;
COMMENT ON CONSTRAINT goes_a_not_null ON public.goes IS 'goes';
COMMIT;
BEGIN;
COMMENT ON CONSTRAINT goes_a_not_null ON public.goes1 IS 'valid one';
ALTER TABLE public.goes1 VALIDATE CONSTRAINT goes_a_not_null;
COMMIT;
BEGIN;
LOCK TABLE ONLY public.s IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.s VALIDATE CONSTRAINT s_a_not_null;
COMMIT;
BEGIN;
ALTER TABLE public.r ALTER COLUMN a DROP NOT NULL;
COMMIT;
BEGIN;
ALTER TABLE public.r RENAME CONSTRAINT r_two TO r_b_not_null;
ALTER TABLE public.r ALTER CONSTRAINT r_b_not_null INHERIT;
ALTER TABLE public.r VALIDATE CONSTRAINT r_b_not_null;
COMMIT;
BEGIN;
ALTER TABLE public.r1 VALIDATE CONSTRAINT r_b_not_null;
COMMIT;
BEGIN;
ALTER TABLE public.q ALTER COLUMN a DROP NOT NULL;
ALTER TABLE public.q ADD CONSTRAINT q_a_not_null NOT NULL a NOT VALID;
COMMIT;
BEGIN;
ALTER TABLE public.q2 VALIDATE CONSTRAINT q_a_not_null;
COMMIT;
BEGIN;
LOCK TABLE ONLY public.p IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.p ALTER COLUMN b DROP NOT NULL;
COMMIT;
SELECT replace('ALTER TABLE {partition} ALTER COLUMN b DROP NOT NULL', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.p') WHERE isleaf)
OR (c.oid = 'public.p'::regclass AND c.relkind NOT IN ('p', 'I')))
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
BEGIN;
DROP TABLE public.p4;
COMMIT;
BEGIN;
ALTER TABLE public.p DETACH PARTITION public.p3;
DROP TABLE public.p3;
COMMIT;
BEGIN;
DROP TABLE public.comes2;
COMMIT;
BEGIN;
DROP TABLE public.comes1;
COMMIT;
BEGIN;
DROP TABLE public.comes;
COMMIT;
