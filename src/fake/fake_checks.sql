-- Of tables and of domains; those that are not enforced (18 on) hold nobody back.
SELECT k.conrelid, k.contypid, k.conname, pg_catalog.pg_get_expr(k.conbin, k.conrelid) AS expression
FROM pg_catalog.pg_constraint k
JOIN pg_catalog.pg_namespace n ON n.oid = k.connamespace
WHERE k.contype = 'c' AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\_%'
  AND coalesce(pg_catalog.to_jsonb(k) ->> 'conenforced', 'true') = 'true'
ORDER BY k.conrelid, k.contypid, k.conname COLLATE "C"
