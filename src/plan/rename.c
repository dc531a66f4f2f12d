#include "plan/rename.h"

#include "model/emit.h"
#include "sql/format.h"
#include "sql/lex.h"
#include <string.h>

/* The old node as it can be called when everything above it and before it has its new name. */
static Node
meanwhile(const Rename *rename)
{
    Node node = *rename->old_node;
    node.parent = rename->new_node->parent;
    node.signature = rename->new_node->signature;
    return node;
}

/* Its own schema may be renamed by the same plan; to be in another one it must be moved. */
static bool
moves(const Rename *rename, const Actions *actions)
{
    const char *from = rename->old_node->schema, *to = rename->new_node->schema;
    if (g_strcmp0(from, to) == 0)
        return false;
    for (guint i = 0; i < actions->list->len; i++) {
        const Action *action = actions->list->pdata[i];
        if (action->old_node != NULL && action->old_node->kind->is_schema && strcmp(action->old_node->name, from) == 0)
            return false;
    }
    return true;
}

/* What comes with the node under a name of its own (a range's multirange type): the attribute that tells it, or -1. */
static int
twin_attr(const Kind *kind)
{
    for (size_t i = 0; i < kind->n_attrs; i++)
        if (kind->attrs[i].flags & ATTR_TWIN)
            return (int)i;
    return -1;
}

/* The name of "schema.name". */
static char *
bare_name(const char *qualified)
{
    char *last = NULL;
    const char *cursor = qualified;
    for (Token token = lex_next_solid(&cursor); token.kind != TOKEN_END; token = lex_next_solid(&cursor)) {
        char *name = token_name(token);
        if (name != NULL) {
            g_free(last);
            last = name;
        }
    }
    return last;
}

/* A type and what the server made along with it. */
static void
add_whole_rename(Actions *actions, Action *action, const Node *from, const Node *to, ActionAdd *add)
{
    Node node = *from;
    const int twin = twin_attr(node.kind);
    g_autofree char *twin_name = NULL;
    if (twin >= 0 && to->values[twin] != NULL) {
        twin_name = bare_name(to->values[twin]);
        node = *node_variant(actions->arena, from);
        g_autofree char *was = bare_name(node.values[twin]);
        if (strcmp(was, twin_name) == 0)
            node.values[twin] = NULL;
    }
    const TemplateToken more[] = {
        {"aside", sql_printf(actions->arena, "%I", to->name)},
        {"aside_twin", twin_name == NULL ? NULL : sql_printf(actions->arena, "%I", twin_name)},
        {NULL, NULL}};
    for (const char *const *template = node.kind->aside; *template != NULL; template ++) {
        const char *sql = template_sql(actions->arena, *template, &node, more);
        if (sql[0] != '\0')
            add(actions, action, sql);
    }
}

/* Each way is told from the node as it is called before. */
static void
add_rename(Actions *actions, Action *action, const Node *from, const Node *to, ActionAdd *add)
{
    if (strcmp(from->name, to->name) == 0)
        return;
    if (from->kind->aside != NULL) {
        add_whole_rename(actions, action, from, to, add);
        return;
    }
    const TemplateToken more[] = {{"new", sql_printf(actions->arena, "%I", to->name)}, {NULL, NULL}};
    add(actions, action, template_sql(actions->arena, from->kind->rename, from, more));
}

static Effect
effect_of(const Kind *kind)
{
    Effect effect = kind->rename_effect;
    if (effect.phase == PHASE_NONE)
        effect = (Effect){PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, NULL};
    return effect;
}

bool
rename_add_alias(Actions *actions, const Rename *rename)
{
    static const Effect begin = {PHASE_EXPAND, LOCK_NONE, 0, NULL};
    static const Effect end = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, 0, "the old application uses the old name"};
    const Node *old_node = rename->old_node, *new_node = rename->new_node;
    if (old_node->kind->alias == NULL)
        return false;
    Action *first = action_add(actions, old_node, new_node, begin,
                               arena_printf(actions->arena, "keep the old name %s", old_node->name));
    if (!old_node->kind->alias(old_node, new_node, actions, first, action_up, action_down)) {
        g_ptr_array_set_size(actions->list, (gint)actions->list->len - 1);
        return false;
    }
    first->serves_old_name = true;
    Action *last = action_add(actions, old_node, new_node, end,
                              arena_printf(actions->arena, "end the old name %s", old_node->name));
    last->ends_old_name = true;
    old_node->kind->alias(old_node, new_node, actions, last, action_down, action_up);
    return true;
}

/* --- What can wait ---------------------------------------------------------------------------------------------- */

/* Is it what is renamed, or does its definition name that? */
static bool
says(const Node *node, const Node *renamed)
{
    if (node == NULL || strcmp(node_root(node)->key, renamed->key) == 0)
        return node != NULL;
    for (guint i = 0; node->needs != NULL && i < node->needs->len; i++)
        if (strcmp(node_root(node->needs->pdata[i])->key, renamed->key) == 0)
            return true;
    return false;
}

