SELECT p.oid AS id, p.pubname AS name, r.rolname AS owner,
       CASE WHEN p.puballtables THEN 'true' END AS all_tables,
       CASE WHEN NOT (p.pubinsert AND p.pubupdate AND p.pubdelete AND p.pubtruncate)
            THEN concat_ws(', ', CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
                           CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END) END AS publish,
\if :pg18
       CASE p.pubgencols WHEN 's' THEN 'stored' END AS generated_columns,
\endif
       CASE WHEN p.pubviaroot THEN 'true' END AS via_root
FROM pg_catalog.pg_publication p
JOIN pg_catalog.pg_roles r ON r.oid = p.pubowner
WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_publication'::regclass AND d.objid = p.oid AND d.deptype = 'e')
ORDER BY p.pubname
