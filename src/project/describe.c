#include "project/describe.h"

#include <string.h>

char *
describe_cost(const Action *action)
{
    static const struct {
        Cost cost;
        const char *words;
    } COSTS[] = {
        {COST_REWRITE, "rewrites the table"},        {COST_SCAN, "reads the whole table"},
        {COST_BATCHED, "all rows, in batches"},      {COST_DATA_LOSS, "loses data"},
        {COST_BREAKS, "breaks the old application"}, {COST_SEMANTIC, "both applications see it at once"},
    };
    GString *out = g_string_new(lock_name(action->effect.lock));
    bool any = false;
    for (size_t i = 0; i < G_N_ELEMENTS(COSTS); i++)
        if (action->effect.costs & COSTS[i].cost) {
            g_string_append_printf(out, ", %s", COSTS[i].words);
            any = true;
        }
    if (!any)
        g_string_append(out, ", instant");
    return g_string_free(out, FALSE);
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

GPtrArray *
describe_phase(const Plan *plan, Phase phase)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
    int address_width, verb_width;
    measure(plan, phase, &address_width, &verb_width);
    for (guint i = 0; i < plan->actions->list->len; i++) {
        const Action *action = plan->actions->list->pdata[i];
        if (action->effect.phase != phase || action->up->len == 0)
            continue; /* what has no statement of its own goes with its table */
        g_autofree char *cost = describe_cost(action);
        g_autofree char *address = padded(address_of(action), address_width);
        g_autofree char *verb = padded(action->verb, verb_width);
        g_ptr_array_add(lines, one_line(g_strdup_printf("%s  %s  %s", address, verb, cost)));
        if (action->effect.reason != NULL && phase == PHASE_CONTRACT)
            g_ptr_array_add(lines,
                            one_line(g_strdup_printf("%*s  because %s", address_width, "", action->effect.reason)));
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
