#include "project/rename_stage.h"

#include "exec/statement.h"
#include "model/copy.h"
#include "scratch/realise.h"
#include "sql/format.h"
#include <string.h>

/* A part of the present state on scratch, and how it looks there before and after. */
typedef struct {
    PGconn *connection;
    const char *own_schema;
    const Scope *scope;
    const Schema *base; /* the whole, of which the part was taken */
    GHashTable *keep;   /* keys of the part's roots in the base */
    Schema *before;
} Stage;

void
rename_stage_free(RenameStage *stage)
{
    if (stage == NULL)
        return;
    schema_free(stage->schema);
    schema_free(stage->named);
    g_clear_pointer(&stage->renames, g_array_unref);
    g_clear_pointer(&stage->implied, g_array_unref);
    g_free(stage);
}

static void
add_owned(GHashTable *reached, GHashTable *keep)
{
    GHashTableIter iterator;
    gpointer key;
    g_hash_table_iter_init(&iterator, reached);
    while (g_hash_table_iter_next(&iterator, &key, NULL)) {
        const Node *node = key;
        for (guint i = 0; node->needs != NULL && i < node->needs->len; i++)
            if (node_is_owned(node_root(node->needs->pdata[i])))
                g_hash_table_add(keep, (gpointer)(guintptr)node_root(node->needs->pdata[i])->key);
    }
}

/* The roots that are renamed or hold what is, and whatever depends on them. */
static void
find_part(GArray *renames, GHashTable *keep)
{
    g_autoptr(GHashTable) reached = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < renames->len; i++) {
        Node *root = node_root(g_array_index(renames, Rename, i).old_node);
        for (Node *node = root; node != NULL; node = node_walk(root, node))
            g_hash_table_add(reached, node);
    }
    schema_add_dependants(reached);
    GHashTableIter iterator;
    gpointer node;
    g_hash_table_iter_init(&iterator, reached);
    while (g_hash_table_iter_next(&iterator, &node, NULL))
        g_hash_table_add(keep, (gpointer)(guintptr)node_root(node)->key);
    add_owned(reached, keep);
}

static bool
is_renamed_schema(GArray *renames, const char *name)
{
    for (guint i = 0; i < renames->len; i++) {
        const Node *new_node = g_array_index(renames, Rename, i).new_node;
        if (new_node->kind->is_schema && strcmp(new_node->name, name) == 0)
            return true;
    }
    return false;
}

/* Something may be moved into a schema that is not there yet. */
static bool
make_schemas(Stage *stage, Arena *arena, GArray *renames, GError **error)
{
    for (guint i = 0; i < renames->len; i++) {
        const Node *new_node = g_array_index(renames, Rename, i).new_node;
        const int home = kind_home(new_node->kind);
        const char *name = home >= 0 ? new_node->values[home] : new_node->schema;
        if (name != NULL && strcmp(name, "pg_catalog") != 0 && !is_renamed_schema(renames, name) &&
            !connection_run(stage->connection, sql_printf(arena, "CREATE SCHEMA IF NOT EXISTS %I", name), error))
            return false;
    }
    return true;
}

static bool
run_renames(Stage *stage, GArray *renames, GError **error)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Actions) actions = actions_new(arena, NULL, NULL);
    if (!make_schemas(stage, arena, renames, error))
        return false;
    for (guint i = 0; i < renames->len; i++)
        rename_add(actions, &g_array_index(renames, Rename, i));
    for (guint i = 0; i < actions->list->len; i++) {
        const GArray *up = ((const Action *)actions->list->pdata[i])->up;
        for (guint k = 0; k < up->len; k++)
            if (!statement_run(stage->connection, g_array_index(up, ActionSql, k).sql, NULL, error))
                return fail_within(error, "renaming on scratch");
    }
    return true;
}

static bool
reflect(Stage *stage, Schema **out, GError **error)
{
    if (!catalog_reflect(stage->connection, stage->own_schema, out, error))
        return false;
    scope_apply(stage->scope, *out);
    return true;
}

