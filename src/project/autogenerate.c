#include "project/autogenerate.h"

#include "model/copy.h"
#include "model/lineage.h"
#include "project/chosen_bodies.h"
#include "project/compatibility.h"
#include "project/moved.h"
#include "project/table_sizes.h"
#include "scratch/prove.h"

void
proposal_free(Proposal *proposal)
{
    if (proposal == NULL)
        return;
    plan_free(proposal->plan);
    recovery_free(proposal->recovery);
    g_clear_pointer(&proposal->deltas, g_array_unref);
    rename_stage_free(proposal->stage);
    proof_states_clear(&proposal->states);
    compat_free(proposal->states.compat);
    g_clear_pointer(&proposal->tried, g_ptr_array_unref);
    g_clear_pointer(&proposal->corpus, g_ptr_array_unref);
    g_clear_pointer(&proposal->deprecated, g_hash_table_unref);
    g_free(proposal->remark);
    g_clear_pointer(&proposal->sizes, g_hash_table_unref);
    body_check_free(proposal->bodies);
    g_free(proposal);
}

/* The present state as the rest of the plan meets it: with new names. */
static Schema *
present(const Proposal *proposal, const Source *from)
{
    return proposal->stage == NULL ? from->schema : proposal->stage->schema;
}

bool
proposal_compare(PleatSession *session, Source *from, Source *to, Proposal **out, GError **error)
{
    g_autoptr(Proposal) proposal = g_new0(Proposal, 1);
    if (!rename_stage_make(session, from, to, &proposal->stage, error))
        return false;
    proposal->deltas = diff_run(present(proposal, from), to->schema);
    *out = g_steal_pointer(&proposal);
    return true;
}

bool
proposal_is_empty(const Proposal *proposal)
{
    return proposal->stage == NULL && proposal->deltas->len == 0;
}

GArray *
proposal_deltas(const Proposal *proposal)
{
    GArray *deltas = g_array_new(FALSE, FALSE, sizeof(Delta));
    for (guint i = 0; proposal->stage != NULL && i < proposal->stage->renames->len; i++) {
        const Rename *rename = &g_array_index(proposal->stage->renames, Rename, i);
        Delta delta = {DELTA_RENAME, rename->old_node, rename->new_node, 0, 0};
        g_array_append_val(deltas, delta);
    }
    g_array_append_vals(deltas, proposal->deltas->data, proposal->deltas->len);
    return deltas;
}

static void
hint_rename(PleatSession *session, const Rename *rename, const char *reason)
{
    const Node *is = rename->new_node, *was = rename->old_node;
    const Place *place = is->declared == NULL || is->declared->place.file == NULL ? NULL : &is->declared->place;
    session_note(session, "hint: %s %s may be what %s was%s: if so, declare it with renamed_from: %s", is->kind->title,
                 node_address(is), was->name, reason, was->name);
    if (place != NULL)
        session_note(session, " (%s:%d)", place->file, place->line);
    session_note(session, "\n");
}

static void
hint_meanwhile(PleatSession *session, const Delta *delta)
{
    g_autoptr(Arena) arena = arena_new();
    const char *text = delta_meanwhile(delta, arena);
    if (text != NULL)
        session_note(session, "note: %s\n", text);
}

void
proposal_hint(PleatSession *session, const Proposal *proposal)
{
    recover_tell(session, proposal->recovery);
    for (guint i = 0; i < proposal->deltas->len; i++)
        hint_meanwhile(session, &g_array_index(proposal->deltas, Delta, i));
    g_autoptr(GArray) renames = renames_likely(proposal->deltas);
    const guint alike = renames->len;
    moved_find(session, proposal->deltas, renames);
    for (guint i = 0; i < renames->len; i++)
        hint_rename(session, &g_array_index(renames, Rename, i), i < alike ? "" : ", for git sees its file as renamed");
}

