SELECT d.oid AS id, n.nspname AS schema, d.dictname AS name, r.rolname AS owner,
       CASE WHEN tn.nspname <> 'pg_catalog' THEN quote_ident(tn.nspname) || '.' ELSE '' END || quote_ident(t.tmplname) AS template,
       o.options, d.dictinitoption AS spelled
FROM pg_catalog.pg_ts_dict d
JOIN pg_catalog.pg_namespace n ON n.oid = d.dictnamespace
JOIN pg_catalog.pg_roles r ON r.oid = d.dictowner
JOIN pg_catalog.pg_ts_template t ON t.oid = d.dicttemplate
JOIN pg_catalog.pg_namespace tn ON tn.oid = t.tmplnamespace
CROSS JOIN LATERAL (   -- name = 'text', or a number without quotes: one spelling for both
    SELECT string_agg(m[1] || '=' || CASE WHEN m[2] ~ '''$' THEN m[2] ELSE quote_literal(m[2]) END, ', ' ORDER BY at) AS options
    FROM regexp_matches(d.dictinitoption, '((?:"(?:[^"]|"")*"|[^\s",=])+) = (E?''(?:[^'']|'''')*''|[^\s,'']+)', 'g')
         WITH ORDINALITY u (m, at)) o
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                  WHERE e.classid = 'pg_ts_dict'::regclass AND e.objid = d.oid AND e.deptype = 'e')
ORDER BY 2, 3
