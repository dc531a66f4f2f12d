SELECT c.oid AS id, n.nspname AS schema, c.relname AS name, r.rolname AS owner,
       rtrim(pg_catalog.pg_get_viewdef(c.oid), ';') AS definition,
       (SELECT string_agg(CASE WHEN o LIKE 'toast.%' THEN split_part(o, '=', 1) ELSE quote_ident(split_part(o, '=', 1)) END || '=' ||
                          quote_literal(substr(o, strpos(o, '=') + 1)), ', ' ORDER BY at)
        FROM (SELECT o, at FROM unnest(c.reloptions) WITH ORDINALITY m (o, at)
              UNION ALL SELECT 'toast.' || o, 1000 + at
                        FROM pg_catalog.pg_class toast, unnest(toast.reloptions) WITH ORDINALITY m (o, at)
                        WHERE toast.oid = c.reltoastrelid) q) AS storage,
       CASE WHEN c.reltablespace <> 0
            THEN (SELECT s.spcname FROM pg_catalog.pg_tablespace s WHERE s.oid = c.reltablespace) END AS tablespace,
       (SELECT a.amname FROM pg_catalog.pg_am a WHERE a.oid = c.relam AND a.amname <> 'heap') AS access_method
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_roles r ON r.oid = c.relowner
WHERE c.relkind = 'm' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
ORDER BY 2, 3
