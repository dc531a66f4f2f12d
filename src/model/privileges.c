#include "model/privileges.h"

#include "model/template.h"
#include "sql/format.h"
#include "sql/lex.h"
#include <string.h>

/* Behind a grantee: identifiers may hold "=" and ";" inside of their quotes. */
static const char *
grantee_end(const char *at)
{
    const char *cursor = at;
    lex_next(&cursor);
    return cursor;
}

char **
privileges_split(Arena *arena, const char *canonical)
{
    g_autoptr(GPtrArray) parts = g_ptr_array_new();
    for (const char *at = canonical; at != NULL && *at != '\0';) {
        const char *end = grantee_end(at);
        Token token = {*at == '"' ? TOKEN_QUOTED : TOKEN_WORD, at, (size_t)(end - at)};
        bool public = token.length == 6 && memcmp(at, "PUBLIC", 6) == 0;
        g_autofree char *name = public ? g_strdup("PUBLIC") : token_name(token);
        g_ptr_array_add(parts, arena_strdup(arena, name));
        at = *end == '=' ? end + 1 : end;
        size_t length = strcspn(at, ";");
        g_ptr_array_add(parts, arena_strndup(arena, at, length));
        at += length + (at[length] == ';');
    }
    char **list = arena_new_array(arena, char *, parts->len + 1);
    for (guint i = 0; i < parts->len; i++)
        list[i] = parts->pdata[i];
    return list;
}

static const char *
privileges_of(char **pairs, const char *grantee)
{
    for (; *pairs != NULL; pairs += 2)
        if (strcmp(pairs[0], grantee) == 0)
            return pairs[1];
    return NULL;
}

typedef struct {
    Arena *arena;
    GPtrArray *statements;
    GrantParts parts;
    const char *columns; /* " (name)" for a column's */
    const char *grantee; /* as SQL */
} Grants;

static void
add_once(GPtrArray *statements, char *sql)
{
    if (statements->len == 0 || strcmp(statements->pdata[statements->len - 1], sql) != 0)
        g_ptr_array_add(statements, sql);
}

/* One statement for the privileges of "list" that carry the grant option, or for those that do not. */
static void
add_grants(Grants *grants, const char *list, bool with_option)
{
    g_auto(GStrv) privileges = g_strsplit(list, ",", -1);
    GString *names = g_string_new(NULL);
    for (char **privilege = privileges; *privilege != NULL; privilege++) {
        bool option = g_str_has_suffix(*privilege, "*");
        if (**privilege == '\0' || option != with_option)
            continue;
        g_string_append_printf(names, "%s%.*s%s", names->len > 0 ? ", " : "",
                               (int)(strlen(*privilege) - (option ? 1 : 0)), *privilege, grants->columns);
    }
    if (names->len > 0)
        add_once(grants->statements,
                 sql_printf(grants->arena, "%sGRANT %s ON %s TO %s%s", grants->parts.before, names->str,
                            grants->parts.on, grants->grantee, with_option ? " WITH GRANT OPTION" : ""));
    g_string_free(names, TRUE);
}

bool
privileges_from_initdb(const Node *node)
{
    return node->kind->is_schema && strcmp(node->name, "public") == 0;
}

bool
privileges_parts(Arena *arena, const Node *node, GrantParts *out)
{
    if (node->kind->grant_parts != NULL)
        return node->kind->grant_parts(node, arena, out);
    *out = (GrantParts){
        .before = "",
        .on = template_sql(arena, node->kind->grant_on, node, NULL),
        .role = node->facets[FACET_OWNER],
        .public_default = node->kind->public_default == NULL ? "" : node->kind->public_default,
        .owner_default = "ALL",
    };
    if (node->kind->grants_column)
        out->public_default = out->owner_default = "";
    if (privileges_from_initdb(node)) {
        const char *given = node_value(node, "public_default");
        out->public_default = given != NULL ? given : "USAGE"; /* since 15; a declaration does not know the server */
    }
    return true;
}

