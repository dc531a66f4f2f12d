SELECT a.oid AS id, a.amname AS name, CASE a.amtype WHEN 'i' THEN 'INDEX' ELSE 'TABLE' END AS type,
       a.amhandler::text AS handler
FROM pg_catalog.pg_am a
WHERE a.oid >= 16384    -- FirstNormalObjectId: no user has made what is below
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_am'::regclass AND d.objid = a.oid AND d.deptype = 'e')
ORDER BY a.amname
