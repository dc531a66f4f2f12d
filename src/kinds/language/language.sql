SELECT l.oid AS id, l.lanname AS name, r.rolname AS owner, CASE WHEN l.lanpltrusted THEN 'true' END AS trusted,
       l.lanplcallfoid::regproc::text AS handler,
       CASE WHEN l.laninline <> 0 THEN l.laninline::regproc::text END AS inline,
       CASE WHEN l.lanvalidator <> 0 THEN l.lanvalidator::regproc::text END AS validator
FROM pg_catalog.pg_language l
JOIN pg_catalog.pg_roles r ON r.oid = l.lanowner
WHERE l.lanispl
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_language'::regclass AND d.objid = l.oid AND d.deptype = 'e')
ORDER BY l.lanname
