\set ON_ERROR_STOP on
SELECT replace('CREATE INDEX CONCURRENTLY ON {partition} (lower(v))', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.p1') WHERE isleaf)
OR (c.oid = 'public.p1'::regclass AND c.relkind NOT IN ('p', 'I'))) AND c.relkind <> 'f'
AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
WHERE i.indrelid = c.oid AND i.indisvalid AND NOT i.indisunique AND NOT x.relispartition
AND right(pg_get_indexdef(x.oid), length(' USING btree (lower(v))')) = ' USING btree (lower(v))')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
BEGIN;
LOCK TABLE ONLY public.p IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.p ADD COLUMN n integer;
COMMIT;
SELECT replace('CREATE INDEX CONCURRENTLY ON {partition} (v, n)', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.p') WHERE isleaf)
OR (c.oid = 'public.p'::regclass AND c.relkind NOT IN ('p', 'I'))) AND c.relkind <> 'f'
AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
WHERE i.indrelid = c.oid AND i.indisvalid AND NOT i.indisunique AND NOT x.relispartition
AND right(pg_get_indexdef(x.oid), length(' USING btree (v, n)')) = ' USING btree (v, n)')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
BEGIN;
LOCK TABLE ONLY public.p1 IN SHARE MODE;
CREATE INDEX p1_local ON public.p1 (lower(v));
COMMIT;
CREATE INDEX CONCURRENTLY p1b_local ON public.p1b (v) WHERE (id > 5);
BEGIN;
LOCK TABLE ONLY public.p IN SHARE MODE;
ALTER INDEX public.p_v RENAME TO pleat_old_p_v;
CREATE INDEX p_v ON public.p (v, n);
COMMIT;
SELECT replace('CREATE UNIQUE INDEX CONCURRENTLY ON {partition} (id, d)', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.p') WHERE isleaf)
OR (c.oid = 'public.p'::regclass AND c.relkind NOT IN ('p', 'I'))) AND c.relkind <> 'f'
AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
WHERE i.indrelid = c.oid AND i.indisvalid AND i.indisunique AND NOT x.relispartition
AND right(pg_get_indexdef(x.oid), length(' USING btree (id, d)')) = ' USING btree (id, d)')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
BEGIN;
LOCK TABLE ONLY public.p IN SHARE MODE;
CREATE UNIQUE INDEX p_id ON public.p (id, d);
COMMIT;
DROP INDEX CONCURRENTLY public.p2_local;
BEGIN;
DROP INDEX public.pleat_old_p_v;
COMMIT;
