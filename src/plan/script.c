#include "plan/script.h"

#include "sql/each_partition.h"
#include "sql/format.h"
#include "sql/one_line.h"
#include "sql/verify.h"
#include <string.h>

typedef struct {
    GString *out;
    bool open;               /* a transaction block */
    const Node *subject;     /* the root that the open block is about */
    const char *search_path; /* set in the open block; NULL: none */
    Lock lock;               /* of a partitioned subject: what is to be held of it */
    GHashTable *locked;      /* key of a root -> the lock that the open block holds of it */
    bool goes_on;            /* something is missing until a later action: nothing may be committed */
    GPtrArray *postponed;    /* of ActionSql: validations for when nothing is missing any more */
    GHashTable *numbers;     /* ActionSql -> number of its step; NULL: nobody asks */
    int steps;
    bool psql; /* nobody else runs it */
} Script;

static void
close_block(Script *script)
{
    if (script->open)
        g_string_append(script->out, "COMMIT;\n");
    script->open = false;
    script->subject = NULL;
    script->search_path = NULL;
    g_hash_table_remove_all(script->locked);
}

static void
open_block(Script *script)
{
    if (!script->open) {
        g_string_append(script->out, "BEGIN;\n");
        script->steps++;
    }
    script->open = true;
}

static void
append_statement(Script *script, const char *sql)
{
    g_string_append(script->out, sql);
    g_string_append(script->out, ";\n");
}

/* Unqualified names in the author's text mean his schema; what pleat writes itself names every schema. */
static void
set_search_path(Script *script, const char *schema)
{
    if (g_strcmp0(script->search_path, schema) == 0)
        return;
    if (schema == NULL)
        g_string_append(script->out, "SET LOCAL search_path = pg_catalog;\n");
    else
        sql_append(script->out, "SET LOCAL search_path = %I, pg_catalog;\n", schema);
    script->search_path = schema;
}

bool
script_is_lone(const ActionSql *sql)
{
    return (sql->flags & (SQL_ALONE | SQL_OWN_COMMIT | SQL_VALIDATES)) != 0 || sql->directive != NULL;
}

static void
number(const Script *script, const ActionSql *sql)
{
    if (script->numbers != NULL)
        g_hash_table_insert(script->numbers, (gpointer)(guintptr)sql, GINT_TO_POINTER(script->steps));
}

/* psql has no word for the partitions that there are, nor for what must be true. */
static void
append_with_directive(Script *script, const char *directive, const char *sql)
{
    const char *table = each_partition_table(directive);
    if (script->psql && table != NULL) {
        each_partition_append_script(script->out, sql, table);
        return;
    }
    if (script->psql && verify_title(directive) != NULL) {
        verify_append_script(script->out, verify_title(directive), sql);
        return;
    }
    g_autofree char *line = directive == NULL ? NULL : one_line_format(directive);
    if (line != NULL)
        g_string_append_printf(script->out, "-- pleat: %s\n", line);
    append_statement(script, sql);
}

static void
lock_subject(Script *script)
{
    gpointer held = g_hash_table_lookup(script->locked, script->subject->key);
    if (script->lock <= (Lock)GPOINTER_TO_INT(held))
        return;
    g_autoptr(GString) name = g_string_new(NULL);
    node_append_name(name, script->subject);
    g_string_append_printf(script->out, "LOCK TABLE ONLY %s IN %s MODE;\n", name->str, lock_name(script->lock));
    g_hash_table_insert(script->locked, (gpointer)(guintptr)script->subject->key, GINT_TO_POINTER((int)script->lock));
}

/* Is it done in the open block, although others would mind less if it were not? */
static bool
stays_in_block(const Script *script, const ActionSql *sql)
{
    return script->goes_on && script->open && (sql->flags & SQL_VALIDATES) != 0;
}

static void
append_sql(Script *script, const ActionSql *sql)
{
    const bool stays = stays_in_block(script, sql);
    if (stays && sql->directive != NULL)
        return; /* of the partitions, which the table above sees to */
    if (script_is_lone(sql) && !stays) {
        const Node *subject = script->subject;
        close_block(script);
        script->steps++;
        number(script, sql);
        append_with_directive(script, sql->directive, sql->sql);
        script->subject = subject;
        return;
    }
    const bool own = (sql->flags & SQL_OWN_BLOCK) != 0;
    const Node *subject = script->subject;
    if (own)
        close_block(script);
    open_block(script);
    script->subject = subject;
    lock_subject(script);
    number(script, sql);
    set_search_path(script, sql->search_path);
    if (sql->origin != NULL)
        g_string_append_printf(script->out, "-- prior body: %s\n", sql->origin);
    append_statement(script, sql->sql);
    if (own)
        close_block(script);
    script->subject = subject;
}

static const Node *
subject_of(const Action *action)
{
    return node_root(action->new_node != NULL ? action->new_node : action->old_node);
}

/* Two roots of two Schemas are one subject when they have one key. */
static bool
same_subject(const Node *a, const Node *b)
{
    return a != NULL && b != NULL && strcmp(a->key, b->key) == 0;
}

