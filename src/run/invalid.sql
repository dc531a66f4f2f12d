-- Of constraints and indexes, by table as SQL ($1) and name ($2), those that are not valid.
SELECT 'constraint', pg_catalog.format('%I on %s', c.conname, c.conrelid::pg_catalog.regclass)
FROM ROWS FROM (pg_catalog.unnest($1::pg_catalog.text[]), pg_catalog.unnest($2::pg_catalog.text[])) n (relation, name)
JOIN pg_catalog.pg_constraint c ON c.conrelid = pg_catalog.to_regclass(n.relation) AND c.conname = n.name
WHERE NOT c.convalidated
UNION ALL
SELECT 'index', pg_catalog.format('%s on %s', i.indexrelid::pg_catalog.regclass, i.indrelid::pg_catalog.regclass)
FROM ROWS FROM (pg_catalog.unnest($1::pg_catalog.text[]), pg_catalog.unnest($2::pg_catalog.text[])) n (relation, name)
JOIN pg_catalog.pg_index i ON i.indrelid = pg_catalog.to_regclass(n.relation)
JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid AND c.relname = n.name
WHERE NOT i.indisvalid
ORDER BY 1, 2
