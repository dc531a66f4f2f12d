SELECT t.oid AS id, n.nspname AS schema, t.tmplname AS name,
       CASE WHEN t.tmplinit <> 0 THEN t.tmplinit::oid::regproc::text END AS init,
       t.tmpllexize::oid::regproc::text AS lexize
FROM pg_catalog.pg_ts_template t
JOIN pg_catalog.pg_namespace n ON n.oid = t.tmplnamespace
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_ts_template'::regclass AND d.objid = t.oid AND d.deptype = 'e')
ORDER BY 2, 3
