SELECT c.oid AS id, n.nspname AS schema, c.relname AS name, r.rolname AS owner,
       CASE WHEN s.seqtypid <> 'int8'::regtype THEN pg_catalog.format_type(s.seqtypid, NULL) END AS type,
       CASE WHEN s.seqincrement <> 1 THEN s.seqincrement END AS increment,
       CASE WHEN s.seqmin <> l.low THEN s.seqmin END AS minimum,
       CASE WHEN s.seqmax <> l.high THEN s.seqmax END AS maximum,
       CASE WHEN s.seqstart <> CASE WHEN s.seqincrement > 0 THEN s.seqmin ELSE s.seqmax END THEN s.seqstart END AS start,
       CASE WHEN s.seqcache <> 1 THEN s.seqcache END AS cache,
       CASE WHEN s.seqcycle THEN 'true' END AS cycle,
       CASE WHEN c.relpersistence = 'u' THEN 'true' END AS unlogged,
       (SELECT o.oid::regclass::text || '.' || quote_ident(a.attname)
        FROM pg_catalog.pg_depend d
        JOIN pg_catalog.pg_class o ON o.oid = d.refobjid
        JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
        WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.refclassid = 'pg_class'::regclass
          AND d.deptype = 'a') AS owned_by
FROM pg_catalog.pg_sequence s
JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_roles r ON r.oid = c.relowner
CROSS JOIN LATERAL (
    SELECT CASE WHEN s.seqincrement > 0 THEN 1
                WHEN s.seqtypid = 'int2'::regtype THEN -32768
                WHEN s.seqtypid = 'int4'::regtype THEN -2147483648
                ELSE -9223372036854775808 END AS low,
           CASE WHEN s.seqincrement < 0 THEN -1
                WHEN s.seqtypid = 'int2'::regtype THEN 32767
                WHEN s.seqtypid = 'int4'::regtype THEN 2147483647
                ELSE 9223372036854775807 END AS high) l
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d   -- an identity column's sequence belongs to the column
                  WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('i', 'e'))
ORDER BY 2, 3
