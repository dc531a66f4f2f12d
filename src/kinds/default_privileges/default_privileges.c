/*
 * ALTER DEFAULT PRIVILEGES: what a role's new objects come with. The name says whose and of what: "tables of
 * app_owner", "functions of app_owner in reporting". What is there already keeps the privileges that it has.
 */
#include "kinds/embedded.h"
#include "kinds/shared.h"
#include "sql/format.h"
#include "sql/lex.h"

/* In the whole database everybody may use some objects from the start; in a schema only more is given. */
static const struct {
    const char *word, *on, *public_default;
} objects[] = {
    {"tables", "TABLES", ""},    {"sequences", "SEQUENCES", ""}, {"functions", "FUNCTIONS", "EXECUTE"},
    {"types", "TYPES", "USAGE"}, {"schemas", "SCHEMAS", ""},     {"large_objects", "LARGE OBJECTS", ""},
};

static bool
read_objects(Token token, GrantParts *out)
{
    for (size_t i = 0; i < G_N_ELEMENTS(objects); i++)
        if (token_is(token, objects[i].word)) {
            out->on = objects[i].on;
            out->public_default = objects[i].public_default;
            return true;
        }
    return false;
}

static const char *
read_name(Arena *arena, const char **cursor)
{
    g_autofree char *name = token_name(lex_next_solid(cursor));
    return name == NULL ? NULL : arena_strdup(arena, name);
}

static bool
grant_parts(const Node *node, Arena *arena, GrantParts *out)
{
    const char *cursor = node->name;
    GrantParts parts = {0};
    if (!read_objects(lex_next_solid(&cursor), &parts) || !token_is(lex_next_solid(&cursor), "of"))
        return false;
    parts.role = read_name(arena, &cursor);
    Token behind = lex_next_solid(&cursor);
    const char *schema = token_is(behind, "in") ? read_name(arena, &cursor) : NULL;
    if (parts.role == NULL || (behind.kind != TOKEN_END && schema == NULL) || lex_next_solid(&cursor).kind != TOKEN_END)
        return false;
    parts.before = sql_printf(arena, "ALTER DEFAULT PRIVILEGES FOR ROLE %I ", parts.role);
    parts.owner_default = "ALL";
    parts.schema = schema;
    if (schema != NULL) {
        parts.before = sql_printf(arena, "%sIN SCHEMA %I ", parts.before, schema);
        parts.owner_default = parts.public_default = "";
    }
    *out = parts;
    return true;
}

const Kind kind_default_privileges = {
    .name = "default_privileges",
    .title = "default privileges",
    .plural = "default_privileges",
    .example = "tables of app_owner in reporting",
    .grant_on = "{name}",
    .grant_parts = grant_parts,
    .drop_effect = {PHASE_CONTRACT, LOCK_NONE, 0, "the old application's new objects may rely on them"},
    .create_actions = grants_create,
    .drop_actions = grants_drop,
    .catalog = "pg_default_acl",
    .query = default_privileges_sql,
};
