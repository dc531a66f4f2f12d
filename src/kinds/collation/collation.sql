SELECT c.oid AS id, n.nspname AS schema, c.collname AS name, r.rolname AS owner,
       CASE c.collprovider WHEN 'c' THEN 'libc' WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'default' END AS provider,
       CASE WHEN c.collprovider <> 'c'   -- the column's name from 17 on, on 15 and 16, before
            THEN coalesce(to_jsonb(c) ->> 'colllocale', to_jsonb(c) ->> 'colliculocale', c.collcollate)
            WHEN c.collcollate = c.collctype THEN c.collcollate END AS locale,
       CASE WHEN c.collprovider = 'c' AND c.collcollate <> c.collctype THEN c.collcollate END AS lc_collate,
       CASE WHEN c.collprovider = 'c' AND c.collcollate <> c.collctype THEN c.collctype END AS lc_ctype,
       CASE WHEN NOT c.collisdeterministic THEN 'false' END AS deterministic
\if :pg16
       , c.collicurules AS rules
\endif
FROM pg_catalog.pg_collation c
JOIN pg_catalog.pg_namespace n ON n.oid = c.collnamespace
JOIN pg_catalog.pg_roles r ON r.oid = c.collowner
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND c.collencoding IN (-1, (SELECT encoding FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()))
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_collation'::regclass AND d.objid = c.oid AND d.deptype = 'e')
ORDER BY 2, 3
