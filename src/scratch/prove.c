#include "scratch/prove.h"

#include "catalog/catalog.h"
#include "catalog/fingerprint.h"
#include "exec/connection.h"
#include "model/emit.h"
#include "model/lineage.h"
#include "plan/script.h"
#include "scratch/measure.h"
#include "scratch/realise.h"
#include "scratch/surroundings.h"
#include "sql/each_partition.h"
#include "sql/format.h"
#include <string.h>

typedef struct {
    PGconn *connection;
    const Plan *plan;
    const Scope *scope;
    ProofStates *states;
    Measure *measure;
    BodyCheck *bodies; /* NULL: none are tried */
} Proof;

/* became: what it is on scratch; NULL: nothing. */
static void
note_failed(const Proof *proof, const Node *node, const Node *became)
{
    g_autoptr(Arena) arena = arena_new();
    const char *definition = became == NULL ? NULL : node_define(arena, node_root(became), false).sql;
    g_hash_table_insert(proof->states->failed, g_strdup(node_root(node)->key),
                        g_strdup(definition == NULL ? "" : definition));
}

/* How many statements from here on are in one transaction of the script. */
static guint
count_together(const GArray *list, guint first)
{
    guint n = 0;
    while (first + n < list->len && !script_is_lone(&g_array_index(list, ActionSql, first + n)))
        n++;
    return MAX(n, 1);
}

/* Partitions that somebody else makes are not there: what is done to them cannot be seen. */
static void
add_claims(const Action *action, const char *subject, GArray *impacts)
{
    for (guint i = 0; i < impacts->len; i++) {
        Impact *impact = &g_array_index(impacts, Impact, i);
        const unsigned costs = action->effect.costs & (COST_REWRITE | COST_SCAN) & ~impact->costs;
        if (!impact->is_empty || costs == 0 || strcmp(impact->relation, subject) != 0)
            continue;
        impact->costs |= costs;
        impact->is_known = true;
    }
}

/* Of the partitions that the scratch database has. One of them tells what it does to each: *impacts are those of the
 * first that touches something. */
static bool
run_each(Proof *proof, const ActionSql *sql, const char *subject, GArray **impacts, GError **error)
{
    g_autoptr(GString) query = g_string_new(NULL);
    g_autoptr(PGresult) statements = NULL;
    each_partition_append_statements(query, sql->sql, each_partition_table(sql->directive));
    if (!connection_query(proof->connection, query->str, 0, NULL, &statements, error))
        return fail_within(error, "the plan fails on scratch: %s", sql->sql);
    const unsigned alone = strstr(sql->sql, " CONCURRENTLY ") != NULL ? SQL_ALONE : 0;
    for (int row = 0; row < PQntuples(statements); row++) {
        const ActionSql one = {
            .sql = PQgetvalue(statements, row, 0), .search_path = sql->search_path, .flags = sql->flags | alone};
        GArray *touched = NULL;
        if (!measure_run(proof->measure, &one, 1, subject, &touched, error))
            return false;
        if (*impacts == NULL)
            *impacts = touched;
        else if (touched != NULL)
            g_array_unref(touched);
    }
    return true;
}

static bool
run_list(Proof *proof, const Action *action, GArray *list, GError **error)
{
    const Node *subject = node_root(action->new_node != NULL ? action->new_node : action->old_node);
    for (guint i = 0, n; i < list->len; i += n) {
        const ActionSql *sql = &g_array_index(list, ActionSql, i);
        const bool each = each_partition_table(sql->directive) != NULL;
        GArray *impacts = NULL;
        n = each ? 1 : count_together(list, i);
        if (!(each ? run_each(proof, sql, node_address(subject), &impacts, error)
                   : measure_run(proof->measure, sql, n, node_address(subject), &impacts, error))) {
            note_failed(proof, subject, NULL);
            return false;
        }
        if (impacts != NULL && list == action->up)
            add_claims(action, node_address(subject), impacts);
        if (impacts != NULL)
            g_hash_table_insert(proof->states->impacts, (gpointer)(guintptr)sql, impacts);
    }
    return true;
}

void
proof_states_clear(ProofStates *states)
{
    for (Phase phase = PHASE_EXPAND; phase <= PHASE_CONTRACT; phase++)
        g_clear_pointer(&states->before[phase], g_hash_table_unref);
    g_clear_pointer(&states->after, g_hash_table_unref);
    g_clear_pointer(&states->impacts, g_hash_table_unref);
    g_clear_pointer(&states->failed, g_hash_table_unref);
}

/* Of all objects that the plan is about. */
static bool
read_states(const Proof *proof, GHashTable **out, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (guint i = 0; i < proof->plan->actions->list->len; i++) {
        const Action *action = proof->plan->actions->list->pdata[i];
        const Node *nodes[] = {action->old_node, action->new_node};
        for (size_t k = 0; k < G_N_ELEMENTS(nodes); k++)
            if (nodes[k] != NULL)
                g_ptr_array_add(names, (gpointer)(guintptr)node_address(node_root(nodes[k])));
    }
    g_ptr_array_add(names, NULL);
    g_clear_pointer(out, g_hash_table_unref);
    return fingerprint_read(proof->connection, (const char *const *)names->pdata, out, error);
}

