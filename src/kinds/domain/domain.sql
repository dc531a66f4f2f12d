SELECT t.oid AS id, n.nspname AS schema, t.typname AS name, r.rolname AS owner,
       pg_catalog.format_type(t.typbasetype, t.typtypmod) AS type,
       CASE WHEN t.typcollation <> b.typcollation
            THEN (SELECT quote_ident(cn.nspname) || '.' || quote_ident(c.collname)
                  FROM pg_catalog.pg_collation c JOIN pg_catalog.pg_namespace cn ON cn.oid = c.collnamespace
                  WHERE c.oid = t.typcollation) END AS collation,
       coalesce(pg_catalog.pg_get_expr(t.typdefaultbin, 'pg_catalog.pg_type'::regclass), t.typdefault) AS "default",
       CASE WHEN t.typnotnull THEN 'true' END AS not_null
\if :pg17
       , nn.conname AS not_null_constraint,
       CASE WHEN nn.conname !~ '_not_null\d*$' OR nd.description IS NOT NULL AND nn.conname <> t.typname || '_not_null'
            THEN nn.conname END AS not_null_name, -- PostgreSQL's own say only how the domain was named when it was made
       nd.description AS not_null_comment
\endif
FROM pg_catalog.pg_type t
JOIN pg_catalog.pg_type b ON b.oid = t.typbasetype
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
JOIN pg_catalog.pg_roles r ON r.oid = t.typowner
\if :pg17
LEFT JOIN pg_catalog.pg_constraint nn ON nn.contypid = t.oid AND nn.contype = 'n'
LEFT JOIN pg_catalog.pg_description nd ON nd.classoid = 'pg_catalog.pg_constraint'::regclass AND nd.objoid = nn.oid
\endif
WHERE t.typtype = 'd' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e')
ORDER BY 2, 3
