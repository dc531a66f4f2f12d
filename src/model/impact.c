#include "model/impact.h"

#include <string.h>

GArray *
impacts_new(void)
{
    return g_array_new(FALSE, FALSE, sizeof(Impact));
}

static bool
is_of_same(const Impact *a, const Impact *b)
{
    return strcmp(a->relation, b->relation) == 0 && (a->partitions == 0) == (b->partitions == 0);
}

void
impacts_join(GArray *impacts, const Impact *more)
{
    for (guint i = 0; i < impacts->len; i++) {
        Impact *impact = &g_array_index(impacts, Impact, i);
        if (!is_of_same(impact, more))
            continue;
        impact->lock = MAX(impact->lock, more->lock);
        impact->costs |= more->costs;
        impact->partitions = MAX(impact->partitions, more->partitions);
        impact->is_empty &= more->is_empty;
        impact->is_known &= more->is_known;
        return;
    }
    g_array_append_val(impacts, *more);
}

/* Does the first say all that the second would? */
static bool
covers(const Impact *a, const Impact *b)
{
    return is_of_same(a, b) && a->lock >= b->lock && (b->costs == 0 || (a->costs == b->costs && a->lock == b->lock));
}

void
impacts_gather(GArray *impacts, const Impact *more)
{
    for (guint i = impacts->len; i-- > 0;) {
        Impact *impact = &g_array_index(impacts, Impact, i);
        if (covers(impact, more)) {
            impact->partitions = MAX(impact->partitions, more->partitions);
            return;
        }
        if (covers(more, impact))
            g_array_remove_index(impacts, i);
    }
    g_array_append_val(impacts, *more);
}

static int
compare(const void *left, const void *right)
{
    const Impact *a = left, *b = right;
    const int names = strcmp(a->relation, b->relation);
    if (names != 0)
        return names;
    return a->partitions != b->partitions ? a->partitions - b->partitions : (int)b->lock - (int)a->lock;
}

void
impacts_sort(GArray *impacts)
{
    g_array_sort(impacts, compare);
}