/* A statement on a partitioned table locks that one and then each partition. The table's own lock is waited for first,
 * by itself: behind one that is held the runner waits only for as long as that may be held (run/transaction.h). */
static Lock
lock_above_partitions(const Plan *plan, const Action *action, bool down)
{
    const Schema *old_schema = plan->actions->old_schema, *new_schema = plan->actions->new_schema;
    const Node *root = subject_of(action);
    const int attr = kind_attr(root->kind, "partition_by");
    const Lock lock = MAX(action->effect.lock, action->strongest);
    if (attr < 0 || root->values[attr] == NULL || lock < LOCK_SHARE || action->apart || old_schema == NULL ||
        schema_match(old_schema, root) == NULL || schema_match(new_schema, root) == NULL)
        return LOCK_NONE;
    return down ? LOCK_ACCESS_EXCLUSIVE : lock;
}

/* Does nothing follow in the action but what looks at rows, for the sake of nothing else? */
static bool
is_postponed(const Script *script, const Action *action, const GArray *statements, guint from)
{
    const Node *node = action->new_node != NULL ? action->new_node : action->old_node;
    bool can_wait = node->kind->part == PART_CHECK || node->kind->part == PART_FOREIGN_KEY;
    for (guint i = from; i < statements->len; i++)
        can_wait = can_wait && stays_in_block(script, &g_array_index(statements, ActionSql, i));
    return can_wait;
}

static void
append_postponed(Script *script)
{
    for (guint i = 0; i < script->postponed->len; i++)
        append_sql(script, script->postponed->pdata[i]);
    g_ptr_array_set_size(script->postponed, 0);
}

static bool
begins_a_block(const Action *action, const GArray *statements)
{
    return action->apart || (statements->len > 0 && (g_array_index(statements, ActionSql, 0).flags & SQL_FIRST) != 0);
}

static void
append_action(Script *script, const Plan *plan, guint index, bool down)
{
    const Action *action = plan->actions->list->pdata[index];
    const bool has_next = index + 1 < plan->actions->list->len;
    const bool with_next = has_next && plan->together[index + 1], with_last = plan->together[index];
    const bool joined = down ? with_next : with_last;
    const Node *subject = subject_of(action);
    const GArray *statements = down ? action->down : action->up;
    if (!joined && (begins_a_block(action, statements) || !same_subject(script->subject, subject)))
        close_block(script);
    script->subject = subject;
    script->lock = lock_above_partitions(plan, action, down);
    script->goes_on = joined;
    if (action->attaches || action->detaches) /* what is not valid fits to nothing */
        append_postponed(script);
    script->goes_on = down ? with_last : with_next;
    for (guint i = 0; i < statements->len; i++)
        if (is_postponed(script, action, statements, i))
            g_ptr_array_add(script->postponed, &g_array_index(statements, ActionSql, i));
        else
            append_sql(script, &g_array_index(statements, ActionSql, i));
    if (!script->goes_on)
        append_postponed(script);
    script->subject = action->apart ? NULL : subject;
}

/* Routines that name each other can only be made when PostgreSQL does not look into them yet. */
static void
append_settings(GString *out, const Plan *plan, Phase phase)
{
    for (guint i = 0; i < plan->actions->list->len; i++) {
        const Action *action = plan->actions->list->pdata[i];
        const Node *node = action->new_node != NULL ? action->new_node : action->old_node;
        if ((phase == PHASE_NONE || action->effect.phase == phase) && node->kind->space == SPACE_ROUTINE) {
            g_string_append(out, "SET check_function_bodies = off;\n");
            return;
        }
    }
}

/* The actions of a phase: forth, or back from the last one. PHASE_NONE: of both. */
static void
append_way(Script script, const Plan *plan, Phase phase, bool down)
{
    g_autoptr(GHashTable) locked = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) postponed = g_ptr_array_new();
    script.locked = locked;
    script.postponed = postponed;
    append_settings(script.out, plan, phase);
    const guint count = plan->actions->list->len;
    for (guint n = 0; n < count; n++) {
        const guint i = down ? count - 1 - n : n;
        const Action *action = plan->actions->list->pdata[i];
        if (phase == PHASE_NONE || action->effect.phase == phase)
            append_action(&script, plan, i, down);
    }
    close_block(&script);
    append_postponed(&script);
}

void
script_append_up(GString *out, const Plan *plan, Phase phase)
{
    append_way((Script){.out = out}, plan, phase, false);
}

void
script_append_down(GString *out, const Plan *plan, Phase phase)
{
    append_way((Script){.out = out}, plan, phase, true);
}

GHashTable *
script_number(const Plan *plan, Phase phase, bool down)
{
    g_autoptr(GString) out = g_string_new(NULL);
    GHashTable *numbers = g_hash_table_new(NULL, NULL);
    append_way((Script){.out = out, .numbers = numbers}, plan, phase, down);
    return numbers;
}

void
script_append_psql(GString *out, const Plan *plan, bool down)
{
    append_way((Script){.out = out, .psql = true}, plan, PHASE_NONE, down);
}
