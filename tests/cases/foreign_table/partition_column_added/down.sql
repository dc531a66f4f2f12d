\set ON_ERROR_STOP on
SELECT replace('CREATE INDEX CONCURRENTLY ON {partition} (b)', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.m') WHERE isleaf)
OR (c.oid = 'public.m'::regclass AND c.relkind NOT IN ('p', 'I'))) AND c.relkind <> 'f'
AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
WHERE i.indrelid = c.oid AND i.indisvalid AND NOT i.indisunique AND NOT x.relispartition
AND right(pg_get_indexdef(x.oid), length(' USING btree (b)')) = ' USING btree (b)')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
BEGIN;
LOCK TABLE ONLY public.m IN ACCESS EXCLUSIVE MODE;
CREATE INDEX m_b ON public.m (b);
ALTER TABLE public.m DROP CONSTRAINT m_a_check;
COMMIT;
BEGIN;
ALTER TABLE public.f ALTER COLUMN b OPTIONS (SET column_name 'bb');
COMMIT;
BEGIN;
LOCK TABLE ONLY public.m IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.m DROP COLUMN c;
COMMIT;
