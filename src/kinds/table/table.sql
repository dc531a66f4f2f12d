SELECT c.oid AS id, n.nspname AS schema, c.relname AS name, r.rolname AS owner,
       CASE WHEN c.relpersistence = 'u' THEN 'true' END AS unlogged,
       CASE WHEN c.reloftype <> 0 THEN c.reloftype::regtype::text END AS "of",
       CASE WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END AS partition_by,
       CASE WHEN c.relispartition THEN (SELECT i.inhparent::regclass::text
                                        FROM pg_catalog.pg_inherits i WHERE i.inhrelid = c.oid) END AS partition_of,
       CASE WHEN c.relispartition THEN pg_catalog.pg_get_expr(c.relpartbound, c.oid) END AS bound,
       CASE WHEN NOT c.relispartition THEN (SELECT string_agg(i.inhparent::regclass::text, ', ' ORDER BY i.inhseqno)
                                            FROM pg_catalog.pg_inherits i WHERE i.inhrelid = c.oid) END AS inherits,
       (SELECT string_agg(CASE WHEN o LIKE 'toast.%' THEN split_part(o, '=', 1) ELSE quote_ident(split_part(o, '=', 1)) END || '=' ||
                          quote_literal(substr(o, strpos(o, '=') + 1)), ', ' ORDER BY at)
        FROM (SELECT o, at FROM unnest(c.reloptions) WITH ORDINALITY m (o, at)
              UNION ALL SELECT 'toast.' || o, 1000 + at
                        FROM pg_catalog.pg_class toast, unnest(toast.reloptions) WITH ORDINALITY m (o, at)
                        WHERE toast.oid = c.reltoastrelid) q) AS storage,
       CASE WHEN c.reltablespace <> 0
            THEN (SELECT s.spcname FROM pg_catalog.pg_tablespace s WHERE s.oid = c.reltablespace)
            WHEN c.relispartition AND EXISTS (SELECT FROM pg_catalog.pg_inherits i   -- or else it would be in its parent's
                                              JOIN pg_catalog.pg_class p ON p.oid = i.inhparent
                                              WHERE i.inhrelid = c.oid AND p.reltablespace <> 0)
            THEN 'pg_default' END AS tablespace,
       (SELECT a.amname FROM pg_catalog.pg_am a
        WHERE a.oid = c.relam
          AND (a.amname <> 'heap' OR (c.relispartition    -- or else it would have its parent's (17)
                                      AND EXISTS (SELECT FROM pg_catalog.pg_inherits i
                                                  JOIN pg_catalog.pg_class p ON p.oid = i.inhparent
                                                  WHERE i.inhrelid = c.oid AND p.relam NOT IN (0, c.relam))))) AS access_method,
       CASE c.relreplident WHEN 'f' THEN 'FULL' WHEN 'n' THEN 'NOTHING' END AS replica_identity,
       CASE WHEN c.relrowsecurity THEN 'true' END AS row_security,
       CASE WHEN c.relforcerowsecurity THEN 'true' END AS force_row_security
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_roles r ON r.oid = c.relowner
WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
ORDER BY 2, 3
