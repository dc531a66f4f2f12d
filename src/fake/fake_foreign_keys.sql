-- Those that partitions have from their parents are left out.
SELECT k.conrelid, k.confrelid, n.nspname, k.conname, k.confmatchtype,
       pg_catalog.array_to_string(k.conkey, ' ') AS columns, pg_catalog.array_to_string(k.confkey, ' ') AS referenced
FROM pg_catalog.pg_constraint k
JOIN pg_catalog.pg_namespace n ON n.oid = k.connamespace
WHERE k.contype = 'f' AND k.conparentid = 0
  AND coalesce(pg_catalog.to_jsonb(k) ->> 'conenforced', 'true') = 'true'
ORDER BY k.conrelid, k.conname COLLATE "C"
