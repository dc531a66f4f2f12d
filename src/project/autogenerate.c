#include "project/autogenerate.h"

#include "model/copy.h"
#include "project/recover.h"
#include "scratch/prove.h"

void
change_free(Change *change)
{
    if (change == NULL)
        return;
    plan_free(change->plan);
    g_clear_pointer(&change->deltas, g_array_unref);
    g_free(change);
}

bool
change_find(PleatSession *session, Source *from, Source *to, Change **out, GError **error)
{
    g_autoptr(Change) change = g_new0(Change, 1);
    change->deltas = diff_run(from->schema, to->schema);
    int recovered = 0;
    if (session->config->path != NULL && !recover_texts(session, from->schema, change->deltas, &recovered, error))
        return false;
    if (!plan_make(from->schema, to->schema, change->deltas, session->config->revision_schema, &change->plan, error))
        return false;
    *out = g_steal_pointer(&change);
    return true;
}

/* Roots where something changes or depends on what changes: what a proof must look at. */
static void
add_affected(const Schema *schema, GArray *deltas, GHashTable *keep)
{
    g_autoptr(GHashTable) reached = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < deltas->len; i++) {
        const Delta *delta = &g_array_index(deltas, Delta, i);
        const char *key = delta->new_node != NULL ? delta->new_node->key : delta->old_node->key;
        Node *top = schema_find(schema, key);
        for (Node *node = top; node != NULL; node = node_walk(top, node))
            g_hash_table_add(reached, node);
        const Node *any = delta->new_node != NULL ? delta->new_node : delta->old_node;
        g_hash_table_add(keep, (gpointer)(guintptr)node_root(any)->key);
    }
    schema_add_dependants(reached);
    GHashTableIter iterator;
    gpointer node;
    g_hash_table_iter_init(&iterator, reached);
    while (g_hash_table_iter_next(&iterator, &node, NULL))
        g_hash_table_add(keep, (gpointer)(guintptr)node_root(node)->key);
}

static bool
prove(Scratch *scratch, Source *from, Source *to, GArray *deltas, const Plan *plan, GError **error)
{
    g_autoptr(GHashTable) keep = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) support = g_hash_table_new(g_str_hash, g_str_equal);
    add_affected(from->schema, deltas, keep);
    add_affected(to->schema, deltas, keep);
    schema_add_support(from->schema, keep, support);
    schema_add_support(to->schema, keep, support);
    g_autoptr(Schema) old_part = schema_subset(from->schema, keep, support);
    g_autoptr(Schema) new_part = schema_subset(to->schema, keep, support);
    return prove_plan(scratch, old_part, new_part, plan, from->scope, error);
}

bool
change_prove(PleatSession *session, Source *from, Source *to, Change *change, GError **error)
{
    Scratch *scratch = NULL;
    if (!session_scratch(session, from->schema->major, &scratch, error))
        return false;
    g_autoptr(GError) problem = NULL;
    if (prove(scratch, from, to, change->deltas, change->plan, &problem))
        return true;
    recover_forget(change->deltas);
    g_autoptr(Plan) plan = NULL;
    if (!plan_make(from->schema, to->schema, change->deltas, session->config->revision_schema, &plan, error))
        return false;
    if (!prove(scratch, from, to, change->deltas, plan, NULL)) {
        g_propagate_error(error, g_steal_pointer(&problem));
        return false;
    }
    plan_free(change->plan);
    change->plan = g_steal_pointer(&plan);
    return true;
}