static bool
one_says(const GPtrArray *nodes, const Node *renamed)
{
    for (guint i = 0; i < nodes->len; i++)
        if (says(nodes->pdata[i], renamed))
            return true;
    return false;
}

/* On its way forth or back. */
static bool
action_says(const Action *action, const Node *renamed)
{
    return says(action->old_node, renamed) || says(action->new_node, renamed) || one_says(action->creates, renamed) ||
           one_says(action->drops, renamed) || one_says(action->requires, renamed);
}

bool
rename_wait(const Plan *plan, const Rename *rename, Action *action)
{
    const Node *was = rename->old_node, *is = rename->new_node;
    const bool is_of_column = was->kind->shares_owner != NULL && was->kind->shares_owner(was) != NULL;
    if (!was->kind->has_no_alias || is_of_column)
        return false;
    for (guint i = 0; i < plan->actions->list->len; i++) {
        const Action *own = plan->actions->list->pdata[i];
        if (own->effect.phase == PHASE_EXPAND && action_says(own, is))
            return false;
    }
    Arena *arena = plan->arena;
    action->effect.phase = PHASE_CONTRACT;
    action->effect.reason =
        arena_printf(arena, "it cannot have two names, and the old application asks for %s", node_address(was));
    action->meanwhile =
        arena_printf(arena, "%s %s is called %s until the contract revision, for the new application too",
                     is->kind->title, node_address(is), node_address(was));
    return true;
}

/* --- What stands in a schema ------------------------------------------------------------------------------------ */

typedef struct {
    Actions *actions;
    const Rename *schema;
    const Schema *present;
    GHashTable *done; /* set of old roots: they have an alias, or can have none */
    const Node *without;
} Within;

/* Other kinds are nothing that statements of an application name. */
static bool
is_named_by_applications(const Node *root)
{
    return root->kind->alias != NULL || root->kind->has_no_alias;
}

/* What it needs there has its old name first. */
static void
add_within(Within *within, const Node *root)
{
    if (g_strcmp0(root->schema, within->schema->old_node->name) != 0 || (root->flags & NODE_DERIVED) ||
        !g_hash_table_add(within->done, (gpointer)(guintptr)root))
        return;
    for (const Node *node = root; node != NULL; node = node_walk(root, node))
        for (guint i = 0; node->needs != NULL && i < node->needs->len; i++)
            add_within(within, node_root(node->needs->pdata[i]));
    const char *home = within->schema->new_node->name;
    Node *now = schema_find_named(within->actions->new_schema, root->kind, NULL, home, root->name, root->signature);
    if (now == NULL)
        now = schema_find_named(within->present, root->kind, NULL, home, root->name, root->signature);
    const Rename rename = {(Node *)(guintptr)root, now};
    if ((now == NULL || !rename_add_alias(within->actions, &rename)) && is_named_by_applications(root))
        within->without = root;
}

const Node *
rename_add_aliases_within(Actions *actions, const Rename *schema, const Schema *old_schema, const Schema *present)
{
    g_autoptr(GHashTable) done = g_hash_table_new(NULL, NULL);
    Within within = {actions, schema, present, done, NULL};
    for (guint i = 0; i < actions->list->len; i++) {
        const Action *action = actions->list->pdata[i];
        if (action->serves_old_name)
            g_hash_table_add(done, (gpointer)(guintptr)action->old_node);
    }
    for (guint i = 0; i < old_schema->roots->len; i++)
        add_within(&within, old_schema->roots->pdata[i]);
    return within.without;
}

/* --- Renaming --------------------------------------------------------------------------------------------------- */

static void
rename_labels(Actions *actions, const Rename *rename)
{
    static const Effect effect = {PHASE_EXPAND, LOCK_NONE, COST_BREAKS, NULL};
    const Node *node = rename->new_node;
    const Extras *extras = node->declared == NULL ? NULL : node->declared->extras;
    for (const char *const *pair = extras == NULL ? NULL : extras->renamed_labels; pair != NULL && *pair; pair += 2) {
        const char *was = sql_printf(actions->arena, "%L", pair[1]), *is = sql_printf(actions->arena, "%L", pair[0]);
        const TemplateToken forth[] = {{"label", was}, {"new", is}, {NULL, NULL}};
        const TemplateToken back[] = {{"label", is}, {"new", was}, {NULL, NULL}};
        Action *action = action_add(actions, rename->old_node, node, effect,
                                    arena_printf(actions->arena, "rename value %s to %s", was, is));
        action_up(actions, action, template_sql(actions->arena, node->kind->relabel, node, forth));
        action_down(actions, action, template_sql(actions->arena, node->kind->relabel, node, back));
    }
}

/* Nobody has known it under the name that it has in quarantine. */
static Effect
effect_of_rename(const Rename *rename)
{
    static const Effect restored = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, NULL};
    return rename_restores(rename) ? restored : effect_of(rename->new_node->kind);
}

