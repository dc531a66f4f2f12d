#include "project/dropped_lines.h"

#include "project/trace.h"
#include "revision/drops.h"
#include <string.h>

static int
compare_lines(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* Can a statement name it, and is nothing of the kind left in its place? A part of what goes too goes with it. */
static bool
is_gone(const Node *node, const Schema *new_schema)
{
    const bool can_be_named = (node->kind->in_schema || node->kind->grants_column) && !node->kind->bare &&
                              !node->kind->raw_name && (node->flags & (NODE_DERIVED | NODE_UNMANAGED)) == 0;
    return can_be_named && schema_match(new_schema, node) == NULL &&
           (node->parent == NULL || schema_match(new_schema, node->parent) != NULL);
}

static void
add_gone(GPtrArray *gone, const Node *node, const Schema *new_schema)
{
    if (node != NULL && is_gone(node, new_schema) && !g_ptr_array_find(gone, node, NULL))
        g_ptr_array_add(gone, (gpointer)(guintptr)node);
}

/* Of one phase, PHASE_NONE: of both. Nodes, each once. What serves an old name goes with the contract phase. */
static GPtrArray *
find_gone(const Proposal *proposal, Phase phase, const Schema *new_schema)
{
    GPtrArray *gone = g_ptr_array_new();
    const GPtrArray *list = proposal->plan->actions->list;
    for (guint i = 0; i < list->len; i++) {
        const Action *action = list->pdata[i];
        for (guint k = 0; (phase == PHASE_NONE || action->effect.phase == phase) && k < action->drops->len; k++)
            add_gone(gone, action->drops->pdata[k], new_schema);
        if (phase == PHASE_CONTRACT && action->serves_old_name)
            add_gone(gone, action->old_node, new_schema);
    }
    return gone;
}

/* Where it is in quarantine; NULL: it is dropped. */
static const Node *
find_kept(GArray *deltas, const Node *node)
{
    for (guint i = 0; i < deltas->len; i++) {
        const Delta *delta = &g_array_index(deltas, Delta, i);
        if (delta->kind == DELTA_RENAME && delta->old_node == node)
            return delta->new_node;
    }
    return NULL;
}

const char **
dropped_lines(const Proposal *proposal, Phase phase, const Schema *new_schema, Arena *arena)
{
    g_autoptr(GPtrArray) gone = find_gone(proposal, phase, new_schema);
    const char **lines = arena_new_array(arena, const char *, gone->len + 1);
    for (guint i = 0; i < gone->len; i++) {
        const Node *node = gone->pdata[i];
        const char *since = proposal->deprecated == NULL ? NULL : g_hash_table_lookup(proposal->deprecated, node->key);
        lines[i] = drops_format(arena, node, find_kept(proposal->deltas, node), since);
    }
    if (gone->len > 0)
        qsort(lines, gone->len, sizeof *lines, compare_lines);
    return lines;
}

/* Since when ------------------------------------------------------------------------------------------------------- */

/* The day of the oldest version of those that said so to the end: g_free; NULL: the last one did not. */
static char *
day_of(const GPtrArray *versions)
{
    const FileVersion *oldest = NULL;
    for (guint i = 0; i < versions->len; i++) {
        const ObjectVersion *version = versions->pdata[i];
        if (version->node == NULL && oldest == NULL)
            continue; /* here it is gone already */
        if (version->node == NULL || version->node->extras == NULL || version->node->extras->deprecated == NULL)
            break;
        if (version->version != NULL)
            oldest = version->version;
    }
    return oldest == NULL ? NULL : version_day(oldest);
}

static void
date_one(Trace *trace, const Node *node, GHashTable *dates)
{
    g_autofree char *name = g_strdup_printf("%s %s", node->kind->title, node_address(node));
    const Node *found;
    GPtrArray *versions;
    if (!trace_find(trace, name, &found, NULL) || !trace_versions(trace, &versions, NULL))
        return;
    char *day = day_of(versions);
    if (day != NULL)
        g_hash_table_insert(dates, g_strdup(node->key), day);
}

bool
dropped_date(PleatSession *session, Proposal *proposal, const Source *to, GError **error)
{
    History *history = NULL;
    if (session->config->gates.deprecated_ms == 0 || !session_history(session, &history, error))
        return session->config->gates.deprecated_ms == 0;
    g_autoptr(GPtrArray) gone = find_gone(proposal, PHASE_NONE, to->schema);
    proposal->deprecated = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    for (guint i = 0; history != NULL && i < gone->len; i++) {
        g_autoptr(Trace) trace = trace_new(session, history, to->declared);
        date_one(trace, gone->pdata[i], proposal->deprecated);
    }
    return true;
}