static bool
make_plan(PleatSession *session, const Proposal *proposal, const Source *from, const Source *to, Plan **out,
          GError **error)
{
    const Schema *now = present(proposal, from);
    g_autoptr(Plan) plan = NULL;
    if (!plan_make(now, to->schema, proposal->deltas, session->config->revision_schema, session->online, &plan, error))
        return false;
    if (proposal->stage != NULL)
        rename_stage_prepend(proposal->stage, to->schema, plan);
    *out = g_steal_pointer(&plan);
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
    g_autoptr(Proposal) proposal = NULL;
    if (!proposal_compare(session, from, to, &proposal, error))
        return false;
    const GArray *renames = proposal->stage == NULL ? NULL : proposal->stage->renames;
    if (!check_ways_back(present(proposal, from), proposal->deltas, error) ||
        (session->config->path != NULL &&
         !recover_texts(session, present(proposal, from), proposal->deltas, renames, &proposal->recovery, error)) ||
        !make_plan(session, proposal, from, to, &proposal->plan, error))
        return false;
    *out = g_steal_pointer(&proposal);
    return true;
}

/* Roots where something changes or depends on what changes: what a proof must look at. */
static void
add_affected(const Schema *schema, const Proposal *proposal, GHashTable *keep)
{
    g_autoptr(GHashTable) reached = g_hash_table_new(NULL, NULL);
    g_autoptr(GPtrArray) nodes = g_ptr_array_new();
    for (guint i = 0; i < proposal->deltas->len; i++) {
        const Delta *delta = &g_array_index(proposal->deltas, Delta, i);
        if (delta->new_node != NULL)
            g_ptr_array_add(nodes, delta->new_node);
        if (delta->old_node != NULL && (delta->new_node == NULL || delta->kind == DELTA_RENAME))
            g_ptr_array_add(nodes, delta->old_node);
    }
    for (guint i = 0; proposal->stage != NULL && i < proposal->stage->renames->len; i++) {
        const Rename *rename = &g_array_index(proposal->stage->renames, Rename, i);
        g_ptr_array_add(nodes, rename->old_node);
        g_ptr_array_add(nodes, rename->new_node);
    }
    for (guint i = 0; i < nodes->len; i++) {
        Node *top = schema_match(schema, nodes->pdata[i]);
        for (Node *node = top; node != NULL; node = node_walk(top, node))
            g_hash_table_add(reached, node);
        Node *root = schema_match(schema, node_root(nodes->pdata[i]));
        if (root != NULL && root->kind->space == SPACE_TYPE) /* columns of it are looked through for a part of it */
            g_hash_table_add(reached, root);
        g_hash_table_add(keep, (gpointer)(guintptr)node_root(nodes->pdata[i])->key);
    }
    schema_add_dependants(reached);
    GHashTableIter iterator;
    gpointer node;
    g_hash_table_iter_init(&iterator, reached);
    while (g_hash_table_iter_next(&iterator, &node, NULL))
        g_hash_table_add(keep, (gpointer)(guintptr)node_root(node)->key);
}

static void
keep_root(GHashTable *keep, const Node *node)
{
    if (node != NULL)
        g_hash_table_add(keep, (gpointer)(guintptr)node_root(node)->key);
}

/* What the plan touches: more than what changes, where something is made anew around it. */
static void
add_touched(const Plan *plan, GHashTable *keep)
{
    for (guint i = 0; i < plan->actions->list->len; i++) {
        const Action *action = plan->actions->list->pdata[i];
        keep_root(keep, action->old_node);
        keep_root(keep, action->new_node);
        for (guint k = 0; k < action->drops->len; k++)
            keep_root(keep, action->drops->pdata[k]);
        for (guint k = 0; k < action->creates->len; k++)
            keep_root(keep, action->creates->pdata[k]);
        for (guint k = 0; k < action->touches->len; k++)
            keep_root(keep, action->touches->pdata[k]);
    }
}

