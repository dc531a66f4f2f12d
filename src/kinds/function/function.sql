SELECT p.oid AS id, n.nspname AS schema, p.proname AS name, pg_catalog.oidvectortypes(p.proargtypes) AS signature,
       r.rolname AS owner,
       pg_catalog.pg_get_functiondef(p.oid) AS definition,
       p.prosrc AS body,
       pg_catalog.pg_get_function_arguments(p.oid) AS arguments,
       pg_catalog.pg_get_function_result(p.oid) AS returns,
       (SELECT l.lanname FROM pg_catalog.pg_language l WHERE l.oid = p.prolang) AS language
FROM pg_catalog.pg_proc p
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
JOIN pg_catalog.pg_roles r ON r.oid = p.proowner
WHERE p.prokind IN ('f', 'w') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype IN ('e', 'i'))
ORDER BY 2, 3, 4
