SELECT k.oid AS id, k.contypid AS parent, k.conname AS name,
       pg_catalog.pg_get_expr(k.conbin, 0) AS definition,
       CASE WHEN NOT k.convalidated THEN 'true' END AS not_valid
FROM pg_catalog.pg_constraint k
JOIN pg_catalog.pg_namespace n ON n.oid = k.connamespace
WHERE k.contypid <> 0 AND k.contype = 'c' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY k.conname