/* What a grantee has where nothing is said: everybody the kind's default, the owner all, others nothing; or what an
 * extension's script gave. NULL: nobody knows before that script has run. */
static const char *
default_of(const Grants *grants, const char *grantee)
{
    if (grants->parts.initial != NULL) {
        const char *initial = privileges_of(privileges_split(grants->arena, grants->parts.initial), grantee);
        return initial == NULL ? "" : initial;
    }
    if (grants->parts.by_script)
        return NULL;
    if (strcmp(grantee, "PUBLIC") == 0)
        return grants->parts.public_default;
    return g_strcmp0(grantee, grants->parts.role) == 0 ? grants->parts.owner_default : "";
}

/* "was" NULL: unknown. "now" NULL: nothing that could be said. */
static void
change(Grants *grants, const char *was, const char *now)
{
    if (now == NULL)
        now = "";
    if (was != NULL && strcmp(was, now) == 0)
        return;
    if (was == NULL || was[0] != '\0')
        g_ptr_array_add(grants->statements,
                        sql_printf(grants->arena, "%sREVOKE ALL%s ON %s FROM %s", grants->parts.before, grants->columns,
                                   grants->parts.on, grants->grantee));
    add_grants(grants, now, false);
    add_grants(grants, now, true);
}

static int
compare_texts(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* Each privilege once, in the catalog's order; with the grant option where one of both lists has it. */
static char *
unite(Arena *arena, const char *list, const char *other)
{
    g_autofree char *both = g_strdup_printf("%s,%s", list, other);
    g_auto(GStrv) parts = g_strsplit(both, ",", -1);
    g_autoptr(GPtrArray) kept = g_ptr_array_new();
    for (char **part = parts; *part != NULL; part++) {
        g_autofree char *with_option = g_strconcat(*part, "*", NULL);
        if (**part != '\0' && !g_strv_contains((const char *const *)parts, with_option) &&
            !g_ptr_array_find_with_equal_func(kept, *part, g_str_equal, NULL))
            g_ptr_array_add(kept, *part);
    }
    g_ptr_array_sort(kept, compare_texts);
    g_ptr_array_add(kept, NULL);
    g_autofree char *united = g_strjoinv(",", (char **)kept->pdata);
    return arena_strdup(arena, united);
}

/* With a new owner PostgreSQL lets him have what the old one had, besides what he had before: all goes under in it, but
 * for grant options, which a list beside it stands for. */
static const char *
merge(const Grants *grants, char **pairs, const char *from, const char *to)
{
    const char *old_owner = privileges_of(pairs, from), *new_owner = privileges_of(pairs, to);
    if (old_owner == NULL)
        old_owner = grants->parts.owner_default;
    if (new_owner == NULL || (strcmp(old_owner, "ALL") == 0 && strchr(new_owner, '*') == NULL))
        return old_owner;
    return unite(grants->arena, old_owner, new_owner);
}

static void
follow_owner(const Grants *grants, char **pairs, const char *from, const char *to)
{
    if (from == NULL || to == NULL || strcmp(from, to) == 0)
        return;
    const char *merged = merge(grants, pairs, from, to);
    char **kept = pairs;
    bool said = false;
    for (; *pairs != NULL; pairs += 2) {
        bool owner = strcmp(pairs[0], from) == 0 || strcmp(pairs[0], to) == 0;
        if (owner && said)
            continue;
        kept[0] = owner ? (char *)(guintptr)to : pairs[0];
        kept[1] = owner ? (char *)(guintptr)merged : pairs[1];
        said = said || owner;
        kept += 2;
    }
    *kept = NULL;
}

static const char *
grantee_sql(Arena *arena, const char *name)
{
    return strcmp(name, "PUBLIC") == 0 ? "PUBLIC" : sql_printf(arena, "%I", name);
}

/* REVOKE on a table takes the privileges on its columns, too: they are granted again. */
static void
grant_columns_again(Grants *grants, const Node *from, const Node *to, const char *grantee)
{
    if (from == NULL)
        return;
    for (const Node *child = to->first_child; child != NULL; child = child->next) {
        if (!child->kind->grants_column)
            continue;
        char **pairs = privileges_split(grants->arena, child->facets[FACET_PRIVILEGES]);
        const char *now = privileges_of(pairs, grantee);
        if (now == NULL)
            continue;
        Grants columns = *grants;
        columns.columns = sql_printf(grants->arena, " (%I)", child->name);
        add_grants(&columns, now, false);
        add_grants(&columns, now, true);
    }
}

/* Who has nothing any more loses it; columns of "to" that are in "from" keep what they have. */
static void
revoke_lost(Grants *grants, char **before, char **after, const Node *from, const Node *to)
{
    for (char **pair = before; *pair != NULL; pair += 2) {
        if (privileges_of(after, pair[0]) != NULL)
            continue;
        grants->grantee = grantee_sql(grants->arena, pair[0]);
        change(grants, pair[1], default_of(grants, pair[0]));
        grant_columns_again(grants, from, to, pair[0]);
    }
}

static void
grant_wanted(Grants *grants, char **before, char **after, const Node *from, const Node *to)
{
    for (char **pair = after; *pair != NULL; pair += 2) {
        const char *was = privileges_of(before, pair[0]);
        grants->grantee = grantee_sql(grants->arena, pair[0]);
        change(grants, was != NULL ? was : default_of(grants, pair[0]), pair[1]);
        if (was != NULL && strcmp(was, pair[1]) != 0)
            grant_columns_again(grants, from, to, pair[0]);
    }
}

bool
privileges_change_hands(const Node *from, const Node *to)
{
    const char *was = from == NULL ? NULL : from->facets[FACET_OWNER], *is = to->facets[FACET_OWNER];
    return was != NULL && is != NULL && strcmp(was, is) != 0;
}

/* What is granted on columns follows a new owner of their table, too. A new column was there before him. */
static void
columns_follow_owner(const Grants *grants, const Node *from, const Node *to)
{
    for (const Node *column = to->first_child; column != NULL; column = column->next) {
        if (!column->kind->grants_column)
            continue;
        const Node *twin = node_child(from, column->kind->name, column->name);
        char **before = privileges_split(grants->arena, (twin != NULL ? twin : column)->facets[FACET_PRIVILEGES]);
        char **after = privileges_split(grants->arena, column->facets[FACET_PRIVILEGES]);
        Grants columns = *grants;
        columns.columns = sql_printf(grants->arena, " (%I)", column->name);
        columns.parts.public_default = columns.parts.owner_default = "";
        follow_owner(&columns, before, from->facets[FACET_OWNER], to->facets[FACET_OWNER]);
        revoke_lost(&columns, before, after, NULL, column);
        grant_wanted(&columns, before, after, NULL, column);
    }
}

/* A grantee whose privileges change is revoked everything and granted anew. */
GPtrArray *
privileges_statements(Arena *arena, const Node *from, const Node *to)
{
    Grants grants = {arena, g_ptr_array_new(), {0}, "", NULL};
    if (to->kind->grants_column && from != NULL && privileges_change_hands(from->parent, to->parent))
        return grants.statements; /* they come with the table's */
    if (!privileges_parts(arena, to, &grants.parts))
        return grants.statements;
    if (to->kind->grants_column)
        grants.columns = sql_printf(arena, " (%I)", to->name);
    char **before = privileges_split(arena, from == NULL ? NULL : from->facets[FACET_PRIVILEGES]);
    if (from != NULL)
        follow_owner(&grants, before, from->facets[FACET_OWNER], to->facets[FACET_OWNER]);
    char **after = privileges_split(arena, to->facets[FACET_PRIVILEGES]);
    if (from == NULL && privileges_from_initdb(to)) { /* a new one is as any other */
        grants.grantee = "PUBLIC";
        if (privileges_of(after, "PUBLIC") == NULL)
            change(&grants, "", grants.parts.public_default);
        grants.parts.public_default = "";
    }
    revoke_lost(&grants, before, after, from, to);
    grant_wanted(&grants, before, after, from, to);
    if (privileges_change_hands(from, to))
        columns_follow_owner(&grants, from, to);
    return grants.statements;
}

/* Default privileges ON what are those of an object ON what? */
static bool
is_given_by(const GrantParts *object, const GrantParts *defaults)
{
    static const struct {
        const char *defaults, *object;
    } pairs[] = {
        {"TABLES", "TABLE "}, {"SEQUENCES", "SEQUENCE "}, {"FUNCTIONS", "FUNCTION "}, {"FUNCTIONS", "PROCEDURE "},
        {"TYPES", "TYPE "},   {"TYPES", "DOMAIN "},       {"SCHEMAS", "SCHEMA "},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++)
        if (strcmp(defaults->on, pairs[i].defaults) == 0 && g_str_has_prefix(object->on, pairs[i].object))
            return true;
    return false;
}

/* One grantee that default privileges name. The role itself made the object, if they apply at all: what it lost is the
 * owner's loss. */
static void
undo_default(Grants *grants, const Node *node, bool is_granted, const char *grantee, const char *role)
{
    const char *owner = node->facets[FACET_OWNER];
    bool is_maker = strcmp(grantee, role) == 0;
    if (is_maker && owner == NULL)
        return;
    const char *name = is_maker ? owner : grantee;
    char **own = privileges_split(grants->arena, node->facets[FACET_PRIVILEGES]);
    const char *now = privileges_of(own, name);
    if (now == NULL)
        now = default_of(grants, name);
    grants->grantee = grantee_sql(grants->arena, name);
    g_ptr_array_add(grants->statements,
                    sql_printf(grants->arena, "REVOKE ALL ON %s FROM %s", grants->parts.on, grants->grantee));
    add_grants(grants, now, false);
    add_grants(grants, now, true);
    if (is_granted)
        grant_columns_again(grants, node, node, name);
}

static bool
has_same(const Schema *schema, const Node *defaults)
{
    const Node *twin = schema == NULL ? NULL : schema_match(schema, defaults);
    return twin != NULL && g_strcmp0(twin->facets[FACET_PRIVILEGES], defaults->facets[FACET_PRIVILEGES]) == 0;
}

/* NULL for a schema: any. */
static bool
apply_in(const GrantParts *defaults, const char *schema)
{
    return defaults->schema == NULL || schema == NULL || strcmp(defaults->schema, schema) == 0;
}

bool
privileges_have_defaults(Arena *arena, const Schema *schema, const Schema *undone, const char *name)
{
    for (guint i = 0; schema != NULL && i < schema->roots->len; i++) {
        const Node *defaults = schema->roots->pdata[i];
        GrantParts parts;
        if (defaults->kind->grant_parts != NULL && privileges_parts(arena, defaults, &parts) && parts.role != NULL &&
            !has_same(undone, defaults) && apply_in(&parts, name))
            return true;
    }
    return false;
}

GPtrArray *
privileges_undo_defaults(Arena *arena, const Schema *schema, const Schema *undone, const Node *node, bool is_granted)
{
    Grants grants = {arena, g_ptr_array_new(), {0}, "", NULL};
    if (schema == NULL || node->kind->grants_column || node->kind->grant_parts != NULL ||
        !privileges_parts(arena, node, &grants.parts))
        return grants.statements;
    for (guint i = 0; i < schema->roots->len; i++) {
        const Node *defaults = schema->roots->pdata[i];
        GrantParts parts;
        if (defaults->kind->grant_parts == NULL || has_same(undone, defaults) ||
            !privileges_parts(arena, defaults, &parts) || !is_given_by(&grants.parts, &parts) ||
            !apply_in(&parts, node_root(node)->schema))
            continue;
        for (char **pair = privileges_split(arena, defaults->facets[FACET_PRIVILEGES]); *pair != NULL; pair += 2)
            undo_default(&grants, node, is_granted, pair[0], parts.role);
    }
    return grants.statements;
}
