-- $1: the schema of pleat's own tables. The columns of tables with their types; key: its place in the primary key.
SELECT pg_catalog.format('%I.%I', n.nspname, c.relname) AS relation, pg_catalog.quote_ident(a.attname) AS name,
       pg_catalog.format_type(a.atttypid, a.atttypmod) AS type,
       (SELECT a.attnum = ANY (i.indkey::smallint[]) FROM pg_catalog.pg_index i WHERE i.indrelid = c.oid AND i.indisprimary) AS key
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't'
  AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\_%' AND n.nspname <> $1
  AND c.relname NOT IN ('pleat_version', 'pleat_journal', 'pleat_runner') -- a tenant's
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C", a.attnum
