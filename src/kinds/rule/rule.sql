SELECT r.oid AS id, r.ev_class AS parent, r.rulename AS name,
       -- what stands behind "CREATE RULE name AS"
       btrim(rtrim(substr(pg_catalog.pg_get_ruledef(r.oid), length('CREATE RULE  AS') + length(quote_ident(r.rulename)) + 1), ';'),
             E' \n') AS definition,
       CASE r.ev_enabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' WHEN 'A' THEN 'ENABLE ALWAYS' END AS enabled
FROM pg_catalog.pg_rewrite r
JOIN pg_catalog.pg_class c ON c.oid = r.ev_class
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE r.rulename <> '_RETURN' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY r.ev_class, r.rulename
