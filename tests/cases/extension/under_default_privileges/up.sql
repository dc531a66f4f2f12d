\set ON_ERROR_STOP on
BEGIN;
ALTER EXTENSION autoinc SET SCHEMA apart;
COMMIT;
BEGIN;
CREATE EXTENSION lo WITH SCHEMA apart;
COMMENT ON EXTENSION lo IS 'Large Object maintenance';
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
            JOIN pg_extension e ON d.refclassid = 'pg_extension'::regclass AND e.oid = d.refobjid AND e.extname = 'lo'
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
END $pleat$;
COMMIT;
BEGIN;
ALTER DEFAULT PRIVILEGES FOR ROLE postgres GRANT USAGE ON TYPES TO case_reader;
COMMIT;
BEGIN;
GRANT USAGE ON TYPE apart.lo TO case_reader;
COMMIT;
BEGIN;
DROP EXTENSION moddatetime;
COMMIT;
BEGIN;
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA apart REVOKE ALL ON FUNCTIONS FROM case_owner;
COMMIT;
BEGIN;
REVOKE ALL ON FUNCTION apart.insert_username() FROM case_owner;
COMMIT;
BEGIN;
DROP EXTENSION insert_username;
COMMIT;
BEGIN;
ALTER DEFAULT PRIVILEGES FOR ROLE postgres REVOKE ALL ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE postgres GRANT EXECUTE ON FUNCTIONS TO case_reader;
COMMIT;
BEGIN;
REVOKE ALL ON FUNCTION apart.autoinc() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION apart.autoinc() TO case_reader;
COMMIT;
BEGIN;
REVOKE ALL ON FUNCTION apart.lo_manage() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION apart.lo_manage() TO case_reader;
COMMIT;
BEGIN;
REVOKE ALL ON FUNCTION apart.lo_oid(apart.lo) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION apart.lo_oid(apart.lo) TO case_reader;
COMMIT;