/* In the state that a phase has led to; none that the plan does not have. */
static bool
try_bodies(const Proof *proof, Phase phase, GError **error)
{
    return proof->bodies == NULL || phase == PHASE_NONE || plan_count(proof->plan, phase) == 0 ||
           body_check_after(proof->bodies, proof->connection, phase, error) ||
           fail_within(error, "trying bodies after %s", phase == PHASE_EXPAND ? "expand" : "contract");
}

/* All of expand comes before all of contract. */
static bool
run_up(Proof *proof, GError **error)
{
    GPtrArray *list = proof->plan->actions->list;
    Compat *compat = proof->states->compat;
    Phase reached = PHASE_NONE;
    for (guint i = 0; i < list->len; i++) {
        const Action *action = list->pdata[i];
        for (; reached < action->effect.phase; reached++)
            if (!compat_try(compat, proof->connection, reached, error) ||
                (reached == PHASE_EXPAND && !try_bodies(proof, PHASE_EXPAND, error)) ||
                !read_states(proof, &proof->states->before[reached + 1], error) ||
                !measure_begin(proof->measure, error))
                return false;
        if (!run_list(proof, action, action->up, error) || !compat_after(compat, proof->connection, action, error))
            return false;
    }
    const Phase last = reached;
    for (; reached <= PHASE_CONTRACT; reached++)
        if (!compat_try(compat, proof->connection, reached, error))
            return false;
    return try_bodies(proof, last, error) && read_states(proof, &proof->states->after, error);
}

static bool
run_down(Proof *proof, GError **error)
{
    GPtrArray *list = proof->plan->actions->list;
    Phase reached = PHASE_CONTRACT + 1;
    for (guint i = list->len; i-- > 0;) {
        const Action *action = list->pdata[i];
        if (action->effect.phase < reached && !measure_begin(proof->measure, error))
            return false;
        reached = action->effect.phase;
        if (!run_list(proof, action, action->down, error))
            return fail_within(error, "downgrade");
    }
    return true;
}

/* Is it something that an action says it cannot take back? */
static bool
is_excused(const Proof *proof, const Delta *delta)
{
    const Node *node = delta->new_node != NULL ? delta->new_node : delta->old_node;
    for (guint i = 0; i < proof->plan->actions->list->len; i++) {
        const Action *action = proof->plan->actions->list->pdata[i];
        if (action->stays && action->new_node != NULL && g_strcmp0(action->new_node->key, node->key) == 0)
            return true;
    }
    return false;
}

static void
append_delta(GString *out, const Delta *delta)
{
    static const char *const WORDS[] = {"too few", "too many", "differs", "not in quarantine"};
    const Node *node = delta->new_node != NULL ? delta->new_node : delta->old_node;
    g_string_append_printf(out, "\n    %s: %s", WORDS[delta->kind], node->key);
    for (size_t i = 0; delta->kind == DELTA_ALTER && i < node->kind->n_attrs; i++)
        if (delta->changed & (1ull << i))
            g_string_append_printf(out, "\n        %s is %s, should be %s", node->kind->attrs[i].key,
                                   delta->old_node->values[i] == NULL ? "nothing" : delta->old_node->values[i],
                                   delta->new_node->values[i] == NULL ? "nothing" : delta->new_node->values[i]);
    for (Facet facet = 0; delta->kind == DELTA_ALTER && facet < N_FACETS; facet++)
        if (delta->facets & (1u << facet))
            g_string_append_printf(out, "\n        %s is %s, should be %s", facet_keys[facet],
                                   delta->old_node->facets[facet] == NULL ? "nothing" : delta->old_node->facets[facet],
                                   delta->new_node->facets[facet] == NULL ? "nothing" : delta->new_node->facets[facet]);
}

static guint64
accidents(const Kind *kind)
{
    guint64 bits = 0;
    for (size_t i = 0; i < kind->n_attrs; i++)
        bits |= (kind->attrs[i].flags & ATTR_ACCIDENT) ? 1ull << i : 0;
    return bits;
}

static bool
has_accident(const Node *node)
{
    for (size_t i = 0; i < node->kind->n_attrs; i++)
        if ((node->kind->attrs[i].flags & ATTR_ACCIDENT) && node->values[i] != NULL)
            return true;
    return false;
}

/* Scratch has what an accident has left whole: with what it gives the heirs. */
static bool
is_accident(const Schema *state, const Schema *expected, const Delta *delta)
{
    if (delta->kind == DELTA_ALTER)
        return delta->facets == 0 && (delta->changed & ~accidents(delta->new_node->kind)) == 0;
    for (const Node *node = delta->old_node; node != NULL; node = node_forebear(state, node)) {
        const Node *twin = schema_match(expected, node);
        if (twin != NULL && has_accident(twin))
            return true;
    }
    return false;
}

