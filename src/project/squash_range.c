#include "project/squash.h"

bool
squash_holds(const Squash *squash, const char *id)
{
    return g_hash_table_contains(squash->inside, id);
}

static const char *
first_outside(const Squash *squash, const char *const *ids)
{
    while (*ids != NULL && squash_holds(squash, *ids))
        ids++;
    return *ids;
}

/* One that stands for others already would hide them: who has run these would not be known any more. */
static bool
check_member(const Revision *revision, GError **error)
{
    if (*revision->replaces == NULL)
        return true;
    fail(error, PLEAT_ERROR_STATE, "revision %s stands for others itself", revision->id);
    return fail_hint(error,
                     "say pleat stamp %s on every database, then take the line \"replaces\" out of its file: it is one "
                     "like any other then",
                     revision->id);
}

/* Its phase is that of all that it stands for; where these are of both, it begins at base like a baseline. */
static bool
find_phase(Squash *squash, GError **error)
{
    const Revision *first = squash->range->pdata[0];
    squash->phase = first->phase;
    squash->from_base = true;
    for (guint i = 0; i < squash->range->len; i++) {
        const Revision *revision = squash->range->pdata[i];
        if (revision->phase != squash->phase)
            squash->phase = PHASE_NONE;
        squash->from_base &=
            first_outside(squash, revision->after) == NULL && first_outside(squash, revision->depends_on) == NULL;
    }
    if (squash->from_base || squash->phase != PHASE_NONE)
        return true;
    fail(error, PLEAT_ERROR_USAGE, "the range holds revisions of both phases and does not begin at base");
    return fail_hint(error, "one revision cannot be of both deployments: squash expand@... and contract@... apart, or "
                            "begin at base");
}

static bool
touches(const Revision *revision, GHashTable *ids)
{
    const char **lists[] = {revision->after, revision->depends_on};
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        for (const char **id = lists[i]; *id != NULL; id++)
            if (g_hash_table_contains(ids, *id))
                return true;
    return false;
}

/* Adds what the members stand on, of "among" (NULL: whatever it is): children come after their parents in the list. */
static void
add_below(const Squash *squash, GHashTable *among)
{
    GPtrArray *all = graph_all(squash->graph);
    for (guint i = all->len; i-- > 0;) {
        const Revision *revision = all->pdata[i];
        const char **lists[] = {revision->after, revision->depends_on};
        for (size_t k = 0; squash_holds(squash, revision->id) && k < G_N_ELEMENTS(lists); k++)
            for (const char **id = lists[k]; *id != NULL; id++)
                if (among == NULL || g_hash_table_contains(among, *id))
                    g_hash_table_add(squash->inside, (gpointer)(guintptr)*id);
    }
}

/* What stands on some of the range and others of it stand on comes along: it would come before and after the squash. */
static void
add_between(const Squash *squash)
{
    g_autoptr(GHashTable) above = g_hash_table_new(g_str_hash, g_str_equal);
    GPtrArray *all = graph_all(squash->graph);
    for (guint i = 0; i < all->len; i++) {
        const Revision *revision = all->pdata[i];
        if (touches(revision, squash->inside) || touches(revision, above))
            g_hash_table_add(above, (gpointer)(guintptr)revision->id);
    }
    add_below(squash, above);
}

static bool
list_range(Squash *squash, GError **error)
{
    GPtrArray *all = graph_all(squash->graph);
    squash->range = g_ptr_array_new();
    for (guint i = 0; i < all->len; i++) {
        Revision *revision = all->pdata[i];
        if (!squash_holds(squash, revision->id))
            continue;
        if (!check_member(revision, error) || !revision_load(revision, error))
            return false;
        g_ptr_array_add(squash->range, revision);
    }
    const char *what = squash->range->len == 0 ? "no revision" : "one revision";
    return squash->range->len > 1 ||
           fail(error, PLEAT_ERROR_USAGE, "\"%s\" is %s: there is nothing to squash", squash->options->range, what);
}

bool
squash_find_range(Squash *squash, GError **error)
{
    const char *range = squash->options->range;
    g_autoptr(GPtrArray) found = NULL;
    if (!graph_resolve_range(squash->graph, range, NULL, &found, error))
        return false;
    for (guint i = 0; i < found->len; i++)
        g_hash_table_add(squash->inside, (gpointer)(guintptr)((const Revision *)found->pdata[i])->id);
    if (*range == ':' || g_str_has_prefix(range, "base:"))
        add_below(squash, NULL);
    add_between(squash);
    return list_range(squash, error) && find_phase(squash, error);
}
