\set ON_ERROR_STOP on
BEGIN;
LOCK TABLE ONLY public.m IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.m ADD COLUMN e text DEFAULT 'x'::text NOT NULL;
COMMIT;
SELECT replace('CREATE INDEX CONCURRENTLY ON {partition} (e)', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.m') WHERE isleaf)
OR (c.oid = 'public.m'::regclass AND c.relkind NOT IN ('p', 'I'))) AND c.relkind <> 'f'
AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
WHERE i.indrelid = c.oid AND i.indisvalid AND NOT i.indisunique AND NOT x.relispartition
AND right(pg_get_indexdef(x.oid), length(' USING btree (e)')) = ' USING btree (e)')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
BEGIN;
LOCK TABLE ONLY public.m IN SHARE MODE;
CREATE INDEX m_e_idx ON public.m (e);
LOCK TABLE ONLY public.m IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.m DROP COLUMN d;
ALTER TABLE public.m DROP COLUMN c;
DROP INDEX public.m_b_idx;
ALTER TABLE public.m ALTER COLUMN b TYPE bigint USING b::bigint;
COMMIT;
