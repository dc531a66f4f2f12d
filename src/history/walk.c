#include "history/walk.h"

#include "base/quit.h"
#include "history/compare.h"

#include <string.h>

struct Walk {
    GHashTable *by_path; /* interned path -> GPtrArray of Change */
    GPtrArray *places;   /* what has been walked: char * */
};

void
walk_free(Walk *walk)
{
    if (walk == NULL)
        return;
    g_hash_table_unref(walk->by_path);
    g_ptr_array_unref(walk->places);
    g_free(walk);
}

bool
path_is_under(const char *path, const char *place)
{
    size_t length = strlen(place);
    return length == 0 || (strncmp(path, place, length) == 0 && (path[length] == '/' || path[length] == '\0'));
}

bool
walk_covers(const Walk *walk, const char *path)
{
    for (guint i = 0; walk != NULL && i < walk->places->len; i++)
        if (path_is_under(path, walk->places->pdata[i]))
            return true;
    return false;
}

GPtrArray *
walk_places(const Walk *walk)
{
    GPtrArray *places = g_ptr_array_new();
    for (guint i = 0; i < walk->places->len; i++)
        g_ptr_array_add(places, walk->places->pdata[i]);
    return places;
}

void
walk_add(History *history, guint commit, const char *path, const git_oid *blob, bool added)
{
    Change *change = arena_new_one(history->arena, Change);
    change->path = history_intern(history, path);
    change->commit = commit;
    change->deleted = blob == NULL;
    change->added = added;
    if (blob != NULL)
        change->blob = *blob;
    GPtrArray *changes = g_hash_table_lookup(history->walk->by_path, change->path);
    if (changes == NULL) {
        changes = g_ptr_array_new();
        g_hash_table_insert(history->walk->by_path, (char *)(gsize)change->path, changes);
    }
    g_ptr_array_add(changes, change);
}

/* --- All commits ----------------------------------------------------------------------------------------------- */

static bool
compare_all(History *history, const GPtrArray *places, bool only_new, GError **error)
{
    TreeCache *cache = tree_cache_new(history);
    Comparing comparing = {.history = history, .cache = cache, .places = places};
    bool ok = true;
    objects_pass_by(true);
    for (guint i = 0; ok && i < history->commits->list->len; i++) {
        if (only_new && history->commits->is_kept[i])
            continue;
        comparing.commit = i;
        history->work++;
        ok = quit_check(error) && compare_commit(&comparing, error);
    }
    objects_pass_by(false);
    tree_cache_free(cache);
    return ok;
}

static int
compare_changes(const void *left, const void *right)
{
    const Change *a = *(Change *const *)left, *b = *(Change *const *)right;
    return (a->commit > b->commit) - (a->commit < b->commit);
}

static void
sort_changes(Walk *walk)
{
    GHashTableIter iterator;
    void *changes;
    g_hash_table_iter_init(&iterator, walk->by_path);
    while (g_hash_table_iter_next(&iterator, NULL, &changes))
        g_ptr_array_sort(changes, compare_changes);
}

static void
unref_array(void *data)
{
    g_ptr_array_unref(data);
}

static Walk *
walk_new(void)
{
    Walk *walk = g_new0(Walk, 1);
    walk->by_path = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, unref_array);
    walk->places = g_ptr_array_new_with_free_func(g_free);
    return walk;
}

static bool
is_covered(const GPtrArray *places, guint except, const char *path)
{
    for (guint i = 0; i < places->len; i++)
        if (i != except && path_is_under(path, places->pdata[i]) && (strcmp(path, places->pdata[i]) != 0 || i < except))
            return true;
    return false;
}

/* What is kept, and in the places that it tells of, the commits that it does not know. */
static bool
begin_walk(History *history, GError **error)
{
    history->walk = walk_new();
    if (history->kept == NULL)
        return true;
    g_autoptr(GPtrArray) places = keep_places(history);
    keep_restore(history);
    if (history->commits->n_kept < history->commits->list->len) {
        if (!compare_all(history, places, true, error))
            return false;
        sort_changes(history->walk);
    }
    for (guint i = 0; i < places->len; i++)
        g_ptr_array_add(history->walk->places, g_strdup(places->pdata[i]));
    return true;
}

/* Of the places, those that have not been walked, and do not lie in another. */
static GPtrArray *
find_missing(const Walk *walk, const char *const *places)
{
    g_autoptr(GPtrArray) wanted = g_ptr_array_new();
    GPtrArray *missing = g_ptr_array_new();
    for (; *places != NULL; places++)
        if (!walk_covers(walk, *places))
            g_ptr_array_add(wanted, (char *)(gsize)*places);
    for (guint i = 0; i < wanted->len; i++)
        if (!is_covered(wanted, i, wanted->pdata[i]))
            g_ptr_array_add(missing, wanted->pdata[i]);
    return missing;
}

/* A place that lies in one that is walked later is told of by that one. */
static void
add_places(Walk *walk, const GPtrArray *places)
{
    for (guint i = 0; i < places->len; i++) {
        for (guint k = walk->places->len; k-- > 0;)
            if (path_is_under(walk->places->pdata[k], places->pdata[i]))
                g_ptr_array_remove_index(walk->places, k);
        g_ptr_array_add(walk->places, g_strdup(places->pdata[i]));
    }
}

bool
walk_ensure(History *history, const char *const *places, GError **error)
{
    if (!commits_load(history, error))
        return false;
    bool ok = history->walk != NULL || begin_walk(history, error);
    if (ok) {
        g_autoptr(GPtrArray) missing = find_missing(history->walk, places);
        ok = missing->len == 0 || compare_all(history, missing, false, error);
        if (ok)
            add_places(history->walk, missing);
    }
    if (!ok) /* half a walk would answer wrongly */
        g_clear_pointer(&history->walk, walk_free);
    return ok;
}

const GPtrArray *
walk_changes(const Walk *walk, const char *path)
{
    return g_hash_table_lookup(walk->by_path, path);
}

int
change_compare(const void *left, const void *right)
{
    const Change *a = *(Change *const *)left, *b = *(Change *const *)right;
    if (a->commit != b->commit)
        return a->commit < b->commit ? -1 : 1;
    return strcmp(a->path, b->path);
}

GPtrArray *
walk_changes_in(const Walk *walk, guint commit)
{
    GPtrArray *found = g_ptr_array_new();
    GHashTableIter iterator;
    void *changes;
    g_hash_table_iter_init(&iterator, walk->by_path);
    while (g_hash_table_iter_next(&iterator, NULL, &changes)) {
        const GPtrArray *list = changes;
        for (guint i = 0; i < list->len; i++)
            if (((const Change *)list->pdata[i])->commit == commit)
                g_ptr_array_add(found, list->pdata[i]);
    }
    g_ptr_array_sort(found, change_compare);
    return found;
}

GPtrArray *
walk_changes_under(const Walk *walk, const char *place)
{
    GPtrArray *found = g_ptr_array_new();
    GHashTableIter iterator;
    void *path, *changes;
    g_hash_table_iter_init(&iterator, walk->by_path);
    while (g_hash_table_iter_next(&iterator, &path, &changes))
        if (path_is_under(path, place))
            g_ptr_array_extend(found, changes, NULL, NULL);
    g_ptr_array_sort(found, change_compare);
    return found;
}
