SELECT w.oid AS id, w.fdwname AS name, r.rolname AS owner,
       CASE WHEN w.fdwhandler <> 0 THEN w.fdwhandler::regproc::text END AS handler,
       CASE WHEN w.fdwvalidator <> 0 THEN w.fdwvalidator::regproc::text END AS validator,
       (SELECT string_agg(quote_ident(o.option_name) || ' ' || quote_literal(o.option_value), ', '
                          ORDER BY o.option_name COLLATE "C")
        FROM pg_catalog.pg_options_to_table(w.fdwoptions) o) AS options
FROM pg_catalog.pg_foreign_data_wrapper w
JOIN pg_catalog.pg_roles r ON r.oid = w.fdwowner
WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_foreign_data_wrapper'::regclass AND d.objid = w.oid AND d.deptype = 'e')
ORDER BY w.fdwname
