\set ON_ERROR_STOP on
SELECT replace('CREATE INDEX CONCURRENTLY ON {partition} (c)', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.m') WHERE isleaf)
OR (c.oid = 'public.m'::regclass AND c.relkind NOT IN ('p', 'I'))) AND c.relkind <> 'f'
AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
WHERE i.indrelid = c.oid AND i.indisvalid AND NOT i.indisunique AND NOT x.relispartition
AND right(pg_get_indexdef(x.oid), length(' USING btree (c)')) = ' USING btree (c)')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
BEGIN;
LOCK TABLE ONLY public.m IN ACCESS EXCLUSIVE MODE;
CREATE INDEX m_c ON public.m (c);
COMMIT;
BEGIN;
CREATE TABLE public.m1b PARTITION OF public.m1 DEFAULT;
ALTER TABLE public.m1b OWNER TO postgres;
COMMIT;
BEGIN;
LOCK TABLE ONLY public.m IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.m ALTER COLUMN a DROP NOT NULL;
COMMIT;
BEGIN;
DROP TABLE public.mrest;
COMMIT;
BEGIN;
DROP TABLE public.m1c1;
COMMIT;
BEGIN;
DROP TABLE public.m1c0;
COMMIT;
BEGIN;
DROP TABLE public.m1c;
COMMIT;
BEGIN;
LOCK TABLE ONLY public.m IN ACCESS EXCLUSIVE MODE;
DROP INDEX public.m_d;
ALTER TABLE public.m DROP COLUMN d;
ALTER TABLE public.m ALTER COLUMN c DROP DEFAULT;
COMMIT;
