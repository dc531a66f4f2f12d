/* CREATE TYPE ... AS (...). Attributes can be added, dropped and retyped where no table uses the type. */
#include "kinds/embedded.h"
#include "kinds/shared.h"
#include "kinds/typed.h"
#include "sql/lex.h"
#include "sql/split.h"
#include <string.h>

enum { ATTRIBUTES };

/* The attribute of a list that has the name of "item" ("name type"), or NULL. */
static const char *
find(char **items, const char *item)
{
    const char *cursor = item;
    size_t length = lex_next(&cursor).length;
    for (; *items != NULL; items++) {
        const char *other = *items;
        if (lex_next(&other).length == length && strncmp(*items, item, length) == 0)
            return *items;
    }
    return NULL;
}

/* What stands behind the attribute's name. */
static const char *
type_of(const char *item)
{
    const char *cursor = item;
    lex_next(&cursor);
    return g_ascii_isspace(*cursor) ? cursor + 1 : cursor;
}

static const char *
name_of(Arena *arena, const char *item)
{
    const char *cursor = item;
    Token name = lex_next(&cursor);
    return arena_strndup(arena, name.text, name.length);
}

/* Order cannot be altered: attributes that stay must stand in their old order, new ones at the end. */
static bool
same_order(char **old_items, char **new_items)
{
    for (; *old_items != NULL; old_items++) {
        if (find(new_items, *old_items) == NULL)
            continue;
        if (*new_items == NULL || find((char *[]){*new_items, NULL}, *old_items) == NULL)
            return false;
        new_items++;
    }
    return true;
}

static void
change(Actions *actions, const Node *old_node, const Node *new_node, const char *verb, const char *item, Effect effect,
       const char *up, const char *down)
{
    const char *name = name_of(actions->arena, item);
    Action *action =
        action_add(actions, old_node, new_node, effect, arena_printf(actions->arena, "%s attribute %s", verb, name));
    action->alters = action->leads = true;
    action->disturbs = DISTURBS_DEPENDANTS;
    GString *prefix = g_string_new(NULL);
    template_append(prefix, "ALTER TYPE {node} ", new_node, NULL);
    action_up(actions, action, arena_printf(actions->arena, "%s%s", prefix->str, up));
    action_down(actions, action, arena_printf(actions->arena, "%s%s", prefix->str, down));
    g_string_free(prefix, TRUE);
}

/* ALTER ATTRIBUTE ... TYPE is refused while values of the type are stored somewhere. */
static bool
is_stored(const Node *node)
{
    for (guint i = 0; node->needed_by != NULL && i < node->needed_by->len; i++) {
        const Node *dependant = node->needed_by->pdata[i];
        if ((dependant->kind->follow != NULL && dependant->parent != NULL) || dependant->kind->aside != NULL)
            return true;
    }
    return false;
}

/* A value's text gives the fields in their order. */
static bool
keeps_text(const Node *old_node, const Node *new_node)
{
    g_autoptr(Arena) arena = arena_new();
    char **old_items = split_list(arena, old_node->values[ATTRIBUTES]);
    char **new_items = split_list(arena, new_node->values[ATTRIBUTES]);
    for (; *old_items != NULL && *new_items != NULL; old_items++, new_items++)
        if (find((char *[]){*new_items, NULL}, *old_items) == NULL)
            return false;
    return *old_items == NULL && *new_items == NULL;
}

static char *
convert(const Node *old_node, const Node *new_node, const char *value, Arena *arena)
{
    char **old_items = split_list(arena, old_node->values[ATTRIBUTES]);
    char **new_items = split_list(arena, new_node->values[ATTRIBUTES]);
    GString *sql = g_string_new(NULL);
    g_string_append_printf(sql, "CASE WHEN %s IS DISTINCT FROM NULL THEN ROW(", value);
    for (char **item = new_items; *item != NULL; item++) {
        g_string_append(sql, item == new_items ? "" : ", ");
        if (find(old_items, *item) == NULL)
            g_string_append(sql, "NULL");
        else
            g_string_append_printf(sql, "(%s).%s::%s", value, name_of(arena, *item), type_of(*item));
    }
    template_append(sql, ")::{node} END", new_node, NULL);
    char *text = arena_strdup(arena, sql->str);
    g_string_free(sql, TRUE);
    return text;
}

static char *
loses(const Node *old_node, const Node *new_node, Arena *arena)
{
    char **new_items = split_list(arena, new_node->values[ATTRIBUTES]);
    for (char **item = split_list(arena, old_node->values[ATTRIBUTES]); *item != NULL; item++)
        if (find(new_items, *item) == NULL)
            return arena_printf(arena, "attribute %s", name_of(arena, *item));
    return NULL;
}

