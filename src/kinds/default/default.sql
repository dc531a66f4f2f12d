SELECT d.oid AS id, d.adrelid AS parent, d.adnum AS parent_sub,
       CASE WHEN c.relispartition AND EXISTS (
                SELECT FROM pg_catalog.pg_inherits i
                JOIN pg_catalog.pg_attribute pa ON pa.attrelid = i.inhparent AND pa.attname = a.attname
                JOIN pg_catalog.pg_attrdef pd ON pd.adrelid = i.inhparent AND pd.adnum = pa.attnum
                WHERE i.inhrelid = c.oid
                  AND pg_catalog.pg_get_expr(pd.adbin, pd.adrelid) = pg_catalog.pg_get_expr(d.adbin, d.adrelid))
            THEN 'true' END AS derived,
       pg_catalog.pg_get_expr(d.adbin, d.adrelid) AS definition,
       CASE WHEN EXISTS (   -- what is pinned has no edges: the functions are those of the tree itself
                SELECT FROM regexp_matches(d.adbin::text, ':(?:op)?funcid (\d+)', 'g') f
                JOIN pg_catalog.pg_proc p ON p.oid = f[1]::oid WHERE p.provolatile = 'v')
            THEN 'true' END AS volatile
FROM pg_catalog.pg_attrdef d
JOIN pg_catalog.pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
JOIN pg_catalog.pg_class c ON c.oid = d.adrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE a.attgenerated = '' AND c.relkind IN ('r', 'p', 'f') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY d.adrelid, d.adnum
