SELECT a.attrelid AS id, a.attnum AS sub, c.reltype AS parent, a.attname AS name
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
WHERE c.relkind = 'c' AND a.attnum > 0 AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND (c.oid, a.attnum) IN (SELECT d.objoid, d.objsubid FROM pg_catalog.pg_description d
                            WHERE d.classoid = 'pg_class'::regclass
                            UNION ALL SELECT l.objoid, l.objsubid FROM pg_catalog.pg_seclabel l
                            WHERE l.classoid = 'pg_class'::regclass)
ORDER BY a.attrelid, a.attnum
