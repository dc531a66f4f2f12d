SELECT p.oid AS id, p.polrelid AS parent, p.polname AS name,
       CASE WHEN NOT p.polpermissive THEN 'true' END AS restrictive,
       CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE'
                     ELSE 'ALL' END AS command,
       (SELECT string_agg(quote_ident(r.rolname), ', ' ORDER BY r.rolname)
        FROM pg_catalog.pg_roles r WHERE r.oid = ANY (p.polroles)) AS roles,
       pg_catalog.pg_get_expr(p.polqual, p.polrelid) AS "using",
       pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) AS "check"
FROM pg_catalog.pg_policy p
JOIN pg_catalog.pg_class c ON c.oid = p.polrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY p.polrelid, p.polname
