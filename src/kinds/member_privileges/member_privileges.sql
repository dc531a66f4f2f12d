-- An extension's objects whose privileges are not those that its script left. The privileges: catalog/privileges.sql.
WITH members AS (
    SELECT m.classid, m.objid, i.initprivs
    FROM pg_catalog.pg_depend m
    LEFT JOIN pg_catalog.pg_init_privs i ON i.classoid = m.classid AND i.objoid = m.objid AND i.objsubid = 0
    WHERE m.deptype = 'e' AND m.refclassid = 'pg_extension'::regclass
), objects AS (
    SELECT m.classid, m.objid, m.initprivs, c.relacl AS acl,
           acldefault(CASE WHEN c.relkind = 'S' THEN 's' ELSE 'r' END::"char", c.relowner) AS standard,
           CASE WHEN c.relkind = 'S' THEN 'sequence ' ELSE 'table ' END || c.oid::regclass::text AS name
    FROM members m JOIN pg_catalog.pg_class c ON m.classid = 'pg_class'::regclass AND c.oid = m.objid
    UNION ALL
    SELECT m.classid, m.objid, m.initprivs, p.proacl, acldefault('f', p.proowner),
           CASE WHEN p.prokind = 'p' THEN 'procedure ' ELSE 'function ' END || p.oid::regprocedure::text
    FROM members m JOIN pg_catalog.pg_proc p ON m.classid = 'pg_proc'::regclass AND p.oid = m.objid
    UNION ALL
    SELECT m.classid, m.objid, m.initprivs, t.typacl, acldefault('T', t.typowner), 'type ' || t.oid::regtype::text
    FROM members m JOIN pg_catalog.pg_type t ON m.classid = 'pg_type'::regclass AND t.oid = m.objid
    UNION ALL
    SELECT m.classid, m.objid, m.initprivs, l.lanacl, acldefault('l', l.lanowner), 'language ' || quote_ident(l.lanname)
    FROM members m JOIN pg_catalog.pg_language l ON m.classid = 'pg_language'::regclass AND l.oid = m.objid
    UNION ALL
    SELECT m.classid, m.objid, m.initprivs, n.nspacl, acldefault('n', n.nspowner), 'schema ' || quote_ident(n.nspname)
    FROM members m JOIN pg_catalog.pg_namespace n ON m.classid = 'pg_namespace'::regclass AND n.oid = m.objid
    UNION ALL
    SELECT m.classid, m.objid, m.initprivs, w.fdwacl, acldefault('F', w.fdwowner),
           'foreign data wrapper ' || quote_ident(w.fdwname)
    FROM members m JOIN pg_catalog.pg_foreign_data_wrapper w
      ON m.classid = 'pg_foreign_data_wrapper'::regclass AND w.oid = m.objid
    UNION ALL
    SELECT m.classid, m.objid, m.initprivs, s.srvacl, acldefault('S', s.srvowner), 'foreign server ' || quote_ident(s.srvname)
    FROM members m JOIN pg_catalog.pg_foreign_server s ON m.classid = 'pg_foreign_server'::regclass AND s.oid = m.objid
)
SELECT o.objid AS id, o.classid::int AS sub, o.name, (
    SELECT string_agg(CASE WHEN x.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_catalog.pg_get_userbyid(x.grantee)) END
                      || '=' || x.now, ';')
    FROM (SELECT a.grantee, string_agg(a.privilege_type || CASE WHEN a.is_grantable THEN '*' ELSE '' END, ','
                                       ORDER BY a.privilege_type COLLATE "C") AS now
          FROM aclexplode(coalesce(o.initprivs, o.standard)) a GROUP BY a.grantee) x) AS initial
FROM objects o
WHERE o.acl IS NOT NULL
  AND NOT (o.acl @> coalesce(o.initprivs, o.standard) AND o.acl <@ coalesce(o.initprivs, o.standard))   -- in any order
ORDER BY o.name
