-- Indexes of $1 that are neither parts of others nor a constraint's: whether they are valid, what drops them, and whether
-- they say the same as the one on the temporary table pleat_twin, where that is there.
WITH made AS (
  SELECT c.oid, i.indrelid, i.indisvalid, i.indisunique, pg_catalog.pg_get_indexdef(c.oid) AS text,
         pg_catalog.format('%I.%I ', s.nspname, t.relname) AS full_name, pg_catalog.format('%I ', t.relname) AS name,
         pg_catalog.format('CREATE %sINDEX %I ON ', CASE WHEN i.indisunique THEN 'UNIQUE ' ELSE '' END, c.relname) AS head,
         pg_catalog.format('DROP INDEX CONCURRENTLY %I.%I', n.nspname, c.relname) AS drop
  FROM pg_catalog.pg_index i
  JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
  JOIN pg_catalog.pg_namespace s ON s.oid = t.relnamespace
  WHERE i.indrelid IN (pg_catalog.to_regclass($1), pg_catalog.to_regclass('pg_temp.pleat_twin')) AND NOT c.relispartition
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k WHERE k.conindid = c.oid AND k.contype IN ('p', 'u', 'x'))
), said AS (   -- a name is qualified unless the search_path leads to it
  SELECT m.*, pg_catalog.substr(m.text, pg_catalog.length(m.head) + pg_catalog.length(
           CASE WHEN pg_catalog.starts_with(m.text, m.head || m.full_name) THEN m.full_name ELSE m.name END) + 1) AS tail
  FROM made m)
SELECT a.indisvalid, a.drop
FROM said a
LEFT JOIN said b ON b.indrelid = pg_catalog.to_regclass('pg_temp.pleat_twin')
WHERE a.indrelid = pg_catalog.to_regclass($1) AND (b.oid IS NULL OR (a.tail = b.tail AND a.indisunique = b.indisunique))
ORDER BY a.oid
