#include "plan/places.h"

/* The columns of a table that come or go, after an action or before it. Returns whether there are any. */
static bool
order_columns(Sequence *sequence, GHashTable *table, const Node *rows, size_t index, bool first)
{
    bool any = false;
    for (const Node *part = rows == NULL ? NULL : rows->first_child; part != NULL; part = part->next) {
        if (part->kind->detour == NULL || !g_hash_table_contains(table, part))
            continue;
        any = true;
        if (first)
            edge_from(sequence, table, part, index);
        else
            edge_to(sequence, table, part, index);
    }
    return any;
}

/* The columns of a function that gives rows of a table are told by their places, and what comes again has the last one:
 * who reads them comes when those that go are gone and those that come are there, and goes before. */
static void
order_places(Sequence *sequence, const Node *function, size_t index, bool creates)
{
    const Schema *old_schema = sequence->actions->old_schema;
    for (guint i = 0; old_schema != NULL && function->needs != NULL && i < function->needs->len; i++) {
        const Node *rows = function->needs->pdata[i];
        if (rows->kind->space == SPACE_RELATION &&
            order_columns(sequence, sequence->droppers, schema_match(old_schema, rows), index, creates))
            order_columns(sequence, sequence->creators, schema_match(sequence->actions->new_schema, rows), index,
                          creates);
    }
}

void
places_order(Sequence *sequence, const Node *node, size_t index, bool creates)
{
    for (guint i = 0; node->kind->space == SPACE_RELATION && node->needs != NULL && i < node->needs->len; i++) {
        const Node *needed = node->needs->pdata[i];
        if (needed->kind->space == SPACE_ROUTINE)
            order_places(sequence, needed, index, creates);
    }
}
