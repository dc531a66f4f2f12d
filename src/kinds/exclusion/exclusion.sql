SELECT k.oid AS id, k.conrelid AS parent, k.conname AS name,
       CASE WHEN k.conparentid <> 0 THEN 'true' END AS derived,
       substr(pg_catalog.pg_get_constraintdef(k.oid), length('EXCLUDE ') + 1) AS definition
FROM pg_catalog.pg_constraint k
JOIN pg_catalog.pg_namespace n ON n.oid = k.connamespace
WHERE k.contype = 'x' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY k.conrelid, k.conname
