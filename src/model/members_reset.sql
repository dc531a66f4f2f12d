-- What default privileges have given or taken of an extension's objects when it was made is as its script left it.
-- GRANT and REVOKE leave pg_init_privs as it is, and where nothing is there, the usual privileges are an object's first
-- ones (manual, "pg_init_privs").
DO $pleat$
DECLARE
    statement text;
BEGIN
    FOR statement IN
        WITH objects AS (
            SELECT 'pg_class'::regclass AS class, oid, relacl AS acl,
                   CASE relkind WHEN 'S' THEN 'SEQUENCE ' ELSE 'TABLE ' END || oid::regclass::text AS name,
                   acldefault(CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", relowner) AS usual
            FROM pg_class WHERE relkind IN ('r', 'v', 'm', 'f', 'p', 'S')
            UNION ALL SELECT 'pg_proc'::regclass, oid, proacl, 'ROUTINE ' || oid::regprocedure::text,
                             acldefault('f', proowner) FROM pg_proc
            UNION ALL SELECT 'pg_type'::regclass, oid, typacl, 'TYPE ' || oid::regtype::text,
                             acldefault('T', typowner) FROM pg_type
            UNION ALL SELECT 'pg_namespace'::regclass, oid, nspacl, 'SCHEMA ' || oid::regnamespace::text,
                             acldefault('n', nspowner) FROM pg_namespace
        ), members AS (
            SELECT o.name, o.acl, coalesce(i.initprivs, o.usual) AS first
            FROM objects o
            JOIN pg_depend d ON d.classid = o.class AND d.objid = o.oid AND d.deptype = 'e'
            JOIN pg_extension e ON d.refclassid = 'pg_extension'::regclass AND e.oid = d.refobjid AND e.extname = {extension}
            LEFT JOIN pg_init_privs i ON i.classoid = o.class AND i.objoid = o.oid AND i.objsubid = 0
            WHERE o.acl IS NOT NULL
        )
        SELECT coalesce((SELECT string_agg(DISTINCT format('REVOKE ALL ON %s FROM %s; ', m.name, g.name), '')
                FROM aclexplode(m.acl) a, LATERAL (SELECT CASE a.grantee WHEN 0 THEN 'PUBLIC'
                     ELSE quote_ident(pg_get_userbyid(a.grantee)) END AS name) g), '')
            || coalesce((SELECT string_agg(format('GRANT %s ON %s TO %s%s', a.privilege_type, m.name,
                                         CASE a.grantee WHEN 0 THEN 'PUBLIC'
                                         ELSE quote_ident(pg_get_userbyid(a.grantee)) END,
                                         CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END), '; ')
                FROM aclexplode(m.first) a), '')
        FROM members m WHERE NOT (m.acl @> m.first AND m.acl <@ m.first)
    LOOP
        EXECUTE statement;
    END LOOP;
END $pleat$
