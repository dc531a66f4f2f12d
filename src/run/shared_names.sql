-- Which of some names ($2), of objects of a catalog ($1) or columns of tables of a name ($3, else NULL), another object has too.
SELECT n.i
FROM ROWS FROM (pg_catalog.unnest($1::pg_catalog.text[]), pg_catalog.unnest($2::pg_catalog.text[]),
                pg_catalog.unnest($3::pg_catalog.text[])) WITH ORDINALITY n (class, name, relation, i)
WHERE 1 < CASE
  WHEN n.relation IS NOT NULL THEN
    (SELECT count(*) FROM pg_catalog.pg_class c JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
     WHERE c.relname = n.relation AND a.attname = n.name AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'f'))
  WHEN n.class = 'pg_proc' THEN (SELECT count(*) FROM pg_catalog.pg_proc p WHERE p.proname = n.name)
  ELSE (SELECT count(*) FROM pg_catalog.pg_class c WHERE c.relname = n.name)
END
