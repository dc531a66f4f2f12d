-- What initdb says of "public" is no user's comment, and pg_dump leaves it out too.
SELECT d.classoid, d.objoid, d.objsubid, d.description
FROM pg_catalog.pg_description d
WHERE d.objoid >= 16384
   OR d.classoid = 'pg_namespace'::regclass AND d.description <> 'standard public schema'
