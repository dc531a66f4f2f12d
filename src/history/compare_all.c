/* Many commits against their parents: each processor takes a share of them, one behind the other. */
#include "base/quit.h"
#include "base/shares.h"
#include "history/compare.h"

#include <string.h>

/* Starting a thread for fewer commits takes longer than to compare them. More threads than few wait for each other in
 * libgit2. */
enum { SMALLEST_SHARE = 500 };

typedef struct {
    const guint *commits;
    gint *stopped; /* of all shares: one has failed */
    GError *error;
    Comparing comparing;
    guint n;
    bool is_ours; /* of the thread that asked */
} Share;

static void *
compare_share(void *data)
{
    Share *share = data;
    for (guint i = 0; i < share->n && !g_atomic_int_get(share->stopped); i++) {
        share->comparing.commit = share->commits[i];
        bool ok = (!share->is_ours || quit_check(&share->error)) && compare_commit(&share->comparing, &share->error);
        if (!ok)
            g_atomic_int_set(share->stopped, 1);
    }
    return NULL;
}

/* Names that would break messages and headers are left out: no work tree could have listed them either. */
static bool
has_good_name(History *history, const char *path)
{
    if (g_utf8_validate(path, -1, NULL) && strchr(path, '\n') == NULL)
        return true;
    g_autofree char *shown = g_strescape(path, NULL);
    const char *kept = history_intern(history, shown);
    problems_warn(history->notes, (Place){.file = kept}, "left out of the history: its name is not UTF-8");
    return false;
}

/* Hands on what a share has found, unless one of them has failed. */
static void
share_end(Share *share, History *history, GError **first)
{
    const GArray *found = share->comparing.found;
    if (*first == NULL)
        *first = g_steal_pointer(&share->error);
    for (guint i = 0; *first == NULL && i < found->len; i++) {
        const Change *change = &g_array_index(found, Change, i);
        if (has_good_name(history, change->path))
            walk_add(history, walk_path(history, change->path), change);
    }
    comparing_clear(&share->comparing);
    g_clear_error(&share->error);
}

bool
compare_all(History *history, const GPtrArray *places, const GArray *commits, GError **error)
{
    Share shares[SHARES_MOST] = {0};
    guint n = git_has_threads() ? shares_count(commits->len, SMALLEST_SHARE) : 1;
    gint stopped = 0;
    for (guint i = 0; i < n; i++) {
        guint begin = shares_begin(commits->len, n, i);
        shares[i] = (Share){.commits = (const guint *)(const void *)commits->data + begin};
        shares[i].n = shares_begin(commits->len, n, i + 1) - begin;
        shares[i].stopped = &stopped;
        shares[i].is_ours = i == n - 1;
        comparing_init(&shares[i].comparing, history, places);
    }
    objects_pass_by(true);
    shares_run(compare_share, shares, sizeof(Share), n);
    objects_pass_by(false);
    history->work += commits->len;
    GError *first = NULL;
    for (guint i = 0; i < n; i++)
        share_end(&shares[i], history, &first);
    if (first != NULL)
        g_propagate_error(error, first);
    return first == NULL;
}
