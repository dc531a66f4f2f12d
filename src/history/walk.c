#include "history/walk.h"

#include "history/compare.h"

#include <string.h>

struct Walk {
    GHashTable *by_path; /* interned path -> PathChanges */
    GPtrArray *all;      /* of Change: newest first, by path within a commit, when sorted */
    bool sorted;
    GPtrArray *under;  /* what was asked for last of all; NULL: nothing, or more has been added since */
    char *under_what;  /* the places, as one text */
    GPtrArray *places; /* what has been walked: char * */
    GPtrArray *asked;  /* what is asked for: char * */
};

void
walk_free(Walk *walk)
{
    if (walk == NULL)
        return;
    g_hash_table_unref(walk->by_path);
    g_ptr_array_unref(walk->all);
    g_clear_pointer(&walk->under, g_ptr_array_unref);
    g_free(walk->under_what);
    g_ptr_array_unref(walk->places);
    g_ptr_array_unref(walk->asked);
    g_free(walk);
}

bool
path_is_under(const char *path, const char *place)
{
    size_t length = strlen(place);
    return length == 0 || (strncmp(path, place, length) == 0 && (path[length] == '/' || path[length] == '\0'));
}

static bool
is_under_any(const char *path, const GPtrArray *places)
{
    for (guint i = 0; i < places->len; i++)
        if (path_is_under(path, places->pdata[i]))
            return true;
    return false;
}

bool
walk_covers(const Walk *walk, const char *path)
{
    return walk != NULL && is_under_any(path, walk->places);
}

GPtrArray *
walk_places(const Walk *walk)
{
    GPtrArray *places = g_ptr_array_new();
    for (guint i = 0; i < walk->places->len; i++)
        g_ptr_array_add(places, walk->places->pdata[i]);
    return places;
}

bool
walk_asks_for(const Walk *walk, const char *path)
{
    return walk != NULL && is_under_any(path, walk->asked);
}

void
walk_forget_asked(Walk *walk)
{
    g_ptr_array_set_size(walk->asked, 0);
}

PathChanges *
walk_path(History *history, const char *path)
{
    PathChanges *changes = g_hash_table_lookup(history->walk->by_path, path);
    if (changes != NULL)
        return changes;
    changes = g_new0(PathChanges, 1);
    changes->path = history_intern(history, path);
    changes->changes = g_ptr_array_new();
    g_hash_table_insert(history->walk->by_path, (char *)(gsize)changes->path, changes);
    return changes;
}

static void
path_changes_free(void *data)
{
    PathChanges *changes = data;
    g_ptr_array_unref(changes->changes);
    g_free(changes);
}

void
walk_add(History *history, PathChanges *of, const Change *change)
{
    Change *added = arena_new_one(history->arena, Change);
    *added = *change;
    added->path = of->path;
    g_ptr_array_add(of->changes, added);
    g_ptr_array_add(history->walk->all, added);
    g_clear_pointer(&history->walk->under, g_ptr_array_unref);
}

/* --- All commits ----------------------------------------------------------------------------------------------- */

static bool
compare_commits(History *history, const GPtrArray *places, bool only_new, GError **error)
{
    g_autoptr(GArray) commits = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint i = 0; i < history->commits->list->len; i++)
        if (!only_new || !history->commits->is_kept[i])
            g_array_append_val(commits, i);
    history->walk->sorted = false;
    return compare_all(history, places, commits, error);
}

/* Changes of new commits stand behind kept ones. */
static void
sort_paths(Walk *walk)
{
    GHashTableIter iterator;
    void *of;
    g_hash_table_iter_init(&iterator, walk->by_path);
    while (g_hash_table_iter_next(&iterator, NULL, &of))
        g_ptr_array_sort(((PathChanges *)of)->changes, change_compare);
}

