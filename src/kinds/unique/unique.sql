SELECT k.oid AS id, k.conrelid AS parent, k.conname AS name,
       CASE WHEN k.conparentid <> 0 AND k.conname = t.relname || '_' ||
                 (SELECT string_agg(coalesce(m.attname, a.attname), '_' ORDER BY a.attnum)   -- what it would choose today
                  FROM pg_catalog.pg_index i JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indexrelid
                  LEFT JOIN pg_catalog.pg_attribute m ON m.attrelid = i.indrelid AND m.attnum = i.indkey[a.attnum - 1] AND m.attnum > 0
                  WHERE i.indexrelid = k.conindid) || '_key'
             AND x.reloptions IS NOT DISTINCT FROM   -- or it was adopted, or altered by itself
                 (SELECT a.reloptions FROM pg_catalog.pg_constraint p JOIN pg_catalog.pg_class a ON a.oid = p.conindid
                  WHERE p.oid = k.conparentid) THEN 'true' END AS derived,
       CASE WHEN k.conparentid <> 0
            THEN (SELECT p.conname FROM pg_catalog.pg_constraint p WHERE p.oid = k.conparentid)
            WHEN x.relispartition   -- an index of the table above adopted its own
            THEN (SELECT p.relname FROM pg_catalog.pg_inherits h JOIN pg_catalog.pg_class p ON p.oid = h.inhparent
                  WHERE h.inhrelid = x.oid) END AS attached_to,
       substr(left(d.text, length(d.text) - length(d.deferrable)), length('UNIQUE ') + 1) AS definition,
       nullif(btrim(d.deferrable), '') AS "deferrable",
       (SELECT string_agg(quote_ident(split_part(o, '=', 1)) || '=' ||
                          quote_literal(substr(o, strpos(o, '=') + 1)), ', ' ORDER BY at)
        FROM unnest(x.reloptions) WITH ORDINALITY u (o, at)) AS storage,
       CASE WHEN x.reltablespace <> 0
            THEN (SELECT s.spcname FROM pg_catalog.pg_tablespace s WHERE s.oid = x.reltablespace) END AS tablespace,
       CASE WHEN i.indisclustered THEN 'true' END AS clustered,
       CASE WHEN i.indisreplident THEN 'true' END AS replica_identity,
       pg_catalog.obj_description(k.conindid, 'pg_class') AS index_comment
FROM pg_catalog.pg_constraint k
JOIN pg_catalog.pg_class t ON t.oid = k.conrelid
JOIN pg_catalog.pg_index i ON i.indexrelid = k.conindid
JOIN pg_catalog.pg_class x ON x.oid = k.conindid
JOIN pg_catalog.pg_namespace n ON n.oid = k.connamespace
CROSS JOIN LATERAL (SELECT pg_catalog.pg_get_constraintdef(k.oid) AS text,
                           CASE WHEN k.condeferred THEN ' DEFERRABLE INITIALLY DEFERRED'
                                WHEN k.condeferrable THEN ' DEFERRABLE' ELSE '' END AS deferrable) d
WHERE k.contype = 'u' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY k.conrelid, k.conname
