SELECT t.oid AS id, t.tgrelid AS parent, t.tgname AS name,
       CASE WHEN t.tgparentid <> 0 THEN 'true' END AS derived,
       CASE WHEN t.tgconstraint <> 0 THEN 'true' END AS "constraint",
       -- what stands behind "CREATE [CONSTRAINT] TRIGGER name "
       substr(pg_catalog.pg_get_triggerdef(t.oid),
              length('CREATE TRIGGER  ') + CASE WHEN t.tgconstraint <> 0 THEN 11 ELSE 0 END +
              length(quote_ident(t.tgname)) + 1) AS definition,
       CASE t.tgenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' WHEN 'A' THEN 'ENABLE ALWAYS' END AS enabled
FROM pg_catalog.pg_trigger t
JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_constraint k ON k.oid = t.tgconstraint
WHERE (NOT t.tgisinternal OR t.tgparentid <> 0 AND coalesce(k.contype = 't', true))   -- a partition's is internal before 15
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY t.tgrelid, t.tgname
