\set ON_ERROR_STOP on
SELECT replace('CREATE INDEX CONCURRENTLY ON {partition} (b)', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.p') WHERE isleaf)
OR (c.oid = 'public.p'::regclass AND c.relkind NOT IN ('p', 'I'))) AND c.relkind <> 'f'
AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
WHERE i.indrelid = c.oid AND i.indisvalid AND NOT i.indisunique AND NOT x.relispartition
AND right(pg_get_indexdef(x.oid), length(' USING btree (b)')) = ' USING btree (b)')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
CREATE INDEX CONCURRENTLY p2_a ON public.p2 (a DESC) WHERE (b IS NOT NULL);
DROP INDEX CONCURRENTLY public.p1_b;
BEGIN;
LOCK TABLE ONLY public.p IN SHARE MODE;
CREATE INDEX p_b ON public.p (b);
COMMIT;
