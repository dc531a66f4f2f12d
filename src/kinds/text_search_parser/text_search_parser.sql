SELECT p.oid AS id, n.nspname AS schema, p.prsname AS name,
       p.prsstart::oid::regproc::text AS start, p.prstoken::oid::regproc::text AS gettoken,
       p.prsend::oid::regproc::text AS "end", p.prslextype::oid::regproc::text AS lextypes,
       CASE WHEN p.prsheadline <> 0 THEN p.prsheadline::oid::regproc::text END AS headline
FROM pg_catalog.pg_ts_parser p
JOIN pg_catalog.pg_namespace n ON n.oid = p.prsnamespace
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_ts_parser'::regclass AND d.objid = p.oid AND d.deptype = 'e')
ORDER BY 2, 3
