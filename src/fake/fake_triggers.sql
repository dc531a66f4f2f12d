-- What runs when a row comes to table $1 or to its partitions, in languages that are text.
SELECT DISTINCT p.prosrc
FROM pg_catalog.pg_trigger t
JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid
JOIN pg_catalog.pg_language l ON l.oid = p.prolang
WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND t.tgtype & 4 <> 0 AND l.lanname NOT IN ('c', 'internal')
  AND (t.tgrelid = $1::pg_catalog.oid
       OR t.tgrelid IN (SELECT i.relid FROM pg_catalog.pg_partition_tree($1::pg_catalog.oid::pg_catalog.regclass) i))
ORDER BY 1
