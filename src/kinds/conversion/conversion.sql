SELECT c.oid AS id, n.nspname AS schema, c.conname AS name, r.rolname AS owner,
       CASE WHEN c.condefault THEN 'true' END AS "default",
       pg_catalog.pg_encoding_to_char(c.conforencoding) AS source,
       pg_catalog.pg_encoding_to_char(c.contoencoding) AS destination,
       c.conproc::text AS function
FROM pg_catalog.pg_conversion c
JOIN pg_catalog.pg_namespace n ON n.oid = c.connamespace
JOIN pg_catalog.pg_roles r ON r.oid = c.conowner
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_conversion'::regclass AND d.objid = c.oid AND d.deptype = 'e')
ORDER BY 2, 3
