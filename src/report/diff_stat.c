#include "base/spell.h"
#include "report/diff_details.h"
#include "report/diff_text.h"
#include "report/fold.h"
#include "report/lines.h"
#include <string.h>

typedef struct {
    guint added, removed, changed;    /* columns, keys, values */
    guint lines_added, lines_removed; /* of texts of many lines */
} Amounts;

static void
count_detail(Amounts *amounts, const DiffDetail *detail)
{
    const char *was = detail->was == NULL ? "" : detail->was, *is = detail->is == NULL ? "" : detail->is;
    if (strchr(was, '\n') == NULL && strchr(is, '\n') == NULL) {
        amounts->changed++;
        return;
    }
    guint added, removed;
    lines_count(was, is, &added, &removed);
    amounts->lines_added += added;
    amounts->lines_removed += removed;
}

/* A new node with what stands in it, or one that goes: a text of many lines counts as its lines. */
static void
count_whole(Amounts *amounts, const Node *node, bool comes)
{
    g_autoptr(GPtrArray) parts = diff_parts(node);
    g_autofree char *leaf = diff_leaf(node);
    guint added, removed;
    *(comes ? &amounts->added : &amounts->removed) += parts->len - (node->parent == NULL);
    if (strchr(leaf, '\n') == NULL)
        return;
    lines_count(comes ? "" : leaf, comes ? leaf : "", &added, &removed);
    amounts->lines_added += added;
    amounts->lines_removed += removed;
}

static void
count_delta(Amounts *amounts, Arena *arena, const Delta *delta)
{
    if (delta->kind == DELTA_CREATE || delta->kind == DELTA_DROP) {
        count_whole(amounts, diff_node(delta), delta->kind == DELTA_CREATE);
        return;
    }
    g_autoptr(GArray) details = diff_details(arena, delta);
    for (guint i = 0; i < details->len; i++)
        count_detail(amounts, &g_array_index(details, DiffDetail, i));
}

static void
append_amount(GString *out, const DiffView *view, char mark, guint amount)
{
    const char *paint = mark == '+' ? "\033[32m" : mark == '-' ? "\033[31m" : "\033[33m";
    if (amount > 0)
        g_string_append_printf(out, " %s%c%u%s", view->color ? paint : "", mark, amount, view->color ? "\033[0m" : "");
}

static char *
group_name(const DiffGroup *group)
{
    char mark = group->kind == DELTA_CREATE ? '+' : group->kind == DELTA_DROP ? '-' : '~';
    g_autofree char *address = spell_controls(node_address(group->root), "\t");
    return g_strdup_printf("%c %s %s", mark, group->root->kind->title, address);
}

static void
append_group(GString *out, const DiffGroup *group, const DiffView *view, int width)
{
    g_autoptr(Arena) arena = arena_new();
    g_autofree char *name = group_name(group);
    Amounts amounts = {0};
    for (guint i = 0; i < group->deltas->len; i++)
        count_delta(&amounts, arena, group->deltas->pdata[i]);
    g_string_append_printf(out, " %s%*s |", name, width - fold_width(name, -1), "");
    append_amount(out, view, '+', amounts.added);
    append_amount(out, view, '-', amounts.removed);
    append_amount(out, view, '~', amounts.changed);
    if (amounts.lines_added + amounts.lines_removed > 0) {
        g_string_append(out, amounts.added + amounts.removed + amounts.changed > 0 ? ", lines" : " lines");
        append_amount(out, view, '+', amounts.lines_added);
        append_amount(out, view, '-', amounts.lines_removed);
    }
    g_string_append_c(out, '\n');
}

static void
append_sums(GString *out, const GPtrArray *groups)
{
    static const struct {
        DeltaKind kind;
        const char *word;
    } WORDS[] = {{DELTA_CREATE, "new"}, {DELTA_ALTER, "changed"}, {DELTA_RENAME, "renamed"}, {DELTA_DROP, "gone"}};
    if (groups->len == 0)
        return;
    g_string_append_printf(out, " %u object%s", groups->len, groups->len == 1 ? "" : "s");
    const char *comma = ": ";
    for (size_t i = 0; i < G_N_ELEMENTS(WORDS); i++) {
        guint count = 0;
        for (guint k = 0; k < groups->len; k++)
            count += ((const DiffGroup *)groups->pdata[k])->kind == WORDS[i].kind;
        if (count > 0)
            g_string_append_printf(out, "%s%u %s", comma, count, WORDS[i].word);
        if (count > 0)
            comma = ", ";
    }
    g_string_append_c(out, '\n');
}

char *
diff_stat(const GArray *deltas, const DiffView *view)
{
    GString *out = g_string_new(NULL);
    g_autoptr(GPtrArray) groups = diff_groups(deltas);
    int width = 0;
    for (guint i = 0; i < groups->len; i++) {
        g_autofree char *name = group_name(groups->pdata[i]);
        width = MAX(width, fold_width(name, -1));
    }
    for (guint i = 0; i < groups->len; i++)
        append_group(out, groups->pdata[i], view, width);
    append_sums(out, groups);
    return g_string_free(out, FALSE);
}