static const char *
verb_of(Actions *actions, const Rename *rename, const Node *was)
{
    const Node *is = rename->new_node;
    if (rename_restores(rename))
        return emit_verb(actions, "restore", is);
    if (is->parent == NULL)
        return arena_printf(actions->arena, "rename from %s", was->name);
    return arena_printf(actions->arena, "%s to %s", emit_verb(actions, "rename", was), is->name);
}

Action *
rename_add(Actions *actions, const Rename *rename)
{
    Action *action = NULL;
    const Node *new_node = rename->new_node;
    Node was = meanwhile(rename);
    const bool moved = moves(rename, actions);
    if (!moved)
        was.schema = new_node->schema;
    if (moved || strcmp(was.name, new_node->name) != 0) {
        action =
            action_add(actions, rename->old_node, new_node, effect_of_rename(rename), verb_of(actions, rename, &was));
        Node between = *new_node; /* its new name in its old schema */
        between.schema = was.schema;
        add_rename(actions, action, &was, new_node, action_up);
        if (moved) {
            action_up(actions, action, move_sql(actions, &between, new_node->schema));
            action_down(actions, action, move_sql(actions, new_node, was.schema));
        }
        add_rename(actions, action, &between, &was, action_down);
    }
    if (new_node->kind->relabel != NULL)
        rename_labels(actions, rename);
    int home = kind_home(new_node->kind);
    return home >= 0 ? emit_attribute(actions, rename->old_node, new_node, home) : action;
}

/* Statements of the list in front of an action's own, or behind. */
static void
surround(Action *action, const GArray *front, const GArray *behind)
{
    g_array_prepend_vals(action->up, front->data, front->len);
    g_array_append_vals(action->up, behind->data, behind->len);
    g_array_prepend_vals(action->down, front->data, front->len);
    g_array_append_vals(action->down, behind->data, behind->len);
}

/* An alias holds on to what it serves: around what cannot be done under it, it goes and comes back. */
static void
make_room(const Plan *plan, const Action *alias)
{
    const char *key = node_root(alias->new_node)->key;
    for (guint i = 0; i < plan->actions->list->len; i++) {
        Action *action = plan->actions->list->pdata[i];
        const Node *node = action->new_node != NULL ? action->new_node : action->old_node;
        if (action->effect.phase == PHASE_EXPAND && action->disturbs != 0 && strcmp(node_root(node)->key, key) == 0)
            surround(action, alias->down, alias->up);
    }
}

static bool
makes_schema(const Action *action)
{
    return action->creates->len > 0 && action->new_node != NULL && action->new_node->kind->is_schema;
}

/* schemas: those that make one, or all others. What follows on the renaming of a schema is of one transaction with it:
 * until the last alias is there, something is missing. */
static void
append_phase(GPtrArray *list, bool *together, GPtrArray *from, const bool *from_together, Phase phase, bool schemas)
{
    bool in_schema = false;
    for (guint i = 0; i < from->len; i++) {
        const Action *action = from->pdata[i];
        if (action->effect.phase != phase || makes_schema(action) != schemas)
            continue;
        together[list->len] = from_together != NULL ? from_together[i] : action->serves_old_name || in_schema;
        in_schema = in_schema || (action->serves_old_name && action->new_node->kind->is_schema);
        g_ptr_array_add(list, from->pdata[i]);
    }
}

/* What came last goes first: it may need the others. */
static void
put_ends_last(GPtrArray *list)
{
    g_autoptr(GPtrArray) ends = g_ptr_array_new();
    guint n = 0;
    for (guint i = 0; i < list->len; i++) {
        Action *action = list->pdata[i];
        if (action->ends_old_name)
            g_ptr_array_add(ends, action);
        else
            list->pdata[n++] = action;
    }
    for (guint i = ends->len; i-- > 0;)
        list->pdata[n++] = ends->pdata[i];
}

void
rename_prepend(Plan *plan, Actions *first)
{
    GPtrArray *own = plan->actions->list;
    put_ends_last(first->list);
    g_autoptr(GPtrArray) list = g_ptr_array_new();
    bool *together = arena_new_array(plan->arena, bool, own->len + first->list->len + 1);
    for (guint i = 0; i < first->list->len; i++)
        if (((const Action *)first->list->pdata[i])->serves_old_name)
            make_room(plan, first->list->pdata[i]);
    for (Phase phase = PHASE_EXPAND; phase <= PHASE_CONTRACT; phase++) {
        append_phase(list, together, own, plan->together, phase, true); /* something may be moved into them */
        append_phase(list, together, first->list, NULL, phase, false);
        append_phase(list, together, own, plan->together, phase, false);
    }
    g_ptr_array_set_size(own, 0);
    g_ptr_array_extend(own, list, NULL, NULL);
    g_ptr_array_set_size(first->list, 0);
    plan->together = together;
}
