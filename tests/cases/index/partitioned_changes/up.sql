\set ON_ERROR_STOP on
SELECT replace('CREATE INDEX CONCURRENTLY ON {partition} (b, c)', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.m') WHERE isleaf)
OR (c.oid = 'public.m'::regclass AND c.relkind NOT IN ('p', 'I'))) AND c.relkind <> 'f'
AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
WHERE i.indrelid = c.oid AND i.indisvalid AND NOT i.indisunique AND NOT x.relispartition
AND right(pg_get_indexdef(x.oid), length(' USING btree (b, c)')) = ' USING btree (b, c)')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
SELECT replace('CREATE INDEX CONCURRENTLY ON {partition} (c)', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.m') WHERE isleaf)
OR (c.oid = 'public.m'::regclass AND c.relkind NOT IN ('p', 'I'))) AND c.relkind <> 'f'
AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
WHERE i.indrelid = c.oid AND i.indisvalid AND NOT i.indisunique AND NOT x.relispartition
AND right(pg_get_indexdef(x.oid), length(' USING btree (c)')) = ' USING btree (c)')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
BEGIN;
LOCK TABLE ONLY public.m IN SHARE MODE;
ALTER INDEX public.m_b RENAME TO pleat_old_m_b;
CREATE INDEX m_b ON public.m (b, c);
ALTER INDEX public.m_c RENAME TO pleat_old_m_c;
CREATE INDEX m_c ON public.m (c);
COMMENT ON INDEX public.m_c IS 'all';
COMMIT;
SELECT replace('CREATE UNIQUE INDEX CONCURRENTLY ON {partition} (a, b, lower(c))', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.m') WHERE isleaf)
OR (c.oid = 'public.m'::regclass AND c.relkind NOT IN ('p', 'I'))) AND c.relkind <> 'f'
AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
WHERE i.indrelid = c.oid AND i.indisvalid AND i.indisunique AND NOT x.relispartition
AND right(pg_get_indexdef(x.oid), length(' USING btree (a, b, lower(c))')) = ' USING btree (a, b, lower(c))')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
BEGIN;
DROP INDEX public.pleat_old_m_b;
DROP INDEX public.pleat_old_m_c;
DO $$ DECLARE part record; BEGIN
FOR part IN SELECT c.oid::regclass AS index, regexp_replace(c.relname, '[0-9]+$', '') AS name
FROM pg_partition_tree('public.m_c') t JOIN pg_class c ON c.oid = t.relid AND t.level > 0
WHERE c.relname ~ '_idx[0-9]+$' AND NOT EXISTS (SELECT FROM pg_class o WHERE o.relnamespace = c.relnamespace
AND o.relname = regexp_replace(c.relname, '[0-9]+$', ''))
LOOP EXECUTE format('ALTER INDEX %s RENAME TO %I', part.index, part.name); END LOOP;
END $$;
LOCK TABLE ONLY public.m IN SHARE MODE;
ALTER INDEX public.m_lower RENAME TO pleat_old_m_lower;
CREATE UNIQUE INDEX m_lower ON public.m (a, b, lower(c));
DROP INDEX public.pleat_old_m_lower;
COMMIT;