/* The base with the part's roots in the form that they have now: they are told by their object's id. */
static Schema *
merge(const Stage *stage, const Schema *after)
{
    Schema *merged = schema_new(after->major);
    g_autoptr(GHashTable) by_id = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) new_roots = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) old_roots = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < after->roots->len; i++) {
        Node *root = after->roots->pdata[i];
        g_hash_table_insert(by_id, GUINT_TO_POINTER(root->object_id), root);
    }
    for (guint i = 0; i < stage->base->roots->len; i++) {
        const Node *root = stage->base->roots->pdata[i];
        const Node *there = g_hash_table_contains(stage->keep, root->key) ? schema_match(stage->before, root) : NULL;
        const Node *now = there == NULL ? NULL : g_hash_table_lookup(by_id, GUINT_TO_POINTER(there->object_id));
        const Node *copy = schema_copy_root(merged, now != NULL ? now : root);
        if (copy != NULL)
            g_hash_table_add(now != NULL ? new_roots : old_roots, (gpointer)(guintptr)copy->key);
    }
    schema_copy_edges(merged, after, new_roots);
    schema_copy_edges(merged, stage->base, old_roots);
    return merged;
}

static bool
rename_and_reflect(Stage *stage, GArray *renames, Schema **out, GError **error)
{
    g_autoptr(Schema) after = NULL;
    if (!run_renames(stage, renames, error) || !reflect(stage, &after, error))
        return false;
    *out = merge(stage, after);
    return true;
}

static bool
stage_on(Stage *stage, Schema *part, const Schema *goal, RenameStage *result, GError **error)
{
    g_autoptr(Problems) problems = problems_new();
    if (!connection_run(stage->connection, "SET check_function_bodies = off", error) ||
        !realise_surroundings(stage->connection, part, error) ||
        !realise_into(stage->connection, part, stage->own_schema, problems, error) ||
        !problems_raise(problems, error) || !reflect(stage, &stage->before, error) ||
        !rename_and_reflect(stage, result->renames, &result->schema, error))
        return false;
    result->implied = renames_implied(result->schema, goal);
    if (result->implied->len == 0)
        return true;
    result->named = g_steal_pointer(&result->schema);
    return rename_and_reflect(stage, result->implied, &result->schema, error);
}

static bool
make_on_scratch(PleatSession *session, const Source *from, const Schema *goal, RenameStage *result, GError **error)
{
    g_autoptr(GHashTable) keep = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) support = g_hash_table_new(g_str_hash, g_str_equal);
    Scratch *scratch = NULL;
    g_autofree char *conninfo = NULL, *name = NULL;
    find_part(result->renames, keep);
    schema_add_support(from->schema, keep, support);
    g_autoptr(Schema) part = schema_subset(from->schema, keep, support);
    if (!session_scratch(session, from->schema->major, &scratch, error) ||
        !scratch_database_new(scratch, NULL, &conninfo, &name, error))
        return false;
    Stage stage = {NULL, session->config->revision_schema, from->scope, from->schema, keep, NULL};
    bool ok = connection_open(conninfo, "pleat scratch", &stage.connection, error) &&
              stage_on(&stage, part, goal, result, error);
    PQfinish(stage.connection);
    schema_free(stage.before);
    return scratch_database_drop(scratch, name, ok ? error : NULL) && ok;
}

/* Made anew beside what is left there, they would have none of its data. */
static bool
refuse_unmanaged(const GArray *renames, GError **error)
{
    g_autoptr(Problems) problems = problems_new();
    for (guint i = 0; i < renames->len; i++) {
        const Rename *rename = &g_array_index(renames, Rename, i);
        problems_add(problems, rename->new_node->declared->place, "%s %s is to be what was %s, which is not managed",
                     rename->new_node->kind->title, node_address(rename->new_node), node_address(rename->old_node));
        problems_hint(problems,
                      "as long as a database has the old name, let \"schemas\" (and \"ignore\") in pleat.yaml "
                      "say that it is managed, too");
    }
    return problems_raise(problems, error);
}

