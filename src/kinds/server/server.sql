SELECT s.oid AS id, s.srvname AS name, r.rolname AS owner, s.srvtype AS type, s.srvversion AS version, w.fdwname AS wrapper,
       (SELECT string_agg(quote_ident(o.option_name) || ' ' || quote_literal(o.option_value), ', '
                          ORDER BY o.option_name COLLATE "C")
        FROM pg_catalog.pg_options_to_table(s.srvoptions) o) AS options
FROM pg_catalog.pg_foreign_server s
JOIN pg_catalog.pg_foreign_data_wrapper w ON w.oid = s.srvfdw
JOIN pg_catalog.pg_roles r ON r.oid = s.srvowner
WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_foreign_server'::regclass AND d.objid = s.oid AND d.deptype = 'e')
ORDER BY s.srvname
