-- What REINDEX CONCURRENTLY leaves behind when it fails: indexes that are not valid, named after the one that they were to
-- replace or have replaced (manual, REINDEX, "Rebuilding Indexes Concurrently"). $1: what is rebuilt, $2: its name.
WITH tree (relid) AS (
    SELECT relid FROM pg_catalog.pg_partition_tree(
        CASE WHEN $1 IN ('index', 'table') THEN pg_catalog.to_regclass($2) END)
    UNION
    SELECT pg_catalog.to_regclass($2) WHERE $1 IN ('index', 'table')
), tables (oid) AS (
    SELECT relid FROM tree WHERE $1 = 'table'
    UNION
    SELECT oid FROM pg_catalog.pg_class WHERE $1 = 'schema' AND relnamespace = pg_catalog.to_regnamespace($2)
    UNION
    SELECT oid FROM pg_catalog.pg_class WHERE $1 = 'database'
), leftover AS (
    SELECT i.indrelid, n.nspname, c.relname, pg_catalog.regexp_replace(c.relname, '_cc(new|old)[0-9]*$', '') AS base
    FROM pg_catalog.pg_index i
    JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE NOT i.indisvalid AND c.relkind = 'i' AND c.relname ~ '_cc(new|old)[0-9]*$'
)
SELECT pg_catalog.format('DROP INDEX CONCURRENTLY IF EXISTS %I.%I', l.nspname, l.relname)
FROM leftover l
WHERE l.indrelid IN (
    SELECT oid FROM tables
    UNION ALL
    SELECT c.reltoastrelid FROM pg_catalog.pg_class c JOIN tables USING (oid))
-- a name too long for the suffix is cut before it
OR EXISTS (
    SELECT FROM tree JOIN pg_catalog.pg_index i ON i.indexrelid = tree.relid JOIN pg_catalog.pg_class c ON c.oid = tree.relid
    WHERE $1 = 'index' AND i.indrelid = l.indrelid
    AND (c.relname = l.base
        OR (pg_catalog.starts_with(c.relname, l.base) AND pg_catalog.octet_length(l.relname::text) >= 60)))
ORDER BY l.nspname COLLATE "C", l.relname COLLATE "C"