static bool
expect_state(Proof *proof, const Schema *expected, bool excuses, const char *when, GError **error)
{
    g_autoptr(Schema) state = NULL;
    if (!catalog_reflect(proof->connection, proof->plan->actions->machinery, &state, error))
        return false;
    scope_apply(proof->scope, state);
    g_autoptr(GArray) deltas = diff_run(state, expected);
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < deltas->len; i++) {
        const Delta *delta = &g_array_index(deltas, Delta, i);
        if (is_accident(state, expected, delta) || (excuses && is_excused(proof, delta)))
            continue;
        append_delta(text, delta);
        note_failed(proof, delta->new_node != NULL ? delta->new_node : delta->old_node,
                    delta->kind == DELTA_ALTER ? delta->old_node : NULL);
    }
    if (text->len > 0)
        fail(error, PLEAT_ERROR_INTERNAL,
             "the plan fails its proof: %s, the scratch database is not what it should be:%s", when, text->str);
    bool ok = text->len == 0;
    g_string_free(text, TRUE);
    return ok;
}

/* Every new database has "public". */
static bool
drop_public(PGconn *connection, const Schema *schema, GError **error)
{
    for (guint i = 0; i < schema->roots->len; i++) {
        const Node *root = schema->roots->pdata[i];
        if (g_strcmp0(root->kind->is_schema ? root->name : root->schema, "public") == 0)
            return true;
    }
    return connection_run(connection, "DROP SCHEMA public", error);
}

static bool
prove_on(Proof *proof, Schema *old_schema, const Schema *new_schema, GError **error)
{
    g_autoptr(Problems) problems = problems_new();
    if (!drop_public(proof->connection, old_schema, error) ||
        !realise_superusers(proof->connection, old_schema, error) ||
        !realise_surroundings(proof->connection, new_schema, error) ||
        !realise_into(proof->connection, old_schema, proof->plan->actions->machinery, problems, error) ||
        !problems_raise(problems, error))
        return fail_within(error, "making the present state on scratch");
    return expect_state(proof, old_schema, false, "before the upgrade", error) && run_up(proof, error) &&
           expect_state(proof, new_schema, false, "after the upgrade", error) && run_down(proof, error) &&
           expect_state(proof, old_schema, true, "after the downgrade", error) &&
           (proof->bodies == NULL || body_check_before(proof->bodies, proof->connection, error) ||
            fail_within(error, "trying bodies in the old state"));
}

static void
free_impacts(void *impacts)
{
    g_array_unref(impacts);
}

/* *made: it failed for want of a role or a tablespace, which is there now. */
static bool
prove_once(Scratch *scratch, Schema *old_schema, const Schema *new_schema, Proof proof, bool *made, GError **error)
{
    g_autofree char *conninfo = NULL, *name = NULL;
    g_autoptr(GError) problem = NULL;
    if (!scratch_database_new(scratch, NULL, &conninfo, &name, error))
        return false;
    bool ok = connection_open(conninfo, "pleat scratch", &proof.connection, &problem) &&
              connection_run(proof.connection, "SET check_function_bodies = off", &problem) &&
              measure_new(proof.connection, proof.plan->arena,
                          sql_search_path(proof.plan->arena, NULL, proof.scope->schemas), &proof.measure, &problem) &&
              prove_on(&proof, old_schema, new_schema, &problem);
    g_autofree char *sqlstate = g_strdup(connection_sqlstate());
    *made = !ok && PQstatus(proof.connection) == CONNECTION_OK && connection_run(proof.connection, "ROLLBACK", NULL) &&
            make_missing(proof.connection, sqlstate, problem->message);
    measure_free(proof.measure);
    PQfinish(proof.connection);
    if (problem != NULL)
        g_propagate_error(error, g_steal_pointer(&problem));
    return scratch_database_drop(scratch, name, ok ? error : NULL) && ok;
}

bool
prove_plan(Scratch *scratch, Schema *old_schema, const Schema *new_schema, const Plan *plan, const Scope *scope,
           ProofStates *states, BodyCheck *bodies, GError **error)
{
    for (;;) {
        g_autoptr(GError) problem = NULL;
        bool made = false;
        g_clear_pointer(&states->impacts, g_hash_table_unref);
        g_clear_pointer(&states->failed, g_hash_table_unref);
        states->failed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
        states->impacts = g_hash_table_new_full(NULL, NULL, NULL, free_impacts);
        compat_begin(states->compat);
        if (bodies != NULL)
            body_check_begin(bodies);
        const Proof proof = {NULL, plan, scope, states, NULL, bodies};
        if (prove_once(scratch, old_schema, new_schema, proof, &made, &problem))
            return true;
        if (!made) {
            g_propagate_error(error, g_steal_pointer(&problem));
            return false;
        }
    }
}
