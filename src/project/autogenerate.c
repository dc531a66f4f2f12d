#include "project/autogenerate.h"

#include "model/copy.h"
#include "project/recover.h"
#include "scratch/prove.h"

void
proposal_free(Proposal *proposal)
{
    if (proposal == NULL)
        return;
    plan_free(proposal->plan);
    g_clear_pointer(&proposal->deltas, g_array_unref);
    g_free(proposal);
}

bool
proposal_compare(const Source *from, const Source *to, Proposal **out)
{
    Proposal *proposal = g_new0(Proposal, 1);
    proposal->deltas = diff_run(from->schema, to->schema);
    *out = proposal;
    return true;
}

static void
check_way_back(const Schema *old_schema, const Node *node, Problems *problems)
{
    const Node *old_parent = node->parent == NULL ? NULL : schema_match(old_schema, node->parent);
    const Extras *extras = node->declared == NULL ? NULL : node->declared->extras;
    const char *const *pair = extras == NULL ? NULL : extras->backfill_down;
    for (; old_parent != NULL && pair != NULL && *pair != NULL; pair += 2) {
        if (node_child(old_parent, node->kind->name, pair[0]) != NULL)
            continue;
        problems_add(problems, node->declared->place, "backfill_down: %s %s has no %s \"%s\"", old_parent->kind->title,
                     node_address(old_parent), node->kind->title, pair[0]);
        problems_hint(problems, "it says how what is there now is filled from what is new");
    }
}

/* A way back to what is not there would break every write while old and new are kept in step. */
static bool
check_ways_back(const Schema *old_schema, GArray *deltas, GError **error)
{
    g_autoptr(Problems) problems = problems_new();
    for (guint i = 0; i < deltas->len; i++) {
        const Delta *delta = &g_array_index(deltas, Delta, i);
        if (delta->kind == DELTA_CREATE)
            check_way_back(old_schema, delta->new_node, problems);
    }
    return problems_raise(problems, error);
}

bool
proposal_find(PleatSession *session, Source *from, Source *to, Proposal **out, GError **error)
{
    g_autoptr(Proposal) proposal = g_new0(Proposal, 1);
    proposal->deltas = diff_run(from->schema, to->schema);
    if (!check_ways_back(from->schema, proposal->deltas, error))
        return false;
    int recovered = 0;
    if (session->config->path != NULL && !recover_texts(session, from->schema, proposal->deltas, &recovered, error))
        return false;
    if (!plan_make(from->schema, to->schema, proposal->deltas, session->config->revision_schema, &proposal->plan,
                   error))
        return false;
    *out = g_steal_pointer(&proposal);
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
proposal_prove(PleatSession *session, Source *from, Source *to, Proposal *proposal, GError **error)
{
    Scratch *scratch = NULL;
    if (!session_scratch(session, from->schema->major, &scratch, error))
        return false;
    g_autoptr(GError) problem = NULL;
    if (prove(scratch, from, to, proposal->deltas, proposal->plan, &problem))
        return true;
    recover_forget(proposal->deltas);
    g_autoptr(Plan) plan = NULL;
    if (!plan_make(from->schema, to->schema, proposal->deltas, session->config->revision_schema, &plan, error))
        return false;
    if (!prove(scratch, from, to, proposal->deltas, plan, NULL)) {
        g_propagate_error(error, g_steal_pointer(&problem));
        return false;
    }
    plan_free(proposal->plan);
    proposal->plan = g_steal_pointer(&plan);
    return true;
}
