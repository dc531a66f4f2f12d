-- Routines whose bodies are text, by their names ("schema.name"), with the prior bodies that are
-- kept beside them (name__1f2e3d4), and what a body can see. Lists are set apart by U+0001, a name from its type by U+0002.
SELECT n.nspname AS schema, p.proname AS name, pg_catalog.oidvectortypes(p.proargtypes) AS signature,
       CASE p.prokind WHEN 'p' THEN 'procedure' ELSE 'function' END AS kind,
       l.lanname AS language, p.prosrc AS body,
       'CREATE OR REPLACE ' || CASE p.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END || ' pg_temp.' ||
           pg_catalog.quote_ident(p.proname) ||
           pg_catalog.substr(pg_catalog.pg_get_functiondef(p.oid),
                             pg_catalog.length('CREATE OR REPLACE ' ||
                                               CASE p.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END || ' ' ||
                                               pg_catalog.quote_ident(n.nspname) || '.' ||
                                               pg_catalog.quote_ident(p.proname)) + 1) AS definition,
       (SELECT pg_catalog.string_agg(COALESCE(a.name, '') || E'\x02' || pg_catalog.format_type(a.type, NULL), E'\x01'
                                     ORDER BY a.place)
        FROM ROWS FROM (pg_catalog.unnest(COALESCE(p.proallargtypes, p.proargtypes::oid[])),
                        pg_catalog.unnest(p.proargnames)) WITH ORDINALITY AS a(type, name, place)
        WHERE a.type IS NOT NULL) AS arguments,
       EXISTS (SELECT FROM pg_catalog.unnest(COALESCE(p.proallargtypes, p.proargtypes::oid[])) a(type)
               JOIN pg_catalog.pg_type t ON t.oid = a.type WHERE t.typtype = 'p') AS is_polymorphic,
       r.typname AS returns,
       (SELECT pg_catalog.string_agg(DISTINCT t.tgrelid::regclass::text, E'\x01')
        FROM pg_catalog.pg_trigger t
        WHERE t.tgfoid = p.oid AND NOT t.tgisinternal AND t.tgparentid = 0) AS relations,
       (SELECT pg_catalog.substr(c, 13) FROM pg_catalog.unnest(p.proconfig) c WHERE c LIKE 'search_path=%') AS path
FROM pg_catalog.pg_proc p
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
JOIN pg_catalog.pg_language l ON l.oid = p.prolang
JOIN pg_catalog.pg_type r ON r.oid = p.prorettype
WHERE p.prokind IN ('f', 'p') AND p.prosrc <> '' AND l.lanname IN ('sql', 'plpgsql')
  AND (n.nspname || '.' || p.proname = ANY ($1::pg_catalog.text[])
       OR n.nspname || '.' || pg_catalog.regexp_replace(p.proname, '__[0-9a-f]{7}$', '') =
          ANY ($1::pg_catalog.text[]))
ORDER BY 1, 2, 3
