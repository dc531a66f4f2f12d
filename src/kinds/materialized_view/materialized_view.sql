SELECT c.oid AS id, n.nspname AS schema, c.relname AS name, r.rolname AS owner,
       rtrim(pg_catalog.pg_get_viewdef(c.oid), ';') AS definition,
       (SELECT string_agg(quote_ident(a.attname) || ' ' || pg_catalog.format_type(a.atttypid, a.atttypmod), ', '
                          ORDER BY a.attnum)
        FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0) AS columns,
       (SELECT string_agg(CASE WHEN o LIKE 'toast.%' THEN split_part(o, '=', 1) ELSE quote_ident(split_part(o, '=', 1)) END || '=' ||
                          quote_literal(substr(o, strpos(o, '=') + 1)), ', ' ORDER BY at)
        FROM (SELECT o, at FROM unnest(c.reloptions) WITH ORDINALITY m (o, at)
              UNION ALL SELECT 'toast.' || o, 1000 + at
                        FROM pg_catalog.pg_class toast, unnest(toast.reloptions) WITH ORDINALITY m (o, at)
                        WHERE toast.oid = c.reltoastrelid) q) AS storage,
       CASE WHEN c.reltablespace <> 0
            THEN (SELECT s.spcname FROM pg_catalog.pg_tablespace s WHERE s.oid = c.reltablespace) END AS tablespace,
       (SELECT a.amname FROM pg_catalog.pg_am a WHERE a.oid = c.relam AND a.amname <> 'heap') AS access_method,
       (WITH RECURSIVE held (type) AS (     -- what its columns hold, themselves or inside of other types
            SELECT a.atttypid FROM pg_catalog.pg_attribute a
            WHERE a.attrelid = c.oid AND a.attnum > 0 AND a.atttypid >= 16384
            UNION
            SELECT part.type
            FROM held h JOIN pg_catalog.pg_type t ON t.oid = h.type
            CROSS JOIN LATERAL (
                SELECT unnest(ARRAY[t.typelem, t.typbasetype])
                UNION ALL
                SELECT g.rngsubtype FROM pg_catalog.pg_range g WHERE g.rngtypid = t.oid
\if :pg14
                UNION ALL
                SELECT g.rngsubtype FROM pg_catalog.pg_range g WHERE g.rngmultitypid = t.oid
\endif
                UNION ALL
                SELECT a.atttypid FROM pg_catalog.pg_attribute a
                WHERE a.attrelid = t.typrelid AND t.typrelid <> 0 AND a.attnum > 0 AND NOT a.attisdropped) part (type)
            WHERE part.type >= 16384)
        SELECT string_agg(r.oid::regclass::text, ', ' ORDER BY r.oid::regclass::text)
        FROM held h JOIN pg_catalog.pg_type t ON t.oid = h.type JOIN pg_catalog.pg_class r ON r.oid = t.typrelid
        WHERE r.relkind <> 'c') AS rows_of
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_roles r ON r.oid = c.relowner
WHERE c.relkind = 'm' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
ORDER BY 2, 3
