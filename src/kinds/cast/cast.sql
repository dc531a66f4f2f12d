SELECT c.oid AS id, pg_catalog.format_type(c.castsource, NULL) AS name, pg_catalog.format_type(c.casttarget, NULL) AS signature,
       CASE c.castmethod WHEN 'f' THEN 'WITH FUNCTION ' || c.castfunc::regprocedure::text WHEN 'i' THEN 'WITH INOUT'
                         ELSE 'WITHOUT FUNCTION' END AS method,
       CASE c.castcontext WHEN 'a' THEN 'ASSIGNMENT' WHEN 'i' THEN 'IMPLICIT' END AS "as"
FROM pg_catalog.pg_cast c
WHERE c.oid >= 16384    -- FirstNormalObjectId: no user has made what is below
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_cast'::regclass AND d.objid = c.oid AND d.deptype IN ('e', 'i'))
ORDER BY 2, 3