static bool
alter(const Node *old_node, const Node *new_node, guint64 changed, Actions *actions)
{
    (void)changed;
    static const Effect adds = {PHASE_CONTRACT, LOCK_NONE, COST_SEMANTIC,
                                "row constructors of the old shape fail at once"};
    char **old_items = split_list(actions->arena, old_node->values[ATTRIBUTES]);
    char **new_items = split_list(actions->arena, new_node->values[ATTRIBUTES]);
    if (!same_order(old_items, new_items))
        return false;
    for (char **item = old_items; *item != NULL; item++) {
        const char *name = name_of(actions->arena, *item), *now = find(new_items, *item);
        if (now == NULL)
            return false; /* the way back could not put it into its old place */
        if (strcmp(type_of(now), type_of(*item)) == 0)
            continue;
        if (is_stored(old_node))
            return false;
        change(actions, old_node, new_node, "change type of", *item, adds,
               arena_printf(actions->arena, "ALTER ATTRIBUTE %s TYPE %s", name, type_of(now)),
               arena_printf(actions->arena, "ALTER ATTRIBUTE %s TYPE %s", name, type_of(*item)));
    }
    typed_tables_let_go(old_node, actions);
    for (char **item = new_items; *item != NULL; item++)
        if (find(old_items, *item) == NULL)
            change(actions, old_node, new_node, "add", *item, adds,
                   arena_printf(actions->arena, "ADD ATTRIBUTE %s", *item),
                   arena_printf(actions->arena, "DROP ATTRIBUTE %s", name_of(actions->arena, *item)));
    return true;
}

/* Constructors of the one shape fail with the other, so no phase serves both applications. */
static char *
meanwhile(const Node *old_node, const Node *new_node, Arena *arena)
{
    char **old_items = split_list(arena, old_node->values[ATTRIBUTES]);
    for (char **item = split_list(arena, new_node->values[ATTRIBUTES]); *item != NULL; item++)
        if (find(old_items, *item) == NULL)
            return arena_printf(
                arena,
                "%s has no attribute %s until the contract revision, for the new application too; where "
                "that needs it before, declare a new type, and a column of it that replaces the old one "
                "(backfill)",
                node_address(new_node), name_of(arena, *item));
    return NULL;
}

/* A body in quotes is read anew whenever it is called. */
static bool
is_quoted(const Node *node, const Attr *attr)
{
    const int body = kind_attr(node->kind, "body");
    return body >= 0 && node->values[body] != NULL && *node->values[body] != '\0' &&
           (strcmp(attr->key, "definition") == 0 || strcmp(attr->key, "body") == 0);
}

static bool
has_text(const Node *node, const char *text)
{
    for (size_t i = 0; i < node->kind->n_attrs; i++)
        if (node->values[i] != NULL && !is_quoted(node, &node->kind->attrs[i]) && strstr(node->values[i], text) != NULL)
            return true;
    return false;
}

/* What makes rows of the type has the attributes that they had then; what names one holds on to its type. Both are seen
 * in the catalog's own words. */
static bool
tears(const Node *old_node, const Node *new_node, const Node *dependant)
{
    if (dependant->kind->aside != NULL || holds_values(dependant))
        return false;
    g_autoptr(Arena) arena = arena_new();
    char **new_items = split_list(arena, new_node->values[ATTRIBUTES]);
    if (has_text(dependant, "ROW("))
        return true;
    for (char **item = split_list(arena, old_node->values[ATTRIBUTES]); *item != NULL; item++) {
        const char *now = find(new_items, *item);
        bool retyped = now == NULL || strcmp(type_of(now), type_of(*item)) != 0;
        if (retyped && has_text(dependant, arena_printf(arena, ").%s", name_of(arena, *item))))
            return true;
    }
    return false;
}

static const Attr attrs[] = {
    [ATTRIBUTES] = {.key = "composite",
                    .type = VALUE_MAP,
                    .flags = ATTR_REQUIRED | ATTR_SCALAR,
                    .doc = "names and types, in their order"},
};

static const char *const aside[] = {"ALTER TYPE {node} RENAME TO {aside}", NULL};

const Kind kind_composite = {
    .name = "composite",
    .title = "composite type",
    .plural = "types",
    .variant = "composite",
    .folder = "types",
    .statement = "TYPE",
    .spelled_out = true,
    .space = SPACE_TYPE,
    .in_schema = true,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .create = "CREATE TYPE {node} AS ({composite})",
    .drop = "DROP TYPE {node}",
    .aside = aside,
    .rename = "ALTER TYPE {node} RENAME TO {new}",
    .alias = alias_domain,
    .identify = "TYPE {node}",
    .grant_on = "TYPE {node}",
    .public_default = "USAGE",
    .owner = "TYPE {node}",
    .alter = alter,
    .tears = tears,
    .convert = convert,
    .loses = loses,
    .meanwhile = meanwhile,
    .keeps_text = keeps_text,
    .catalog = "pg_type",
    .query = composite_sql,
};
