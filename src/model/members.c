#include "model/members.h"

#include "model/privileges.h"
#include "sql/format.h"
#include <string.h>

/* GRANT and REVOKE leave pg_init_privs as it is, and where nothing is there, the usual privileges are an object's first
 * ones (manual, "pg_init_privs"). */
static const char RESET[] =
    "DO $pleat$\n"
    "DECLARE\n"
    "    statement text;\n"
    "BEGIN\n"
    "    FOR statement IN\n"
    "        WITH objects AS (\n"
    "            SELECT 'pg_class'::regclass AS class, oid, relacl AS acl,\n"
    "                   CASE relkind WHEN 'S' THEN 'SEQUENCE ' ELSE 'TABLE ' END || oid::regclass::text AS name,\n"
    "                   acldefault(CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::\"char\", relowner) AS usual\n"
    "            FROM pg_class WHERE relkind IN ('r', 'v', 'm', 'f', 'p', 'S')\n"
    "            UNION ALL SELECT 'pg_proc'::regclass, oid, proacl, 'ROUTINE ' || oid::regprocedure::text,\n"
    "                             acldefault('f', proowner) FROM pg_proc\n"
    "            UNION ALL SELECT 'pg_type'::regclass, oid, typacl, 'TYPE ' || oid::regtype::text,\n"
    "                             acldefault('T', typowner) FROM pg_type\n"
    "            UNION ALL SELECT 'pg_namespace'::regclass, oid, nspacl, 'SCHEMA ' || oid::regnamespace::text,\n"
    "                             acldefault('n', nspowner) FROM pg_namespace\n"
    "        ), members AS (\n"
    "            SELECT o.name, o.acl, coalesce(i.initprivs, o.usual) AS first\n"
    "            FROM objects o\n"
    "            JOIN pg_depend d ON d.classid = o.class AND d.objid = o.oid AND d.deptype = 'e'\n"
    "            JOIN pg_extension e ON d.refclassid = 'pg_extension'::regclass AND e.oid = d.refobjid AND e.extname = "
    "%L\n"
    "            LEFT JOIN pg_init_privs i ON i.classoid = o.class AND i.objoid = o.oid AND i.objsubid = 0\n"
    "            WHERE o.acl IS NOT NULL\n"
    "        )\n"
    "        SELECT coalesce((SELECT string_agg(DISTINCT format('REVOKE ALL ON %%s FROM %%s; ', m.name, g.name), '')\n"
    "                FROM aclexplode(m.acl) a, LATERAL (SELECT CASE a.grantee WHEN 0 THEN 'PUBLIC'\n"
    "                     ELSE quote_ident(pg_get_userbyid(a.grantee)) END AS name) g), '')\n"
    "            || coalesce((SELECT string_agg(format('GRANT %%s ON %%s TO %%s%%s', a.privilege_type, m.name,\n"
    "                                         CASE a.grantee WHEN 0 THEN 'PUBLIC'\n"
    "                                         ELSE quote_ident(pg_get_userbyid(a.grantee)) END,\n"
    "                                         CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END), '; ')\n"
    "                FROM aclexplode(m.first) a), '')\n"
    "        FROM members m WHERE NOT (m.acl @> m.first AND m.acl <@ m.first)\n"
    "    LOOP\n"
    "        EXECUTE statement;\n"
    "    END LOOP;\n"
    "END $pleat$";

char *
members_undo_defaults(Arena *arena, const Schema *schema, const Schema *undone, const Node *node)
{
    const int home = kind_home(node->kind);
    const char *name = home < 0 ? NULL : node->values[home];
    return node->kind->has_members && privileges_have_defaults(arena, schema, undone, name)
               ? sql_printf(arena, RESET, node->name)
               : NULL;
}
