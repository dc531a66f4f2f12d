SELECT c.oid AS id, i.indrelid AS parent, c.relname AS name,
       CASE WHEN c.relispartition THEN 'true' END AS derived,
       CASE WHEN i.indisunique THEN 'true' END AS unique,
       -- what stands behind "CREATE [UNIQUE] INDEX name ON [ONLY] table USING "
       substr(pg_catalog.pg_get_indexdef(i.indexrelid),
              length('CREATE INDEX  ON  USING ') + CASE WHEN i.indisunique THEN 7 ELSE 0 END + length(quote_ident(c.relname)) +
              CASE WHEN t.relkind = 'p' THEN 5 ELSE 0 END +
              length(quote_ident(n.nspname)) + 1 + length(quote_ident(t.relname)) + 1) AS definition,
       CASE WHEN t.relkind = 'p' THEN 'true' END AS partitioned,
       CASE WHEN NOT i.indisvalid AND t.relkind <> 'p' THEN 'true' END AS invalid
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace
WHERE t.relkind IN ('r', 'p', 'm') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k
                  WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
ORDER BY i.indrelid, c.relname
