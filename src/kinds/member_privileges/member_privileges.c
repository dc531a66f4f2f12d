/*
 * Privileges on what an extension brought, where they are not those that its script left (pg_init_privs): all that
 * pg_dump says of such an object. The name is what GRANT ... ON says: "language plpgsql",
 * "function public.pg_stat_statements_reset(oid, oid, bigint)".
 */
#include "kinds/embedded.h"
#include "kinds/shared.h"
#include <string.h>

enum { INITIAL };

/* What GRANT says before the name, and what everybody has where the extension's script says nothing. */
static const struct {
    const char *words, *public_default;
} objects[] = {
    {"table ", ""},          {"sequence ", ""},         {"schema ", ""},    {"function ", "EXECUTE"},
    {"language ", "USAGE"},  {"procedure ", "EXECUTE"}, {"type ", "USAGE"}, {"foreign data wrapper ", ""},
    {"foreign server ", ""},
};

/* The catalog knows what the script left; a declaration that was not made real yet does not. */
static bool
grant_parts(const Node *node, Arena *arena, GrantParts *out)
{
    for (size_t i = 0; i < G_N_ELEMENTS(objects); i++) {
        const size_t length = strlen(objects[i].words);
        if (g_ascii_strncasecmp(node->name, objects[i].words, length) != 0)
            continue;
        g_autofree char *words = g_ascii_strup(objects[i].words, -1);
        *out = (GrantParts){
            .before = "",
            .on = arena_printf(arena, "%s%s", words, node->name + length),
            .public_default = objects[i].public_default,
            .owner_default = "",
            .initial = node->values[INITIAL],
            .by_script = true,
        };
        return true;
    }
    return false;
}

static const Attr attrs[] = {
    [INITIAL] = {.key = "initial",
                 .type = VALUE_TEXT,
                 .flags = ATTR_INTERNAL | ATTR_HIDDEN,
                 .doc = "the privileges that the extension's script left"},
};

const Kind kind_member_privileges = {
    .name = "member_privileges",
    .title = "privileges of an extension's object",
    .plural = "member_privileges",
    .example = "language plpgsql",
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .grant_on = "{name}",
    .grant_parts = grant_parts,
    .absent =
        "it is no object of an extension, or it has these privileges anyhow, or its name is not as reflect writes it",
    .drop_effect = {PHASE_CONTRACT, LOCK_NONE, 0, "the old application may need what is revoked"},
    .create_actions = grants_create,
    .drop_actions = grants_drop,
    .catalog = "pg_init_privs",
    .query = member_privileges_sql,
};
