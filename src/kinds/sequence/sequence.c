/*
 * CREATE SEQUENCE. Sequences of identity columns belong to their columns. Who owns the sequence is said by a command of
 * its own, after the owning column is there and before it goes: DROP TABLE would take the sequence along unseen.
 */
#include "kinds/embedded.h"
#include "kinds/sequence_range.h"
#include "model/emit.h"
#include "sql/format.h"
#include <string.h>

enum { TYPE, INCREMENT, MINIMUM, MAXIMUM, START, CACHE, CYCLE, UNLOGGED, OWNED_BY };

/* "public.crash.id" as the catalog spells it is also the column's address; a declaration may leave the schema out. */
static Node *
owning_column(const Schema *schema, const Node *sequence)
{
    g_autofree char *key = g_strconcat("column ", sequence->values[OWNED_BY], NULL);
    Node *column = schema_find(schema, key);
    if (column != NULL)
        return column;
    g_autoptr(GString) own = g_string_new("column ");
    sql_append(own, "%I.%s", sequence->schema, sequence->values[OWNED_BY]);
    return schema_find(schema, own->str);
}

/* owner: the sequence as the schema has it, with a column to belong to; NULL: it belongs to none. */
static const char *
belong_sql(Actions *actions, const Schema *schema, const Node *node, const Node *owner)
{
    const Node *column = owner == NULL ? NULL : owning_column(schema, owner);
    const char *name = owner == NULL ? "NONE" : column == NULL ? owner->values[OWNED_BY] : node_address(column);
    const TemplateToken more[] = {{"column", name}, {NULL, NULL}};
    return template_sql(actions->arena, "ALTER SEQUENCE {node} OWNED BY {column}", node, more);
}

/* A new sequence for a column that has rows goes on behind their highest value. */
static void
continue_behind(Actions *actions, Action *action, const Node *node, const Node *column)
{
    const char *type = node_value(column, "type");
    if (strcmp(type, "bigint") != 0 && strcmp(type, "integer") != 0 && strcmp(type, "smallint") != 0)
        return;
    GString *name = g_string_new(NULL), *table = g_string_new(NULL);
    node_append_name(name, node);
    node_append_name(table, column->parent);
    action_up(actions, action,
              sql_printf(actions->arena,
                         "SELECT pg_catalog.setval(%L, max(%I)) FROM %s HAVING max(%I) >= (SELECT last_value FROM %s)",
                         name->str, column->name, table->str, column->name, name->str));
    g_string_free(name, TRUE);
    g_string_free(table, TRUE);
}

/* On the way back the table has its own owner again before it gets the sequence back. */
static bool
changes_owner(const Actions *actions, const Node *table)
{
    const Node *now = schema_match(actions->new_schema, table);
    return now != NULL && g_strcmp0(now->facets[FACET_OWNER], table->facets[FACET_OWNER]) != 0;
}

static Action *
own(Actions *actions, const Node *old_node, const Node *new_node)
{
    const char *from = old_node == NULL ? NULL : old_node->values[OWNED_BY];
    const char *to = new_node == NULL ? NULL : new_node->values[OWNED_BY];
    const Node *any = new_node != NULL ? new_node : old_node;
    Effect effect = {.phase = to != NULL ? PHASE_EXPAND : PHASE_CONTRACT, .lock = LOCK_SHARE_ROW_EXCLUSIVE};
    Action *action =
        action_add(actions, old_node, new_node, effect, to != NULL ? "give to column" : "take from column");
    action->late = true;
    action_up(actions, action, belong_sql(actions, actions->new_schema, any, to != NULL ? new_node : NULL));
    const Node *before = from != NULL ? old_node : any;
    action_down(actions, action, belong_sql(actions, actions->old_schema, before, from != NULL ? old_node : NULL));
    Node *column = to == NULL ? NULL : owning_column(actions->new_schema, new_node);
    if (column != NULL)
        g_ptr_array_add(action->requires, column);
    if (column != NULL && schema_match(actions->old_schema, any) == NULL &&
        schema_match(actions->old_schema, column) != NULL)
        continue_behind(actions, action, new_node, column);
    if (new_node != NULL)
        g_ptr_array_add(action->requires, (gpointer)(guintptr)new_node);
    Node *left = from == NULL ? NULL : owning_column(actions->old_schema, old_node);
    if (left != NULL)
        g_ptr_array_add(action->frees, left);
    if (left != NULL && changes_owner(actions, left->parent))
        action->before = left->parent->key;
    if (column != NULL)
        g_ptr_array_add(action->requires, column->parent);
    if (old_node != NULL)
        g_ptr_array_add(action->frees, (gpointer)(guintptr)old_node);
    if (to == NULL)
        g_ptr_array_add(action->gives, owner_token(actions, old_node));
    return action;
}

/* A column that goes lets go of the sequence by itself: the new one may have to wait until the old one is gone. */
static void
change_owner(Actions *actions, const Node *old_node, const Node *new_node)
{
    const Node *left = old_node->values[OWNED_BY] == NULL ? NULL : owning_column(actions->old_schema, old_node);
    if (left == NULL || new_node->values[OWNED_BY] == NULL || schema_match(actions->new_schema, left) != NULL) {
        own(actions, old_node, new_node);
        return;
    }
    own(actions, old_node, NULL);
    g_ptr_array_add(own(actions, NULL, new_node)->takes, owner_token(actions, old_node));
}

