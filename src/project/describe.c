#include "project/describe.h"

#include <string.h>

/* What no measuring shows stands behind what it does. */
static void
append_costs(GString *out, unsigned costs, bool or_instant)
{
    for (const CostName *name = cost_names; name->words != NULL; name++)
        if (costs & name->cost)
            g_string_append_printf(out, ", %s", name->words);
    if (costs == 0 && or_instant)
        g_string_append(out, ", instant");
}

static void
append_size(GString *out, GHashTable *sizes, const char *table)
{
    g_autofree char *words = table_size_words(sizes, table);
    if (words != NULL)
        g_string_append_printf(out, " (%s)", words);
}

static const char *
address_of(const Action *action)
{
    return node_address(node_root(action->new_node != NULL ? action->new_node : action->old_node));
}

static void
measure(const Plan *plan, Phase phase, int *address_width, int *verb_width)
{
    enum { WIDEST = 48 };
    *address_width = *verb_width = 0;
    for (guint i = 0; i < plan->actions->list->len; i++) {
        const Action *action = plan->actions->list->pdata[i];
        if (action->effect.phase != phase || action->up->len == 0)
            continue;
        *address_width = MAX(*address_width, (int)g_utf8_strlen(address_of(action), -1));
        *verb_width = MAX(*verb_width, (int)g_utf8_strlen(action->verb, -1));
    }
    *address_width = MIN(*address_width, WIDEST);
    *verb_width = MIN(*verb_width, WIDEST);
}

/* A name may hold a newline, which would end the comment. */
static char *
one_line(char *text)
{
    for (char *at = text; *at != '\0'; at++)
        if (*at == '\n' || *at == '\r')
            *at = ' ';
    return text;
}

static char *
padded(const char *text, int width)
{
    GString *out = g_string_new(text);
    for (int length = (int)g_utf8_strlen(text, -1); length < width; length++)
        g_string_append_c(out, ' ');
    return g_string_free(out, FALSE);
}

/* What all steps of the action's way forth do, each of them once. */
static GArray *
impacts_of(const Action *action, const ProofStates *states)
{
    GArray *all = impacts_new();
    for (guint i = 0; i < action->up->len; i++) {
        const GArray *impacts = g_hash_table_lookup(states->impacts, &g_array_index(action->up, ActionSql, i));
        for (guint k = 0; impacts != NULL && k < impacts->len; k++)
            impacts_gather(all, &g_array_index(impacts, Impact, k));
    }
    impacts_sort(all);
    return all;
}

static bool
is_about(const Impact *impact, const Action *action)
{
    const Node *nodes[] = {action->new_node, action->old_node};
    for (size_t i = 0; i < G_N_ELEMENTS(nodes); i++)
        if (nodes[i] != NULL && strcmp(impact->relation, node_address(node_root(nodes[i]))) == 0)
            return true;
    return false;
}

/* "ACCESS EXCLUSIVE (412 M rows, 96 GB), instant; SHARE UPDATE EXCLUSIVE, reads the whole table" */
static char *
describe_cost(const Action *action, GArray *impacts, GHashTable *sizes)
{
    const unsigned unseen = action->effect.costs & ~(unsigned)(COST_REWRITE | COST_SCAN);
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < impacts->len; i++) {
        const Impact *impact = &g_array_index(impacts, Impact, i);
        if (impact->partitions > 0 || !is_about(impact, action))
            continue;
        const bool first = out->len == 0;
        g_string_append_printf(out, "%s%s", first ? "" : "; ", lock_name(impact->lock));
        if (first)
            append_size(out, sizes, impact->relation);
        append_costs(out, impact->costs | (first ? unseen : 0), true);
    }
    if (out->len == 0) {
        g_string_append(out, lock_name(LOCK_NONE));
        append_costs(out, unseen, true);
    }
    return g_string_free(out, FALSE);
}

/* What else the action locks: other tables, and partitions. */
static void
add_others(GPtrArray *lines, const Action *action, const GArray *impacts, GHashTable *sizes, int width)
{
    for (guint i = 0; i < impacts->len; i++) {
        const Impact *impact = &g_array_index(impacts, Impact, i);
        if (impact->partitions == 0 && is_about(impact, action))
            continue;
        g_autoptr(GString) line = g_string_new(NULL);
        g_string_append_printf(line, "%*s  with %s on ", width, "", lock_name(impact->lock));
        if (impact->partitions > 0)
            g_string_append_printf(line, "%d partition%s of ", impact->partitions, impact->partitions == 1 ? "" : "s");
        g_string_append(line, impact->relation);
        append_size(line, sizes, impact->relation);
        append_costs(line, impact->costs, false);
        g_ptr_array_add(lines, one_line(g_strdup(line->str)));
    }
}

static void
add_action(GPtrArray *lines, const Action *action, const ProofStates *states, GHashTable *sizes, int address_width,
           int verb_width)
{
    g_autoptr(GArray) impacts = impacts_of(action, states);
    g_autofree char *cost = describe_cost(action, impacts, sizes);
    g_autofree char *address = padded(address_of(action), address_width);
    g_autofree char *verb = padded(action->verb, verb_width);
    g_ptr_array_add(lines, one_line(g_strdup_printf("%s  %s  %s", address, verb, cost)));
    add_others(lines, action, impacts, sizes, address_width);
    if (action->effect.reason != NULL && (action->effect.phase == PHASE_CONTRACT || action->explained))
        g_ptr_array_add(lines, one_line(g_strdup_printf("%*s  because %s", address_width, "", action->effect.reason)));
}

GPtrArray *
describe_phase(const Plan *plan, Phase phase, const ProofStates *states, GHashTable *sizes)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
    int address_width, verb_width;
    measure(plan, phase, &address_width, &verb_width);
    for (guint i = 0; i < plan->actions->list->len; i++) {
        const Action *action = plan->actions->list->pdata[i];
        if (action->effect.phase == phase && action->up->len > 0) /* else it goes with its table */
            add_action(lines, action, states, sizes, address_width, verb_width);
    }
    for (guint i = 0; i < plan->actions->list->len; i++) {
        const Action *action = plan->actions->list->pdata[i];
        if (action->effect.phase == phase && action->loss != NULL)
            g_ptr_array_add(lines, one_line(g_strdup_printf("irreversible: %s", action->loss)));
        if (action->effect.phase == phase && action->afterwards != NULL)
            g_ptr_array_add(lines, one_line(g_strdup_printf("afterwards: %s", action->afterwards)));
    }
    return lines;
}
