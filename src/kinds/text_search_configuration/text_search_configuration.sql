SELECT c.oid AS id, n.nspname AS schema, c.cfgname AS name, r.rolname AS owner,
       CASE WHEN pn.nspname = 'pg_catalog' AND p.prsname = 'default' THEN 'default'   -- a word that is allowed here
            WHEN pn.nspname = 'pg_catalog' THEN quote_ident(p.prsname)
            ELSE quote_ident(pn.nspname) || '.' || quote_ident(p.prsname) END AS parser
FROM pg_catalog.pg_ts_config c
JOIN pg_catalog.pg_namespace n ON n.oid = c.cfgnamespace
JOIN pg_catalog.pg_roles r ON r.oid = c.cfgowner
JOIN pg_catalog.pg_ts_parser p ON p.oid = c.cfgparser
JOIN pg_catalog.pg_namespace pn ON pn.oid = p.prsnamespace
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_ts_config'::regclass AND d.objid = c.oid AND d.deptype = 'e')
ORDER BY 2, 3