bool
rename_stage_make(PleatSession *session, Source *from, const Source *to, RenameStage **out, GError **error)
{
    g_autoptr(GArray) unmanaged = g_array_new(FALSE, FALSE, sizeof(Rename));
    g_autoptr(GArray) renames = renames_declared(from->schema, to->schema, unmanaged);
    if (!refuse_unmanaged(unmanaged, error))
        return false;
    if (to->kind == SOURCE_DECLARATIONS && session->config->rename_existing) {
        g_autoptr(GArray) more = renames_by_convention(from->schema, to->schema);
        g_array_append_vals(renames, more->data, more->len);
    }
    if (renames->len == 0)
        return true;
    RenameStage *stage = g_new0(RenameStage, 1);
    stage->old_schema = from->schema;
    stage->renames = g_steal_pointer(&renames);
    if (!make_on_scratch(session, from, to->schema, stage, error)) {
        rename_stage_free(stage);
        return false;
    }
    *out = stage;
    return true;
}

bool
rename_stage_try(PleatSession *session, const Source *source, Node *node, const char *name, Schema **out,
                 GError **error)
{
    Node renamed = *node;
    renamed.name = name;
    RenameStage *stage = g_new0(RenameStage, 1);
    stage->renames = g_array_new(FALSE, FALSE, sizeof(Rename));
    const Rename rename = {node, &renamed};
    g_array_append_val(stage->renames, rename);
    const bool ok = make_on_scratch(session, source, source->schema, stage, error);
    if (ok)
        *out = g_steal_pointer(&stage->schema);
    rename_stage_free(stage);
    return ok;
}

/* What stands in a schema that is renamed comes last: what is renamed itself has its alias then. */
static void
add_aliases_within(const RenameStage *stage, Actions *actions, const Rename *schema, Action *renames)
{
    const Node *without = rename_add_aliases_within(actions, schema, stage->old_schema, stage->schema);
    if (without == NULL)
        return;
    renames->effect.costs |= COST_BREAKS;
    renames->explained = true;
    renames->effect.reason =
        arena_printf(actions->arena, "%s %s cannot have two names", without->kind->title, node_address(without));
}

/* An alias comes when all that stands in its object has its new name. */
static void
add_with_aliases(const RenameStage *stage, const Plan *plan, Actions *actions)
{
    GArray *renames = stage->renames;
    g_autoptr(GPtrArray) schemas = g_ptr_array_new(); /* a Rename and its Action in turn */
    for (guint i = 0; i < renames->len;) {
        const Rename *rename = &g_array_index(renames, Rename, i);
        const Node *root = node_root(rename->new_node);
        Action *action = NULL;
        for (; i < renames->len && node_root(g_array_index(renames, Rename, i).new_node) == root; i++) {
            Action *each = rename_add(actions, &g_array_index(renames, Rename, i));
            action = rename->new_node == root && action == NULL ? each : action;
        }
        if (action == NULL || rename_restores(rename))
            continue;
        if (!rename_add_alias(actions, rename) && !rename_wait(plan, rename, action))
            action->effect.costs |= COST_BREAKS;
        if (root->kind->is_schema) {
            g_ptr_array_add(schemas, (gpointer)(guintptr)rename);
            g_ptr_array_add(schemas, action);
        }
    }
    for (guint i = 0; i < schemas->len; i += 2)
        add_aliases_within(stage, actions, schemas->pdata[i], schemas->pdata[i + 1]);
}

void
rename_stage_prepend(const RenameStage *stage, const Schema *new_schema, Plan *plan)
{
    g_autoptr(Actions) actions = actions_new(plan->arena, NULL, new_schema);
    add_with_aliases(stage, plan, actions);
    for (guint i = 0; i < stage->implied->len; i++)
        rename_add(actions, &g_array_index(stage->implied, Rename, i));
    rename_prepend(plan, actions);
}
