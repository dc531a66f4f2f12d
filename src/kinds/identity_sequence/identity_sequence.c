/* What is said of an identity column's sequence: comment and privileges. The sequence comes and goes with the identity.
 */
#include "kinds/embedded.h"
#include "model/schema.h"
#include "sql/format.h"
#include "sql/lex.h"
#include <string.h>

enum { SEQUENCE_NAME };

static const char *const parents[] = {"column", NULL};

/* What stands behind SEQUENCE NAME in an identity's options, or NULL. */
static char *
chosen_name(const char *options)
{
    const char *cursor = options == NULL ? "" : options;
    for (Token token = lex_next_solid(&cursor); token.kind != TOKEN_END; token = lex_next_solid(&cursor)) {
        const char *next = cursor;
        if (!token_is(token, "sequence") || !token_is(lex_next_solid(&next), "name"))
            continue;
        const char *start = next, *end;
        do {
            lex_next_solid(&next);
            end = next;
        } while (token_is(lex_next_solid(&next), "."));
        return g_strstrip(g_strndup(start, (gsize)(end - start)));
    }
    return NULL;
}

/* As PostgreSQL shortens it: the longer of both parts loses first (makeObjectName). */
static void
shorten(size_t *table, size_t *column)
{
    enum { LONGEST = 63, REST = 5 }; /* "_" and "_seq" */
    while (*table + *column + REST > LONGEST)
        --*(*table > *column ? table : column);
}

static void
complete(Node *node, Arena *arena)
{
    const Node *column = node->parent, *table = column->parent;
    g_autofree char *chosen = chosen_name(column->leaf != NULL ? column->leaf : node_value(column, "sequence"));
    if (chosen != NULL) {
        node->values[SEQUENCE_NAME] = arena_strdup(arena, chosen);
        return;
    }
    size_t of_table = strlen(table->name), of_column = strlen(column->name);
    shorten(&of_table, &of_column);
    const char *name = arena_printf(arena, "%.*s_%.*s_seq", (int)of_table, table->name, (int)of_column, column->name);
    node->values[SEQUENCE_NAME] = sql_printf(arena, "%I.%I", table->schema, name);
}

static bool
comes_silently(const Node *column)
{
    return node_value(column, "identity") != NULL;
}

static const Attr attrs[] = {
    [SEQUENCE_NAME] = {.key = "sequence_name",
                       .type = VALUE_SQL,
                       .flags = ATTR_HIDDEN | ATTR_INTERNAL,
                       .doc = "its qualified name"},
};

const Kind kind_identity_sequence = {
    .name = "identity_sequence",
    .title = "identity sequence",
    .plural = "identity_sequence",
    .parents = parents,
    .shape = SHAPE_INLINE,
    .anonymous = true,
    .bare = true,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .identify = "SEQUENCE {sequence_name}",
    .holds = "relation {sequence_name}",
    .complete = complete,
    .comes_silently = comes_silently,
    .grant_on = "SEQUENCE {sequence_name}",
    .catalog = "pg_class",
    .query = identity_sequence_sql,
};
