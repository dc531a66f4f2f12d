#include "plan/bars.h"

#include "model/template.h"

/* Arena text; NULL: it would be empty. */
static const char *
bar(Sequence *sequence, const char *template, const Node *node)
{
    const char *text = template == NULL ? "" : template_sql(sequence->actions->arena, template, node, NULL);
    return text[0] == '\0' ? NULL : text;
}

/* Of what falls with something else both are waited for: that takes it along, and the way back of its own brings it. */
static void
lift_bar(Sequence *sequence, const Node *node, size_t index)
{
    size_t dropper = GPOINTER_TO_SIZE(g_hash_table_lookup(sequence->droppers, node)) - 1;
    const char *text = bar(sequence, node->kind->bars, node);
    if (text == NULL)
        return;
    edges_list_add(sequence->given, text, index);
    if (dropper != index)
        edges_list_add(sequence->given, text, dropper);
}

void
bars_register(Sequence *sequence)
{
    for (size_t i = 0; i < sequence->actions->list->len; i++) {
        const GPtrArray *drops = sequence_action(sequence, i)->drops;
        for (guint k = 0; k < drops->len; k++)
            lift_bar(sequence, drops->pdata[k], i);
    }
}

void
bars_wait(Sequence *sequence, const Node *node, size_t index)
{
    edges_from(sequence, sequence->given, bar(sequence, node->kind->barred_as, node), index);
}