/* Casts and the like of types that are there: statements use them without naming them. */
static bool
is_implied(GHashTable *keep, GHashTable *support, const Node *root)
{
    for (guint i = 0; root->kind->is_implied && root->needs != NULL && i < root->needs->len; i++) {
        const char *key = node_root(root->needs->pdata[i])->key;
        if (g_hash_table_contains(keep, key) || g_hash_table_contains(support, key))
            return true;
    }
    return false;
}

/* What has this address and holds values: a column. */
static const Node *
find_holder(const Schema *schema, const char *address)
{
    const Node *found = NULL;
    for (size_t i = 0; kinds_all[i] != NULL && found == NULL; i++) {
        g_autofree char *key = g_strdup_printf("%s %s", kinds_all[i]->name, address);
        found = kinds_all[i]->detour == NULL ? NULL : schema_find(schema, key);
    }
    return found;
}

/* The column that a sequence belongs to, say, without needing it. */
static void
add_owner_of(const Schema *schema, const Node *root, GHashTable *keep)
{
    for (size_t i = 0; i < root->kind->n_attrs; i++)
        if ((root->kind->attrs[i].flags & ATTR_LATE) && root->values[i] != NULL)
            keep_root(keep, find_holder(schema, root->values[i]));
}

/* What a table has from those above it comes with all that they have. */
static void
add_above(const Node *root, GHashTable *keep)
{
    for (guint i = 0; node_has_lineage(root) && root->needs != NULL && i < root->needs->len; i++) {
        const Node *above = root->needs->pdata[i];
        if (above->kind == root->kind && g_hash_table_add(keep, (gpointer)(guintptr)above->key))
            add_above(above, keep);
    }
}

static void
add_surroundings(const Schema *schema, GHashTable *keep, GHashTable *support)
{
    schema_add_support(schema, keep, support);
    for (guint i = 0; i < schema->roots->len; i++) {
        const Node *root = schema->roots->pdata[i];
        if (is_implied(keep, support, root))
            keep_root(keep, root);
        if (!g_hash_table_contains(keep, root->key))
            continue;
        add_owner_of(schema, root, keep);
        add_above(root, keep);
    }
    schema_add_support(schema, keep, support);
}

/* What bodies name is made on scratch, too, though no statement of the plan needs it. */
static void
choose_bodies(PleatSession *session, const Source *from, const Source *to, Proposal *proposal, GHashTable *keep)
{
    g_autoptr(GArray) deltas = proposal_deltas(proposal);
    g_autoptr(GPtrArray) names = chosen_bodies(deltas, from->schema, to->schema, keep);
    body_check_free(proposal->bodies);
    proposal->bodies = names->len == 0 ? NULL : body_check_new(names, session->config->schemas);
}

/* Adds what statements need that name what is kept. */
static void
choose_statements(const PleatSession *session, const Source *from, const Source *to, Proposal *proposal,
                  GHashTable *keep, GHashTable *support)
{
    const Config *config = session->config;
    g_clear_pointer(&proposal->states.compat, compat_free);
    g_clear_pointer(&proposal->tried, g_ptr_array_unref);
    if (proposal->corpus == NULL || proposal->corpus->len == 0)
        return;
    proposal->tried = compatibility_choose(proposal->corpus, from->schema, to->schema, keep, support);
    proposal->states.compat = compat_new(
        proposal->tried,
        (const char *const *)(config->compat_search_path[0] != NULL ? config->compat_search_path : config->schemas));
}

static bool
prove_with(PleatSession *session, Scratch *scratch, Source *from, Source *to, Proposal *proposal, const Plan *plan,
           GHashTable *keep, GError **error)
{
    g_autoptr(GHashTable) support = g_hash_table_new(g_str_hash, g_str_equal);
    add_affected(from->schema, proposal, keep);
    add_affected(to->schema, proposal, keep);
    add_touched(plan, keep);
    choose_statements(session, from, to, proposal, keep, support);
    add_surroundings(from->schema, keep, support);
    add_surroundings(to->schema, keep, support);
    g_autoptr(Schema) old_part = schema_subset(from->schema, keep, support);
    g_autoptr(Schema) new_part = schema_subset(to->schema, keep, support);
    ProofStates *states = &proposal->states;
    return prove_plan(scratch, old_part, new_part, plan, from->scope, states, proposal->bodies, error) &&
           (!compat_ask_why(states->compat) ||
            prove_plan(scratch, old_part, new_part, plan, from->scope, states, proposal->bodies, error));
}

