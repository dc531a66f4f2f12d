-- Routines of users whose bodies are strings that hold one of the words $1, with the tables that they are triggers of; $2: pleat's own schema.
SELECT p.oid::pg_catalog.regprocedure::pg_catalog.text, p.proname,
       p.prosrc || coalesce((SELECT ' ' || pg_catalog.string_agg(pg_catalog.quote_ident(c.relname), ' ' ORDER BY c.relname)
                             FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
                             WHERE t.tgfoid = p.oid), '')
FROM pg_catalog.pg_proc p
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
JOIN pg_catalog.pg_language l ON l.oid = p.prolang
WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', $2) AND l.lanname NOT IN ('c', 'internal')
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
                  AND d.objid = p.oid AND d.deptype = 'e')
  AND EXISTS (SELECT FROM pg_catalog.unnest($1::pg_catalog.text[]) w
              WHERE pg_catalog.strpos(pg_catalog.lower(p.prosrc), pg_catalog.lower(w)) > 0)
ORDER BY 1
