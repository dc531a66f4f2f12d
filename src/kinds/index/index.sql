SELECT c.oid AS id, i.indrelid AS parent, c.relname AS name,
       CASE WHEN c.relispartition AND c.relname = t.relname || '_' ||
                 (SELECT string_agg(coalesce(m.attname, a.attname), '_' ORDER BY a.attnum)   -- what it would choose today
                  FROM pg_catalog.pg_attribute a
                  LEFT JOIN pg_catalog.pg_attribute m ON m.attrelid = i.indrelid AND m.attnum = i.indkey[a.attnum - 1] AND m.attnum > 0
                  WHERE a.attrelid = c.oid) || '_idx'
             AND (SELECT c.reloptions IS NOT DISTINCT FROM a.reloptions AND i.indoption = ai.indoption   -- or it was adopted, or altered by itself
                  FROM pg_catalog.pg_inherits h JOIN pg_catalog.pg_class a ON a.oid = h.inhparent
                  JOIN pg_catalog.pg_index ai ON ai.indexrelid = a.oid WHERE h.inhrelid = c.oid) THEN 'true' END AS derived,
       CASE WHEN c.relispartition
            THEN (SELECT p.relname FROM pg_catalog.pg_inherits h JOIN pg_catalog.pg_class p ON p.oid = h.inhparent
                  WHERE h.inhrelid = c.oid) END AS attached_to,
       CASE WHEN i.indisunique THEN 'true' END AS unique,
       substr(d.text, d.start + CASE WHEN c.relam = 403 /* btree */ THEN length('USING btree ') ELSE 0 END) AS definition,
       CASE WHEN t.relkind = 'p' THEN 'true' END AS partitioned,
       CASE WHEN NOT i.indisvalid THEN 'true' END AS invalid,   -- of a partitioned table: a partition lacks it
       CASE WHEN i.indexprs IS NOT NULL
            THEN (SELECT string_agg(format('"%s" %s', a.attnum, a.attstattarget), ', ' ORDER BY a.attnum)
                  FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attstattarget >= 0) END AS statistics,
       CASE WHEN c.reltablespace <> 0
            THEN (SELECT s.spcname FROM pg_catalog.pg_tablespace s WHERE s.oid = c.reltablespace) END AS tablespace,
       CASE WHEN i.indisclustered THEN 'true' END AS clustered,
       CASE WHEN i.indisreplident THEN 'true' END AS replica_identity
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace
CROSS JOIN LATERAL (   -- start: of USING, behind "CREATE [UNIQUE] INDEX name ON [ONLY] table "
    SELECT pg_catalog.pg_get_indexdef(i.indexrelid) AS text,
           length('CREATE INDEX  ON  ') + CASE WHEN i.indisunique THEN 7 ELSE 0 END + length(quote_ident(c.relname)) +
           CASE WHEN t.relkind = 'p' THEN 5 ELSE 0 END +
           length(quote_ident(n.nspname)) + 1 + length(quote_ident(t.relname)) + 1 AS start) d
WHERE t.relkind IN ('r', 'p', 'm') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k
                  WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
ORDER BY i.indrelid, c.relname
