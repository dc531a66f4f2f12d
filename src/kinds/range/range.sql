SELECT t.oid AS id, n.nspname AS schema, t.typname AS name, r.rolname AS owner,
       concat_ws(', ', 'subtype = ' || pg_catalog.format_type(g.rngsubtype, NULL),
         CASE WHEN NOT o.opcdefault THEN 'subtype_opclass = ' || quote_ident(o_n.nspname) || '.' || quote_ident(o.opcname) END,
         CASE WHEN g.rngcollation <> s.typcollation
              THEN (SELECT 'collation = ' || quote_ident(cn.nspname) || '.' || quote_ident(c.collname)
                    FROM pg_catalog.pg_collation c JOIN pg_catalog.pg_namespace cn ON cn.oid = c.collnamespace
                    WHERE c.oid = g.rngcollation) END,
         CASE WHEN g.rngcanonical <> 0 THEN 'canonical = ' || g.rngcanonical::text END,
         CASE WHEN g.rngsubdiff <> 0 THEN 'subtype_diff = ' || g.rngsubdiff::text END,
\if :pg14
         'multirange_type_name = ' || quote_ident(mn.nspname) || '.' || quote_ident(m.typname),
\endif
         NULL) AS definition,
       pg_catalog.format_type(g.rngsubtype, NULL) AS subtype
\if :pg14
       , quote_ident(mn.nspname) || '.' || quote_ident(m.typname) AS multirange
\endif
FROM pg_catalog.pg_range g
JOIN pg_catalog.pg_type t ON t.oid = g.rngtypid
\if :pg14
JOIN pg_catalog.pg_type m ON m.oid = g.rngmultitypid
JOIN pg_catalog.pg_namespace mn ON mn.oid = m.typnamespace
\endif
JOIN pg_catalog.pg_type s ON s.oid = g.rngsubtype
JOIN pg_catalog.pg_opclass o ON o.oid = g.rngsubopc
JOIN pg_catalog.pg_namespace o_n ON o_n.oid = o.opcnamespace
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
JOIN pg_catalog.pg_roles r ON r.oid = t.typowner
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e')
ORDER BY 2, 3
