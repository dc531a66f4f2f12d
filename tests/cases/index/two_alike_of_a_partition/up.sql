\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.m3 (
    id integer,
    k integer
);
ALTER TABLE public.m3 OWNER TO postgres;
CREATE INDEX m3_b ON public.m3 (k);
COMMIT;
SELECT replace('CREATE INDEX CONCURRENTLY ON {partition} (k)', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.m') WHERE isleaf)
OR (c.oid = 'public.m'::regclass AND c.relkind NOT IN ('p', 'I'))) AND c.relkind <> 'f'
AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
WHERE i.indrelid = c.oid AND i.indisvalid AND NOT i.indisunique AND NOT x.relispartition
AND right(pg_get_indexdef(x.oid), length(' USING btree (k)')) = ' USING btree (k)')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
BEGIN;
LOCK TABLE ONLY public.m IN SHARE MODE;
CREATE INDEX m_k ON ONLY public.m (k);
ALTER INDEX public.m_k ATTACH PARTITION public.m1_b;
DO $$ DECLARE part record; BEGIN
FOR part IN SELECT h.inhrelid AS id FROM pg_inherits h WHERE h.inhparent = 'public.m'::regclass AND NOT EXISTS (SELECT
    FROM pg_inherits a JOIN pg_index i ON i.indexrelid = a.inhrelid
    WHERE a.inhparent = 'public.m_k'::regclass AND i.indrelid = h.inhrelid)
LOOP
    FOR turn IN 1 .. 2 LOOP
        EXECUTE coalesce((SELECT format('ALTER INDEX %s ATTACH PARTITION %s', 'public.m_k', x.oid::regclass)
            FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid WHERE i.indrelid = part.id AND i.indisvalid
            AND NOT x.relispartition AND i.indisunique = false AND right(pg_get_indexdef(x.oid), length(' USING btree (k)')) = ' USING btree (k)'
            ORDER BY x.oid LIMIT 1), format('CREATE INDEX ON %s %s', part.id::regclass, '(k)'));
        EXIT WHEN EXISTS (SELECT FROM pg_inherits a JOIN pg_index i ON i.indexrelid = a.inhrelid
            WHERE a.inhparent = 'public.m_k'::regclass AND i.indrelid = part.id);
    END LOOP;
END LOOP;
END $$;
COMMIT;
BEGIN;
CREATE INDEX m3_a ON public.m3 (k);
ALTER TABLE public.m ATTACH PARTITION public.m3 FOR VALUES FROM (20) TO (30);
COMMIT;