static Walk *
walk_new(void)
{
    Walk *walk = g_new0(Walk, 1);
    walk->by_path = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, path_changes_free);
    walk->all = g_ptr_array_new();
    walk->sorted = true;
    walk->places = g_ptr_array_new_with_free_func(g_free);
    walk->asked = g_ptr_array_new_with_free_func(g_free);
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
    keep_restore(history); /* in the order of the commits as they were sorted then */
    history->walk->sorted = history->commits->n_kept == history->commits->list->len;
    if (history->commits->n_kept < history->commits->list->len) {
        if (!compare_commits(history, places, true, error))
            return false;
        sort_paths(history->walk);
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

static void
add_asked(Walk *walk, const char *const *places)
{
    for (; *places != NULL; places++)
        if (!is_under_any(*places, walk->asked))
            g_ptr_array_add(walk->asked, g_strdup(*places));
}

bool
walk_ensure(History *history, const char *const *places, GError **error)
{
    if (!commits_load(history, error))
        return false;
    bool ok = history->walk != NULL || begin_walk(history, error);
    if (ok) {
        g_autoptr(GPtrArray) missing = find_missing(history->walk, places);
        ok = missing->len == 0 || compare_commits(history, missing, false, error);
        if (ok)
            add_places(history->walk, missing);
        add_asked(history->walk, places);
    }
    if (!ok) /* half a walk would answer wrongly */
        g_clear_pointer(&history->walk, walk_free);
    return ok;
}

const GPtrArray *
walk_changes(const Walk *walk, const char *path)
{
    const PathChanges *changes = g_hash_table_lookup(walk->by_path, path);
    return changes == NULL ? NULL : changes->changes;
}

int
change_compare(const void *left, const void *right)
{
    const Change *a = *(Change *const *)left, *b = *(Change *const *)right;
    if (a->commit != b->commit)
        return a->commit < b->commit ? -1 : 1;
    return a->path == b->path ? 0 : strcmp(a->path, b->path);
}

static const GPtrArray *
all_sorted(Walk *walk)
{
    if (!walk->sorted)
        g_ptr_array_sort(walk->all, change_compare);
    walk->sorted = true;
    return walk->all;
}

/* The first change of a commit, or of an older one. */
static guint
find_commit(const GPtrArray *all, guint commit)
{
    guint low = 0, high = all->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (((const Change *)all->pdata[middle])->commit < commit)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

GPtrArray *
walk_changes_in(Walk *walk, guint commit)
{
    GPtrArray *found = g_ptr_array_new();
    const GPtrArray *all = all_sorted(walk);
    for (guint i = find_commit(all, commit); i < all->len; i++) {
        Change *change = all->pdata[i];
        if (change->commit != commit)
            break;
        if (is_under_any(change->path, walk->asked))
            g_ptr_array_add(found, change);
    }
    return found;
}

/* The paths, as they are interned, that lie in one of the places. */
static GHashTable *
paths_under(const Walk *walk, const char *const *places)
{
    GHashTable *paths = g_hash_table_new(NULL, NULL);
    GHashTableIter iterator;
    void *path;
    g_hash_table_iter_init(&iterator, walk->by_path);
    while (g_hash_table_iter_next(&iterator, &path, NULL))
        for (const char *const *place = places; *place != NULL; place++)
            if (path_is_under(path, *place))
                g_hash_table_add(paths, path);
    return paths;
}

static GPtrArray *
changes_under(Walk *walk, const char *const *places)
{
    const GPtrArray *all = all_sorted(walk);
    GPtrArray *found = g_ptr_array_sized_new(all->len);
    g_autoptr(GHashTable) paths = paths_under(walk, places);
    for (guint i = 0; i < all->len; i++)
        if (g_hash_table_contains(paths, ((const Change *)all->pdata[i])->path))
            g_ptr_array_add(found, all->pdata[i]);
    return found;
}

GPtrArray *
walk_changes_under(Walk *walk, const char *const *places)
{
    g_autofree char *what = g_strjoinv("\n", (char **)(gsize)places); /* no path has line ends: has_good_name() */
    if (walk->under == NULL || strcmp(walk->under_what, what) != 0) {
        g_clear_pointer(&walk->under, g_ptr_array_unref);
        g_free(walk->under_what);
        walk->under = changes_under(walk, places);
        walk->under_what = g_steal_pointer(&what);
    }
    return g_ptr_array_ref(walk->under);
}
