-- d.text: CREATE STATISTICS schema.name [(kinds)] ON columns FROM table
SELECT s.oid AS id, s.stxrelid AS parent, s.stxname AS name, r.rolname AS owner,
       CASE WHEN s.stxnamespace <> c.relnamespace THEN n.nspname END AS in_schema,
       substr(d.text, d.start, length(d.text) - d.start + 1 - length(' FROM ' || s.stxrelid::regclass::text)) AS definition,
       CASE WHEN s.stxstattarget >= 0 THEN s.stxstattarget END AS target
FROM pg_catalog.pg_statistic_ext s
JOIN pg_catalog.pg_class c ON c.oid = s.stxrelid
JOIN pg_catalog.pg_namespace n ON n.oid = s.stxnamespace
JOIN pg_catalog.pg_roles r ON r.oid = s.stxowner
CROSS JOIN LATERAL (
    SELECT pg_catalog.pg_get_statisticsobjdef(s.oid) AS text,
           length('CREATE STATISTICS . ') + length(quote_ident(n.nspname)) + length(quote_ident(s.stxname)) + 1 AS start) d
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY s.stxrelid, s.stxname
