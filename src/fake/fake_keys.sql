-- What must not be there twice: unique indexes and exclusion constraints. body: the definition behind the table's name;
-- elements: for an exclusion constraint, each column or expression with its operator, one a line.
SELECT i.indrelid, c.relname, k.contype IS NOT NULL AS exclusion,
       i.indpred IS NOT NULL AS partial, coalesce((pg_catalog.to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) AS nulls_too,
       (SELECT pg_catalog.string_agg(x.attnum::text, ' ' ORDER BY x.n)
        FROM pg_catalog.unnest(i.indkey::smallint[]) WITH ORDINALITY x (attnum, n) WHERE x.n <= i.indnkeyatts) AS columns,
       CASE WHEN k.contype = 'x'
            THEN pg_catalog.regexp_replace(pg_catalog.pg_get_constraintdef(k.oid), '( DEFERRABLE)?( INITIALLY DEFERRED)?$', '')
            ELSE pg_catalog.substr(pg_catalog.pg_get_indexdef(i.indexrelid),
                                   pg_catalog.strpos(pg_catalog.pg_get_indexdef(i.indexrelid), ' USING '))
       END AS body,
       CASE WHEN k.contype = 'x' THEN
            (SELECT pg_catalog.string_agg(o.oprname || ' ' || pg_catalog.pg_get_indexdef(i.indexrelid, x.n::integer, false), E'\n' ORDER BY x.n)
             FROM pg_catalog.unnest(k.conexclop) WITH ORDINALITY x (oid, n)
             JOIN pg_catalog.pg_operator o ON o.oid = x.oid)
       END AS elements
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
JOIN pg_catalog.pg_class r ON r.oid = i.indrelid
JOIN pg_catalog.pg_namespace n ON n.oid = r.relnamespace
LEFT JOIN pg_catalog.pg_constraint k ON k.conindid = i.indexrelid AND k.contype = 'x'
WHERE (i.indisunique OR k.contype = 'x') AND r.relkind IN ('r', 'p')
  AND (NOT r.relispartition OR NOT EXISTS (SELECT FROM pg_catalog.pg_inherits h WHERE h.inhrelid = i.indexrelid))
  AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\_%'
ORDER BY i.indrelid, c.relname COLLATE "C"
