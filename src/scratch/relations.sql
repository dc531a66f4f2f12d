-- Relations that are there: what a step may lock, scan or rewrite. Indexes with their table, partitions with the table above all others.
SELECT c.oid, c.relkind, pg_catalog.format('%I.%I', n.nspname, c.relname), pg_catalog.pg_relation_filenode(c.oid), i.indrelid,
       CASE WHEN c.relispartition AND i.indexrelid IS NULL THEN pg_catalog.pg_partition_root(c.oid)::pg_catalog.regclass::pg_catalog.text END
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'm', 'f', 'v', 'S', 'i', 'I') AND n.nspname <> 'pg_toast'
