/*
 * CREATE SEQUENCE. Sequences of identity columns belong to their columns. Who owns the sequence is said by a command of
 * its own, after the owning column is there and before it goes: DROP TABLE would take the sequence along unseen.
 */
#include "kinds/embedded.h"
#include "model/emit.h"
#include <string.h>

enum { TYPE, INCREMENT, MINIMUM, MAXIMUM, START, CACHE, CYCLE, UNLOGGED, OWNED_BY };

/* "public.crash.id" as the catalog spells it is also the column's address. */
static Node *
owning_column(const Schema *schema, const Node *sequence)
{
    g_autofree char *key = g_strconcat("column ", sequence->values[OWNED_BY], NULL);
    return schema_find(schema, key);
}

static void
own(Actions *actions, const Node *old_node, const Node *new_node)
{
    const char *from = old_node == NULL ? NULL : old_node->values[OWNED_BY];
    const char *to = new_node == NULL ? NULL : new_node->values[OWNED_BY];
    const Node *any = new_node != NULL ? new_node : old_node;
    Effect effect = {.phase = to != NULL ? PHASE_EXPAND : PHASE_CONTRACT, .lock = LOCK_SHARE_ROW_EXCLUSIVE};
    Action *action = action_add(actions, old_node, new_node, effect, to != NULL ? "give to column" : "take from column");
    action->alters = action->late = true;
    if (old_node == NULL || new_node != NULL || from != NULL)
        emit_up(actions, action, to != NULL ? "ALTER SEQUENCE {node} OWNED BY {owned_by}" : "ALTER SEQUENCE {node} OWNED BY NONE", any);
    emit_down(actions, action, from != NULL ? "ALTER SEQUENCE {node} OWNED BY {owned_by}" : "ALTER SEQUENCE {node} OWNED BY NONE",
              from != NULL ? old_node : any);
    Node *column = to == NULL ? NULL : owning_column(actions->new_schema, new_node);
    if (column != NULL)
        g_ptr_array_add(action->requires, column);
    if (new_node != NULL)
        g_ptr_array_add(action->requires, (gpointer)(guintptr)new_node);
    Node *left = from == NULL ? NULL : owning_column(actions->old_schema, old_node);
    if (left != NULL)
        g_ptr_array_add(action->frees, left);
    if (old_node != NULL)
        g_ptr_array_add(action->frees, (gpointer)(guintptr)old_node);
}

static bool
create_actions(const Node *node, Actions *actions)
{
    emit_create(actions, node, create_effect(node->kind));
    if (node->values[OWNED_BY] != NULL)
        own(actions, NULL, node);
    return true;
}

static bool
drop_actions(const Node *node, Actions *actions)
{
    if (node->values[OWNED_BY] != NULL)
        own(actions, node, NULL);
    emit_drop(actions, node, drop_effect(node->kind));
    return true;
}

static bool
alter(const Node *old_node, const Node *new_node, guint64 changed, Actions *actions)
{
    for (int attr = TYPE; attr < OWNED_BY; attr++)
        if (changed & (1ull << attr))
            emit_attribute(actions, old_node, new_node, attr);
    if (changed & (1ull << OWNED_BY))
        own(actions, old_node, new_node);
    return true;
}

#define BLOCKS {PHASE_EXPAND, LOCK_SHARE_ROW_EXCLUSIVE, 0, NULL}

static const Attr attrs[] = {
    [TYPE] = {.key = "type", .type = VALUE_SQL, .set_effect = BLOCKS, .doc = "smallint or integer; bigint where nothing is said",
              .alter = "ALTER SEQUENCE {node} AS {value}", .reset = "ALTER SEQUENCE {node} AS bigint"},
    [INCREMENT] = {.key = "increment", .type = VALUE_INT, .set_effect = BLOCKS, .doc = "step",
                   .alter = "ALTER SEQUENCE {node} INCREMENT BY {value}", .reset = "ALTER SEQUENCE {node} INCREMENT BY 1"},
    [MINIMUM] = {.key = "minimum", .type = VALUE_INT, .set_effect = BLOCKS, .doc = "lowest value",
                 .alter = "ALTER SEQUENCE {node} MINVALUE {value}", .reset = "ALTER SEQUENCE {node} NO MINVALUE"},
    [MAXIMUM] = {.key = "maximum", .type = VALUE_INT, .set_effect = BLOCKS, .doc = "highest value",
                 .alter = "ALTER SEQUENCE {node} MAXVALUE {value}", .reset = "ALTER SEQUENCE {node} NO MAXVALUE"},
    [START] = {.key = "start", .type = VALUE_INT, .set_effect = BLOCKS, .doc = "first value",
               .alter = "ALTER SEQUENCE {node} START WITH {value}", .reset = "ALTER SEQUENCE {node} START WITH 1"},
    [CACHE] = {.key = "cache", .type = VALUE_INT, .set_effect = BLOCKS, .doc = "values a session takes at a time",
               .alter = "ALTER SEQUENCE {node} CACHE {value}", .reset = "ALTER SEQUENCE {node} CACHE 1"},
    [CYCLE] = {.key = "cycle", .type = VALUE_BOOL, .set_effect = BLOCKS, .doc = "begins anew at its end",
               .alter = "ALTER SEQUENCE {node} CYCLE", .reset = "ALTER SEQUENCE {node} NO CYCLE"},
    [UNLOGGED] = {.key = "unlogged", .type = VALUE_BOOL, .since = 15, .doc = "not crash-safe",
                  .alter = "ALTER SEQUENCE {node} SET UNLOGGED", .reset = "ALTER SEQUENCE {node} SET LOGGED"},
    [OWNED_BY] = {.key = "owned_by", .type = VALUE_SQL, .flags = ATTR_LATE, .doc = "the column that it goes with: table.column"},
};

const Kind kind_sequence = {
    .name = "sequence",
    .title = "sequence",
    .plural = "sequences",
    .space = SPACE_RELATION,
    .in_schema = true,
    .attrs = attrs,
    .n_attrs = G_N_ELEMENTS(attrs),
    .create = "CREATE[unlogged? UNLOGGED] SEQUENCE {node}[type? AS {type}][increment? INCREMENT BY {increment}]"
              "[minimum? MINVALUE {minimum}][maximum? MAXVALUE {maximum}][start? START WITH {start}]"
              "[cache? CACHE {cache}][cycle? CYCLE]",
    .drop = "DROP SEQUENCE {node}",
    .rename = "ALTER SEQUENCE {node} RENAME TO {new}",
    .identify = "SEQUENCE {node}",
    .grant_on = "SEQUENCE {node}",
    .owner = "SEQUENCE {node}",
    .create_actions = create_actions,
    .drop_actions = drop_actions,
    .alter = alter,
    .catalog = "pg_class",
    .query = sequence_sql,
};
