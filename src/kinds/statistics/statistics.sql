-- d.text: CREATE STATISTICS schema.name [(kinds)] ON columns, expressions FROM table. PostgreSQL sorts the columns by their
-- numbers, which say only when each was made: here they are sorted by name.
SELECT s.oid AS id, s.stxrelid AS parent, s.stxname AS name, r.rolname AS owner,
       CASE WHEN s.stxnamespace <> c.relnamespace THEN n.nspname END AS in_schema,
       p.head || 'ON ' || k.sorted ||
       substr(p.text, length(p.head || 'ON ' || k.numbered) + 1,
              length(p.text) - length(p.head || 'ON ' || k.numbered) - length(' FROM ' || s.stxrelid::regclass::text)) AS definition,
       CASE WHEN s.stxstattarget >= 0 THEN s.stxstattarget END AS target
FROM pg_catalog.pg_statistic_ext s
JOIN pg_catalog.pg_class c ON c.oid = s.stxrelid
JOIN pg_catalog.pg_namespace n ON n.oid = s.stxnamespace
JOIN pg_catalog.pg_roles r ON r.oid = s.stxowner
CROSS JOIN LATERAL (
    SELECT pg_catalog.pg_get_statisticsobjdef(s.oid) AS text,
           length('CREATE STATISTICS . ') + length(quote_ident(n.nspname)) + length(quote_ident(s.stxname)) + 1 AS start) d
CROSS JOIN LATERAL (
    SELECT substr(d.text, d.start) AS text, coalesce(substring(substr(d.text, d.start) FROM '^\([a-z, ]+\) (?=ON )'), '') AS head) p
CROSS JOIN LATERAL (
    SELECT coalesce(string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname COLLATE "C"), '') AS sorted,
           coalesce(string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum), '') AS numbered
    FROM pg_catalog.pg_attribute a WHERE a.attrelid = s.stxrelid AND a.attnum = ANY (s.stxkeys)) k
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY s.stxrelid, s.stxname
