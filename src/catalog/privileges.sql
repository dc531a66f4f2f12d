-- Where an ACL differs from what PostgreSQL gives by default: one row an object, as model/privileges.h writes it.
WITH own AS (
    SELECT 'pg_class'::regclass::oid AS class, c.oid AS object, 0 AS sub, c.relacl AS acl,
           acldefault(CASE WHEN c.relkind = 'S' THEN 's' ELSE 'r' END::"char", c.relowner) AS standard
    FROM pg_catalog.pg_class c WHERE c.relacl IS NOT NULL AND c.oid >= 16384
    UNION ALL
    SELECT 'pg_class'::regclass, a.attrelid, a.attnum, a.attacl, NULL::aclitem[]
    FROM pg_catalog.pg_attribute a WHERE a.attacl IS NOT NULL AND a.attrelid >= 16384
    UNION ALL
    SELECT 'pg_proc'::regclass, p.oid, 0, p.proacl, acldefault('f', p.proowner)
    FROM pg_catalog.pg_proc p WHERE p.proacl IS NOT NULL AND p.oid >= 16384
    UNION ALL
    SELECT 'pg_type'::regclass, t.oid, 0, t.typacl, acldefault('T', t.typowner)
    FROM pg_catalog.pg_type t WHERE t.typacl IS NOT NULL AND t.oid >= 16384
    UNION ALL
    SELECT 'pg_language'::regclass, l.oid, 0, l.lanacl, acldefault('l', l.lanowner)
    FROM pg_catalog.pg_language l WHERE l.lanacl IS NOT NULL
    UNION ALL
    SELECT 'pg_foreign_data_wrapper'::regclass, w.oid, 0, w.fdwacl, acldefault('F', w.fdwowner)
    FROM pg_catalog.pg_foreign_data_wrapper w WHERE w.fdwacl IS NOT NULL
    UNION ALL
    SELECT 'pg_foreign_server'::regclass, s.oid, 0, s.srvacl, acldefault('S', s.srvowner)
    FROM pg_catalog.pg_foreign_server s WHERE s.srvacl IS NOT NULL
    UNION ALL
    SELECT 'pg_namespace'::regclass, n.oid, 0, n.nspacl,
           acldefault('n', n.nspowner) ||   -- "public" comes from initdb with privileges that nobody granted
           CASE WHEN n.nspname = 'public' THEN
\if :pg15
               ARRAY[makeaclitem(0, n.nspowner, 'USAGE', false)]
\else
               ARRAY[makeaclitem(0, n.nspowner, 'CREATE', false), makeaclitem(0, n.nspowner, 'USAGE', false)]
\endif
           END
    FROM pg_catalog.pg_namespace n
    WHERE n.nspacl IS NOT NULL
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_init_privs i
                      WHERE i.classoid = 'pg_namespace'::regclass AND i.objoid = n.oid AND i.initprivs = n.nspacl)
    UNION ALL   -- for the whole database they stand in place of the standard, in a schema they add to it
    SELECT 'pg_default_acl'::regclass, a.oid, 0, a.defaclacl,
           CASE WHEN a.defaclnamespace = 0
                THEN acldefault(CASE a.defaclobjtype WHEN 'S' THEN 's' ELSE a.defaclobjtype END, a.defaclrole) END
    FROM pg_catalog.pg_default_acl a
), acl AS (
    SELECT * FROM own
    UNION ALL   -- an extension's script grants too, and pg_init_privs keeps what stood after it
    SELECT 'pg_init_privs'::regclass, a.object, a.class::int, a.acl, coalesce(i.initprivs, a.standard)
    FROM own a
    JOIN pg_catalog.pg_depend m ON m.classid = a.class AND m.objid = a.object AND m.objsubid = 0 AND m.deptype = 'e'
    LEFT JOIN pg_catalog.pg_init_privs i ON i.classoid = a.class AND i.objoid = a.object AND i.objsubid = 0
    WHERE a.sub = 0 AND m.refclassid = 'pg_extension'::regclass
), items AS (
    SELECT class, object, sub, is_now, x.grantee, x.privilege_type || CASE WHEN x.is_grantable THEN '*' ELSE '' END AS what
    FROM acl, (VALUES (true), (false)) v(is_now),
         aclexplode(CASE WHEN NOT is_now THEN standard WHEN cardinality(acl) > 0 THEN acl END) x
), sets AS (
    SELECT class, object, sub, grantee,
           coalesce(string_agg(what, ',' ORDER BY what COLLATE "C") FILTER (WHERE is_now), '') AS now,
           coalesce(string_agg(what, ',' ORDER BY what COLLATE "C") FILTER (WHERE NOT is_now), '') AS standard
    FROM items GROUP BY class, object, sub, grantee
), named AS (
    SELECT s.class, s.object, s.sub, s.now,
           CASE WHEN s.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_catalog.pg_get_userbyid(s.grantee)) END AS grantee
    FROM sets s WHERE s.now <> s.standard
)
SELECT class, object, sub, string_agg(grantee || '=' || now, ';' ORDER BY grantee COLLATE "C")
FROM named GROUP BY class, object, sub
