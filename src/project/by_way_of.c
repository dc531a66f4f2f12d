#include "project/by_way_of.h"

#include "project/rename_stage.h"
#include "sql/format.h"
#include "sql/lex.h"
#include <string.h>

void
by_way_of_free(ByWayOf *way)
{
    if (way == NULL)
        return;
    schema_free(way->between.schema);
    g_free(way);
}

/* What is meant ---------------------------------------------------------------------------------------------------- */

/* One that two can stand for: a column. */
static Node *
find_column(const Schema *schema, const char *address)
{
    for (size_t i = 0; kinds_all[i] != NULL; i++) {
        g_autofree char *key = g_strdup_printf("%s %s", kinds_all[i]->name, address);
        Node *node = kinds_all[i]->is_replaceable == NULL ? NULL : schema_find(schema, key);
        if (node != NULL)
            return node;
    }
    return NULL;
}

static bool
fail_for(GError **error, const char *address, const char *why, const char *hint)
{
    fail(error, PLEAT_ERROR_USAGE, "--by-way-of: %s %s", address, why);
    return fail_hint(error, "%s", hint);
}

static const char *
down_for(const Extras *extras, const char *name)
{
    for (const char *const *pair = extras->backfill_down; pair != NULL && *pair != NULL; pair += 2)
        if (strcmp(pair[0], name) == 0)
            return pair[1];
    return NULL;
}

static bool
check(const Node *old_node, const Node *new_node, const char *address, const char *name, GError **error)
{
    const Extras *extras = new_node == NULL || new_node->declared == NULL ? NULL : new_node->declared->extras;
    if (old_node == NULL || new_node == NULL)
        return fail_for(error, address, "is no column that is there before and after", "pleat diff shows what changes");
    if (strcmp(node_value(old_node, "type"), node_value(new_node, "type")) == 0)
        return fail_for(error, address, "keeps its type", "pleat diff shows what changes");
    if (!new_node->kind->is_replaceable(old_node, new_node))
        return fail_for(error, address, "cannot be had twice",
                        "it is in a key, an identity, computed, or what partitions go by");
    if (extras == NULL || extras->backfill == NULL || down_for(extras, new_node->name) == NULL)
        return fail_for(error, address, "is declared without a way from the one type to the other",
                        "say backfill and backfill_down of it, so that no value of either makes them fail");
    if (name[0] == '\0' || node_child(new_node->parent, new_node->kind->name, name) != NULL ||
        node_child(old_node->parent, old_node->kind->name, name) != NULL)
        return fail_for(error, address, "needs a name that nothing else has", "--by-way-of SCHEMA.TABLE.COLUMN=NAME");
    return true;
}

/* The state between ------------------------------------------------------------------------------------------------ */

/* The expression with another name for the column. */
static const char *
with_name(Arena *arena, const char *expression, const char *was, const char *is)
{
    g_autoptr(GString) out = g_string_new(NULL);
    const char *cursor = expression;
    for (Token token = lex_next(&cursor); token.kind != TOKEN_END; token = lex_next(&cursor)) {
        g_autofree char *name = token_name(token);
        if (g_strcmp0(name, was) == 0)
            sql_append_identifier(out, is);
        else
            g_string_append_len(out, token.text, (gssize)token.length);
    }
    return arena_strdup(arena, out->str);
}

static const Node *
declare(Arena *arena, const Node *declared, const char *name, const Extras *extras)
{
    Node *copy = arena_new_one(arena, Node);
    *copy = *declared;
    copy->name = name;
    copy->extras = extras;
    return copy;
}

/* What stands between is filled from the old column, and the old one from it. */
static const Extras *
extras_between(Arena *arena, const Extras *extras, const char *was, const char *name)
{
    Extras *copy = arena_new_one(arena, Extras);
    const char **down = arena_new_array(arena, const char *, 3);
    down[0] = was;
    down[1] = with_name(arena, down_for(extras, was), was, name);
    copy->backfill = extras->backfill;
    copy->backfill_down = down;
    return copy;
}

static const Extras *
extras_after(Arena *arena, const char *name)
{
    Extras *extras = arena_new_one(arena, Extras);
    extras->renamed_from = name;
    return extras;
}

/* Where the author's own text names the column, PostgreSQL's stands for it. */
static void
take_declaration(Node *node, void *data)
{
    const Schema *declared = data;
    const Node *twin = node->declared != NULL ? NULL : schema_match(declared, node);
    if (twin != NULL && twin->declared != NULL && twin->declared->text == NULL)
        node->declared = twin->declared;
}

static bool
make_between(PleatSession *session, const Source *to, Node *column, ByWayOf *way, GError **error)
{
    Arena *arena = to->schema->arena;
    if (!rename_stage_try(session, to, column, way->name, &way->between.schema, error))
        return false;
    schema_visit(way->between.schema, take_declaration, to->schema);
    const Node *table = schema_match(way->between.schema, column->parent);
    Node *between = node_child(table, column->kind->name, way->name);
    between->declared = declare(arena, column->declared, way->name,
                                extras_between(arena, column->declared->extras, column->name, way->name));
    return true;
}

bool
by_way_of_open(PleatSession *session, const char *spec, Source *from, Source *to, ByWayOf **out, GError **error)
{
    const char *equals = strrchr(spec, '=');
    g_autofree char *address = equals == NULL ? g_strdup(spec) : g_strndup(spec, (gsize)(equals - spec));
    const char *name = equals == NULL ? "" : equals + 1;
    Node *column = find_column(to->schema, address);
    if (!check(find_column(from->schema, address), column, address, name, error))
        return false;
    g_autoptr(ByWayOf) way = g_new0(ByWayOf, 1);
    way->between = *to;
    way->between.schema = NULL;
    way->name = arena_strdup(to->schema->arena, name);
    if (!make_between(session, to, column, way, error))
        return false;
    column->declared =
        declare(to->schema->arena, column->declared, column->name, extras_after(to->schema->arena, way->name));
    way->from = way->between;
    way->to = *to;
    *out = g_steal_pointer(&way);
    return true;
}