/* A statement may run bodies, which name what no edge leads to: the default of a new column. That is made when it is
 * missed. */
static bool
prove_alone(PleatSession *session, Scratch *scratch, Source *from, Source *to, Proposal *proposal, const Plan *plan,
            GError **error)
{
    g_autoptr(GHashTable) keep = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GError) problem = NULL;
    if (prove_with(session, scratch, from, to, proposal, plan, keep, &problem))
        return true;
    const bool more = keep_what_calls_need(from->schema, keep);
    if ((keep_what_calls_need(to->schema, keep) || more) &&
        prove_with(session, scratch, from, to, proposal, plan, keep, NULL))
        return true;
    g_propagate_error(error, g_steal_pointer(&problem));
    return false;
}

/* What is made for the sake of bodies must not be what the proof fails for. */
static bool
prove(PleatSession *session, Scratch *scratch, Source *from, Source *to, Proposal *proposal, const Plan *plan,
      GError **error)
{
    g_autoptr(GHashTable) with_bodies = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GError) problem = NULL;
    if (!proposal->leaves_bodies)
        choose_bodies(session, from, to, proposal, with_bodies);
    if (proposal->bodies == NULL)
        return prove_alone(session, scratch, from, to, proposal, plan, error);
    if (prove_with(session, scratch, from, to, proposal, plan, with_bodies, &problem))
        return true;
    g_clear_pointer(&proposal->bodies, body_check_free);
    if (!prove_alone(session, scratch, from, to, proposal, plan, error))
        return false;
    session_note(session, "bodies of routines were not checked: %s\n", problem->message);
    return true;
}

/* How often other texts from git are tried, where the plan fails with some of them. */
enum { MOST_TRIES = 3 };

static bool
plan_anew(PleatSession *session, Proposal *proposal, const Source *from, const Source *to, GError **error)
{
    Plan *plan = NULL;
    if (!make_plan(session, proposal, from, to, &plan, error))
        return false;
    plan_free(proposal->plan);
    proposal->plan = plan;
    return true;
}

bool
proposal_without_proof(PleatSession *session, const Source *from, const Source *to, Proposal *proposal, GError **error)
{
    if (proposal->recovery != NULL)
        recover_keep_bodies(proposal->recovery);
    return plan_anew(session, proposal, from, to, error);
}

bool
proposal_prove(PleatSession *session, Source *from, Source *to, Proposal *proposal, GError **error)
{
    Scratch *scratch = NULL;
    g_autofree char *path = table_sizes_path(session);
    g_clear_pointer(&proposal->sizes, g_hash_table_unref);
    if (!table_sizes_read(path, &proposal->sizes, error) ||
        !session_scratch(session, from->schema->major, &scratch, error))
        return false;
    g_autoptr(GError) problem = NULL;
    if (prove(session, scratch, from, to, proposal, proposal->plan, &problem))
        return true;
    bool others = proposal->recovery != NULL;
    for (int tries = 1; others; tries++) {
        if (!recover_others(proposal->recovery, proposal->states.failed, &others, error))
            return false;
        others = others && tries < MOST_TRIES;
        if (!others)
            recover_forget(proposal->recovery);
        if (!plan_anew(session, proposal, from, to, error))
            return false;
        if (prove(session, scratch, from, to, proposal, proposal->plan, NULL)) {
            recover_tell_refused(session, proposal->recovery);
            return true;
        }
    }
    g_propagate_error(error, g_steal_pointer(&problem));
    return false;
}
