-- What initdb says of "public" is no user's comment, and pg_dump leaves it out too: there it is none that says something.
SELECT d.classoid, d.objoid, d.objsubid, d.description
FROM pg_catalog.pg_description d
LEFT JOIN pg_catalog.pg_namespace n ON d.classoid = 'pg_namespace'::regclass AND n.oid = d.objoid
WHERE CASE WHEN n.nspname = 'public' THEN d.description <> 'standard public schema'
           ELSE d.objoid >= 16384 OR d.classoid = 'pg_namespace'::regclass END
UNION ALL
SELECT 'pg_namespace'::regclass, n.oid, 0, ''
FROM pg_catalog.pg_namespace n
WHERE n.nspname = 'public' AND pg_catalog.obj_description(n.oid, 'pg_namespace') IS NULL
