/* A column that is computed: with another expression, or no longer. */
#include "kinds/column/change.h"
#include "kinds/column/sync.h"
#include "kinds/shared.h"

/* What stands on a column and would be gone with it, or keep it from going. */
typedef struct {
    const Actions *actions;
    GPtrArray *silent; /* old nodes that PostgreSQL drops along, each behind those that it stands on itself */
    bool others, torn; /* some that it refuses to drop along; some that change themselves */
} Standing;

static void
add_standing(Standing *standing, const Node *node)
{
    for (guint i = 0; node->needed_by != NULL && i < node->needed_by->len; i++) {
        Node *dependant = node->needed_by->pdata[i];
        const Node *now = schema_match(standing->actions->new_schema, dependant);
        if (dependant->kind->on_alter == DEPENDANT_RECREATE) {
            standing->others = true;
            continue;
        }
        if (!(dependant->flags & NODE_DERIVED)) {
            standing->torn = standing->torn || now == NULL || !has_same_values(dependant, now);
            g_ptr_array_remove(standing->silent, dependant);
            g_ptr_array_add(standing->silent, dependant);
        }
        add_standing(standing, dependant);
    }
}

/* The column is made anew: it is computed again, so nothing is lost. */
static void
generate_again(Actions *actions, Action *action, const Node *old_node, const GPtrArray *silent)
{
    for (guint i = silent->len; i-- > 0;) {
        const Node *node = silent->pdata[i];
        emit_down(actions, action, node->kind->drop, node);
    }
    emit_down(actions, action, COLUMN_DROP, old_node);
    emit_down(actions, action, COLUMN_ADD, old_node);
    emit_facet_changes(actions, action, NULL, old_node, action_down);
    for (guint i = 0; i < silent->len; i++) {
        emit_definition_down(actions, action, node_define(actions->arena, silent->pdata[i], false));
        emit_behind(actions, action, silent->pdata[i], action_down);
    }
}

/* The old application leaves the column alone: as long as it runs, a trigger computes it. Not where something goes and
 * comes for the way back, which is done in the contract phase. */
static bool
end_generation(Actions *actions, const Node *old_node, const Node *new_node)
{
    static const Effect expand = {PHASE_EXPAND, LOCK_ACCESS_EXCLUSIVE, 0, NULL},
                        contract = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, 0,
                                    "the old application leaves it to be computed; the new one cannot write it before"};
    g_autoptr(GPtrArray) silent = g_ptr_array_new();
    Standing standing = {.actions = actions, .silent = silent};
    add_standing(&standing, old_node);
    if (standing.torn)
        return false;
    const bool computes = !standing.others && sync_can_compute(actions, old_node);
    Action *action = emit_change(actions, old_node, new_node, computes ? expand : contract,
                                 arena_printf(actions->arena, "end generation of %s", new_node->name),
                                 COLUMN "DROP EXPRESSION", NULL);
    action->disturbs = DISTURBS_PARTS | (standing.others ? DISTURBS_DEPENDANTS : 0); /* a default comes behind it */
    if (computes)
        sync_compute(actions, action, old_node, new_node);
    generate_again(actions, action, old_node, silent);
    return true;
}

bool
alter_generated(const Node *old_node, const Node *new_node, Actions *actions)
{
    static const Effect effect = {PHASE_CONTRACT, LOCK_ACCESS_EXCLUSIVE, COST_REWRITE | COST_SEMANTIC,
                                  "both applications see the new values at once"};
    const bool virtual = old_node->values[VIRTUAL] != NULL || new_node->values[VIRTUAL] != NULL;
    if (old_node->values[GENERATED] != NULL && new_node->values[GENERATED] == NULL)
        return !virtual && end_generation(actions, old_node, new_node);
    const bool can_set = actions->new_schema->major >= 17 && old_node->values[GENERATED] != NULL &&
                         new_node->values[GENERATED] != NULL &&
                         g_strcmp0(old_node->values[VIRTUAL], new_node->values[VIRTUAL]) == 0;
    if (can_set)
        emit_change(actions, old_node, new_node, effect,
                    arena_printf(actions->arena, "change expression of %s", new_node->name),
                    COLUMN "SET EXPRESSION AS ({generated})", COLUMN "SET EXPRESSION AS ({generated})");
    return can_set;
}
