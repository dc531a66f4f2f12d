SELECT n.oid AS id, n.nspname AS name, r.rolname AS owner,
\if :pg15
       CASE WHEN n.nspname = 'public' THEN 'USAGE' END AS public_default
\else
       CASE WHEN n.nspname = 'public' THEN 'CREATE,USAGE' END AS public_default
\endif
FROM pg_catalog.pg_namespace n
JOIN pg_catalog.pg_roles r ON r.oid = n.nspowner
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_namespace'::regclass AND d.objid = n.oid AND d.deptype = 'e')
ORDER BY n.nspname
