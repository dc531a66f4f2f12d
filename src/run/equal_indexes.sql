-- Indexes of $1 that are neither parts of others nor a constraint's: whether they are valid, what drops them. Where there
-- is the temporary table pleat_twin, only those that say the same as the one on that.
WITH made AS (
  SELECT c.oid, i.indrelid, i.indisvalid, i.indisunique,
         pg_catalog.format('DROP INDEX CONCURRENTLY %I.%I', n.nspname, c.relname) AS drop,
         pg_catalog.substr(pg_catalog.pg_get_indexdef(c.oid), pg_catalog.length(pg_catalog.format(
           'CREATE %sINDEX %I ON ', CASE WHEN i.indisunique THEN 'UNIQUE ' ELSE '' END, c.relname)) + 1) AS behind
  FROM pg_catalog.pg_index i
  JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE i.indrelid IN (pg_catalog.to_regclass($1), pg_catalog.to_regclass('pg_temp.pleat_twin')) AND NOT c.relispartition
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k WHERE k.conindid = c.oid AND k.contype IN ('p', 'u', 'x'))
), said AS (
  SELECT m.*, pg_catalog.substr(m.behind, pg_catalog.strpos(m.behind, ' USING ')) AS tail FROM made m)
SELECT a.indisvalid, a.drop
FROM said a
LEFT JOIN said b ON b.indrelid = pg_catalog.to_regclass('pg_temp.pleat_twin')
WHERE a.indrelid = pg_catalog.to_regclass($1) AND (b.oid IS NULL OR (a.tail = b.tail AND a.indisunique = b.indisunique))
ORDER BY a.oid
