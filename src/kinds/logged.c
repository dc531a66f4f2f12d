#include "kinds/logged.h"

static bool
is_unlogged(const Node *table)
{
    return node_value(table, "unlogged") != NULL;
}

static bool
changes(const Schema *new_schema, const Node *old_table)
{
    const Node *new_table = schema_match(new_schema, old_table);
    return new_table != NULL && is_unlogged(old_table) != is_unlogged(new_table);
}

/* The table that a foreign key refers to; NULL: its own, or it is none. */
static const Node *
referenced(const Node *part)
{
    for (guint i = 0; part->kind->outlives_drop && part->needs != NULL && i < part->needs->len; i++) {
        const Node *root = node_root(part->needs->pdata[i]);
        if (root->kind == part->parent->kind && root != part->parent)
            return root;
    }
    return NULL;
}

/* The same of one that stays, where both tables change. */
static const Node *
tied(const Schema *new_schema, const Node *part)
{
    const Node *table = referenced(part);
    return table != NULL && schema_match(new_schema, part) != NULL && changes(new_schema, table) ? table : NULL;
}

static bool
reaches(const Schema *new_schema, const Node *from, const Node *to, GHashTable *seen)
{
    if (from == to)
        return true;
    if (!g_hash_table_add(seen, (gpointer)(guintptr)from))
        return false;
    for (const Node *part = from->first_child; part != NULL; part = part->next) {
        const Node *next = tied(new_schema, part);
        if (next != NULL && reaches(new_schema, next, to, seen))
            return true;
    }
    return false;
}

bool
logged_ring_has(const Schema *new_schema, const Node *old_table, const Node *part)
{
    const Node *table = changes(new_schema, old_table) ? tied(new_schema, part) : NULL;
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    return table != NULL && reaches(new_schema, table, old_table, seen);
}

static char *
token(Actions *actions, const char *what, const Node *table)
{
    return arena_printf(actions->arena, "%s %s", what, table->key);
}

void
logged_order(const Node *old_table, Action *action, Actions *actions)
{
    bool logged = is_unlogged(old_table);
    g_ptr_array_add(action->gives, token(actions, "log of", old_table));
    g_ptr_array_add(action->takes, token(actions, "references to", old_table));
    for (const Node *part = old_table->first_child; part != NULL; part = part->next) {
        const Node *table = tied(actions->new_schema, part);
        if (table == NULL || logged_ring_has(actions->new_schema, old_table, part))
            continue;
        if (logged)
            g_ptr_array_add(action->takes, token(actions, "log of", table));
        else
            g_ptr_array_add(action->gives, token(actions, "references to", table));
    }
}

void
logged_hold_up(const Node *foreign_key, Actions *actions, guint from)
{
    const Node *tables[] = {foreign_key->parent, referenced(foreign_key)};
    for (guint i = from; i < actions->list->len; i++) {
        Action *action = actions->list->pdata[i];
        for (size_t k = 0; k < G_N_ELEMENTS(tables); k++)
            if (tables[k] != NULL && action->creates->len > 0)
                g_ptr_array_add(action->takes, token(actions, "log of", tables[k]));
            else if (tables[k] != NULL && action->drops->len > 0)
                g_ptr_array_add(action->gives, token(actions, "references to", tables[k]));
    }
}
