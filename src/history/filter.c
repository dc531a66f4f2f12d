#include "history/filter.h"

#include "base/shares.h"
#include "history/kept.h"
#include "history/objects.h"

#include <string.h>

/* Filters of more bytes are not made: then blobs are read. */
#define MOST_BYTES ((size_t)64 << 20)

bool
filter_known(const History *history, const Change *change, WordFilter *filter)
{
    if (change->filter > 0) {
        *filter = kept_filter_at(history->kept, change->filter - 1);
        return true;
    }
    const WordFilter *made = g_hash_table_lookup(history->filters, &change->blob);
    if (made != NULL)
        *filter = *made;
    return made != NULL || (history->kept != NULL && kept_filter(history->kept, &change->blob, filter));
}

/* Its hash is not checked: who finds a word in it reads it again. Nor is its size before: to ask for that takes half as
 * long as to read it. What is too large may hold any word, and whoever reads it then tells of it. */
static bool
read_filter(Objects *objects, const git_oid *blob, Arena *arena, WordFilter *filter)
{
    g_autoptr(Object) object = NULL;
    if (!objects_read(objects, blob, &object) || object->type != GIT_OBJECT_BLOB)
        return false;
    *filter = object->size > HISTORY_LARGEST_BLOB ? words_any(arena) : words_of(arena, object->data, object->size);
    return true;
}

/* The blocks are the history's own from now on. */
static void
add_filter(History *history, const git_oid *blob, WordFilter filter)
{
    WordFilter *made = arena_new_one(history->arena, WordFilter);
    git_oid *key = arena_new_one(history->arena, git_oid);
    *made = filter;
    *key = *blob;
    g_hash_table_insert(history->filters, key, made);
    history->filters_size += filter.n * sizeof *filter.blocks;
    history->work++;
}

static bool
make_filter(History *history, const git_oid *blob, WordFilter *filter)
{
    if (history->filters_size > MOST_BYTES || !read_filter(history->objects, blob, history->arena, filter))
        return false;
    add_filter(history, blob, *filter);
    return true;
}

/* --- Many of them ----------------------------------------------------------------------------------------------- */

/* Starting a thread for fewer blobs takes longer than to read them. */
enum { SMALLEST_SHARE = 200 };

typedef struct {
    const History *history;
    Arena *arena; /* the thread's own */
    const git_oid *const *blobs;
    WordFilter *filters; /* of each blob: without blocks where it cannot be read */
    guint n;
} Share;

static void *
read_share(void *data)
{
    Share *share = data;
    g_autoptr(Objects) objects = objects_new(share->history);
    for (guint i = 0; i < share->n; i++)
        if (!read_filter(objects, share->blobs[i], share->arena, &share->filters[i]))
            share->filters[i] = (WordFilter){0};
    return NULL;
}

static void
share_end(Share *share, History *history)
{
    for (guint i = 0; i < share->n; i++) {
        WordFilter filter = share->filters[i];
        if (filter.blocks == NULL)
            continue;
        guint64 *blocks = arena_new_array(history->arena, guint64, filter.n);
        memcpy(blocks, filter.blocks, filter.n * sizeof *blocks);
        filter.blocks = blocks;
        add_filter(history, share->blobs[i], filter);
    }
    arena_free(share->arena);
}

static GPtrArray *
unknown_blobs(const History *history, Change *const *changes, guint n)
{
    GPtrArray *blobs = g_ptr_array_new();
    g_autoptr(GHashTable) seen = g_hash_table_new(git_oid_hash, git_oid_same);
    for (guint i = 0; i < n; i++) {
        WordFilter filter;
        Change *change = changes[i];
        if (!change->deleted && change->filter == 0 && g_hash_table_add(seen, &change->blob) &&
            !filter_known(history, change, &filter))
            g_ptr_array_add(blobs, &change->blob);
    }
    return blobs;
}

void
filter_make_all(History *history, Change *const *changes, guint n)
{
    if (history->filters_size > MOST_BYTES)
        return;
    g_autoptr(GPtrArray) blobs = unknown_blobs(history, changes, n);
    g_autofree WordFilter *filters = g_new(WordFilter, blobs->len + 1);
    Share shares[SHARES_MOST] = {0};
    guint n_shares = git_has_threads() ? shares_count(blobs->len, SMALLEST_SHARE) : 1;
    for (guint i = 0; i < n_shares; i++) {
        guint begin = shares_begin(blobs->len, n_shares, i);
        shares[i] = (Share){history, arena_new(), (const git_oid *const *)blobs->pdata + begin, filters + begin, 0};
        shares[i].n = shares_begin(blobs->len, n_shares, i + 1) - begin;
    }
    objects_pass_by(true);
    shares_run(read_share, shares, sizeof(Share), n_shares);
    objects_pass_by(false);
    for (guint i = 0; i < n_shares; i++)
        share_end(&shares[i], history);
}

bool
filter_may_hold(History *history, const Change *change, const char *const *words)
{
    WordFilter filter;
    if (words == NULL || !(filter_known(history, change, &filter) || make_filter(history, &change->blob, &filter)))
        return true;
    for (; *words != NULL; words++)
        if (words_may_hold(filter, *words))
            return true;
    return false;
}