static const char *
shares_owner(const Node *node)
{
    return node->values[OWNED_BY];
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
    Action *action = emit_drop(actions, node, drop_effect(node->kind));
    if (node->values[OWNED_BY] == NULL)
        action->loss =
            arena_printf(actions->arena, "where sequence %s stands: the downgrade begins anew", node_address(node));
    return true;
}

/* Parameters --------------------------------------------------------------------------------------------------- */

/* All in one command, for one's new value may contradict another's old one. */
static const struct {
    const char *set, *reset;
} clauses[] = {
    [TYPE] = {" AS {type}", " AS bigint"},
    [INCREMENT] = {" INCREMENT BY {increment}", " INCREMENT BY 1"},
    [MINIMUM] = {" MINVALUE {minimum}", " NO MINVALUE"},
    [MAXIMUM] = {" MAXVALUE {maximum}", " NO MAXVALUE"},
    [START] = {" START WITH {start}", NULL},
    [CACHE] = {" CACHE {cache}", " CACHE 1"},
    [CYCLE] = {" CYCLE", " NO CYCLE"},
};

static gint64
number_or(const Node *node, int attr, gint64 otherwise)
{
    return node->values[attr] == NULL ? otherwise : g_ascii_strtoll(node->values[attr], NULL, 10);
}

static SequenceRange
range_of(const Node *node)
{
    SequenceRange range = {.down = node->values[INCREMENT] != NULL && node->values[INCREMENT][0] == '-'};
    gint64 limit = sequence_type_limit(node->values[TYPE]);
    range.low = number_or(node, MINIMUM, range.down ? -limit - 1 : 1);
    range.high = number_or(node, MAXIMUM, range.down ? -1 : limit);
    range.first = number_or(node, START, range.down ? range.high : range.low);
    return range;
}

static char *
parameters_sql(Actions *actions, const Node *from, const Node *to, guint64 changed)
{
    GString *sql = g_string_new(NULL);
    template_append(sql, "ALTER SEQUENCE {node}", to, NULL);
    for (int attr = TYPE; attr <= CYCLE; attr++)
        if ((changed & (1ull << attr)) && attr != START)
            template_append(sql, to->values[attr] != NULL ? clauses[attr].set : clauses[attr].reset, to, NULL);
    sequence_append_start(sql, "", range_of(from), range_of(to));
    char *text = arena_strdup(actions->arena, sql->str);
    g_string_free(sql, TRUE);
    return text;
}

static void
add_parameters(Actions *actions, Action *action, const Node *from, const Node *to, guint64 changed, ActionAdd *add)
{
    g_autoptr(GString) name = g_string_new(NULL);
    node_append_name(name, to);
    sequence_move(actions, action, name->str, range_of(from), range_of(to), add);
    add(actions, action, parameters_sql(actions, from, to, changed));
}

static bool
alter(const Node *old_node, const Node *new_node, guint64 changed, Actions *actions)
{
    static const Effect effect = {PHASE_EXPAND, LOCK_SHARE_ROW_EXCLUSIVE, 0, "nextval() waits for it"};
    if (changed & ((1ull << UNLOGGED) - 1)) {
        Action *action = action_add(actions, old_node, new_node, effect, "change parameters");
        action->alters = true;
        add_parameters(actions, action, old_node, new_node, changed, action_up);
        add_parameters(actions, action, new_node, old_node, changed, action_down);
    }
    if (changed & (1ull << UNLOGGED))
        emit_attribute(actions, old_node, new_node, UNLOGGED);
    if (changed & (1ull << OWNED_BY))
        change_owner(actions, old_node, new_node);
    return true;
}

static const Attr attrs[] = {
    [TYPE] = {.key = "type", .type = VALUE_SQL, .doc = "smallint or integer; bigint where nothing is said"},
    [INCREMENT] = {.key = "increment", .type = VALUE_INT, .doc = "step"},
    [MINIMUM] = {.key = "minimum", .type = VALUE_INT, .doc = "lowest value"},
    [MAXIMUM] = {.key = "maximum", .type = VALUE_INT, .doc = "highest value"},
    [START] = {.key = "start", .type = VALUE_INT, .doc = "first value"},
    [CACHE] = {.key = "cache", .type = VALUE_INT, .doc = "values a session takes at a time"},
    [CYCLE] = {.key = "cycle", .type = VALUE_BOOL, .doc = "begins anew at its end"},
    [UNLOGGED] = {.key = "unlogged",
                  .type = VALUE_BOOL,
                  .since = 15,
                  .doc = "not crash-safe",
                  .alter = "ALTER SEQUENCE {node} SET UNLOGGED",
                  .reset = "ALTER SEQUENCE {node} SET LOGGED"},
    [OWNED_BY] = {.key = "owned_by",
                  .type = VALUE_SQL,
                  .flags = ATTR_LATE,
                  .doc = "the column that it goes with: table.column"},
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
    .has_no_alias = true,
    .identify = "SEQUENCE {node}",
    .grant_on = "SEQUENCE {node}",
    .owner = "SEQUENCE {node}",
    .create_actions = create_actions,
    .drop_actions = drop_actions,
    .shares_owner = shares_owner,
    .alter = alter,
    .catalog = "pg_class",
    .query = sequence_sql,
};
