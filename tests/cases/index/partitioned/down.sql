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
DROP INDEX public.i;
CREATE INDEX old_i ON public.m (b);
DO $$ DECLARE part record; BEGIN
FOR part IN SELECT c.oid::regclass AS index, regexp_replace(c.relname, '[0-9]+$', '') AS name
FROM pg_partition_tree('public.old_i') t JOIN pg_class c ON c.oid = t.relid AND t.level > 0
WHERE c.relname ~ '_idx[0-9]+$' AND NOT EXISTS (SELECT FROM pg_class o WHERE o.relnamespace = c.relnamespace
AND o.relname = regexp_replace(c.relname, '[0-9]+$', ''))
LOOP EXECUTE format('ALTER INDEX %s RENAME TO %I', part.index, part.name); END LOOP;
END $$;
DROP INDEX public.u;
COMMIT;
DROP INDEX CONCURRENTLY public.only_sub;
