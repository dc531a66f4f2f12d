-- The columns by name: their order in the table says nothing here.
SELECT m.oid AS id, m.prrelid AS parent, p.pubname AS name
\if :pg15
       , (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname COLLATE "C") FROM pg_catalog.pg_attribute a
          WHERE a.attrelid = m.prrelid AND a.attnum = ANY (m.prattrs::int2[])) AS columns
       , pg_catalog.pg_get_expr(m.prqual, m.prrelid) AS "where"
\endif
FROM pg_catalog.pg_publication_rel m
JOIN pg_catalog.pg_publication p ON p.oid = m.prpubid
ORDER BY m.prrelid, p.pubname
