SELECT a.attrelid AS id, a.attnum AS sub, a.attrelid AS parent, a.attname AS name,
       pg_catalog.pg_get_expr(g.adbin, g.adrelid) AS "default",
       CASE WHEN a.attstattarget >= 0 THEN a.attstattarget END AS statistics
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
LEFT JOIN pg_catalog.pg_attrdef g ON g.adrelid = a.attrelid AND g.adnum = a.attnum
LEFT JOIN pg_catalog.pg_description d ON d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = a.attnum
WHERE c.relkind IN ('v', 'm') AND a.attnum > 0 AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND (a.attacl IS NOT NULL OR a.attstattarget >= 0 OR g.adbin IS NOT NULL OR d.description IS NOT NULL
       OR (a.attrelid, a.attnum) IN (SELECT l.objoid, l.objsubid FROM pg_catalog.pg_seclabel l
                                     WHERE l.classoid = 'pg_class'::regclass))
ORDER BY a.attrelid, a.attnum
