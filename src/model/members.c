#include "model/members.h"

#include "model/embedded.h"
#include "model/privileges.h"
#include "sql/format.h"

char *
members_undo_defaults(Arena *arena, const Schema *schema, const Schema *undone, const Node *node)
{
    const int home = kind_home(node->kind);
    const char *name = home < 0 ? NULL : node->values[home];
    if (!node->kind->has_members || !privileges_have_defaults(arena, schema, undone, name))
        return NULL;
    g_autoptr(GString) extension = g_string_new(NULL);
    sql_append_literal(extension, node->name);
    g_autoptr(GString) sql = g_string_new(members_reset_sql);
    g_string_replace(sql, "{extension}", extension->str, 0);
    return arena_strdup(arena, g_strchomp(sql->str));
}
