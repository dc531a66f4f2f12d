-- The types of columns and all that these are made of. Multiranges are known from 14 on: hence to_jsonb().
WITH RECURSIVE parts (whole, part) AS (
    SELECT t.oid, t.typelem FROM pg_catalog.pg_type t WHERE t.typelem <> 0 AND t.typcategory = 'A'
    UNION ALL SELECT t.oid, t.typbasetype FROM pg_catalog.pg_type t WHERE t.typtype = 'd'
    UNION ALL SELECT r.rngtypid, r.rngsubtype FROM pg_catalog.pg_range r
    UNION ALL SELECT (pg_catalog.to_jsonb(r) ->> 'rngmultitypid')::oid, r.rngtypid FROM pg_catalog.pg_range r
    UNION ALL SELECT t.oid, a.atttypid
    FROM pg_catalog.pg_type t
    JOIN pg_catalog.pg_attribute a ON a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE t.typtype = 'c'
), used (oid) AS (
    SELECT a.atttypid
    FROM pg_catalog.pg_attribute a
    JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
      AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\_%'
    UNION
    SELECT p.part FROM used u JOIN parts p ON p.whole = u.oid WHERE p.part <> 0
)
SELECT t.oid, t.typname, pg_catalog.format_type(t.oid, NULL) AS name, t.typtype, t.typcategory, t.typrelid, t.typtypmod,
       t.typnotnull, t.typndims,
       (SELECT p.part FROM parts p WHERE p.whole = t.oid AND t.typtype <> 'c' LIMIT 1) AS part
FROM used u
JOIN pg_catalog.pg_type t ON t.oid = u.oid
ORDER BY t.oid
