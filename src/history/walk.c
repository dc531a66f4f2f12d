#include "history/walk.h"

#include "base/quit.h"
#include "history/tree_cache.h"

#include <string.h>

enum { DEEPEST_FOLDER = 128 };

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

/* --- One commit against its parents ---------------------------------------------------------------------------- */

typedef struct {
    History *history;
    TreeCache *cache;
    guint commit;
    int depth;
} Comparing;

/* One path: mine is what the commit has there, theirs what the parents have; a NULL name is nothing. */
static bool compare_entry(Comparing *comparing, const char *path, const TreeEntry *mine, const TreeEntry *theirs,
                          guint n_parents, GError **error);

static bool
same_entry(const TreeEntry *left, const TreeEntry *right)
{
    if (left->name == NULL || right->name == NULL)
        return left->name == right->name;
    return left->is_folder == right->is_folder && git_oid_equal(&left->id, &right->id);
}

static bool
same_as_a_parent(const TreeEntry *mine, const TreeEntry *theirs, guint n_parents)
{
    for (guint p = 0; p < n_parents; p++)
        if (same_entry(mine, &theirs[p]))
            return true;
    return n_parents == 0 && mine->name == NULL;
}

static void
add_change(Comparing *comparing, const char *path, const TreeEntry *mine, bool in_parents)
{
    History *history = comparing->history;
    Change *change = arena_new_one(history->arena, Change);
    change->path = history_intern(history, path);
    change->commit = comparing->commit;
    change->deleted = mine->name == NULL;
    change->added = !in_parents;
    if (!change->deleted)
        change->blob = mine->id;
    GPtrArray *changes = g_hash_table_lookup(history->walk->by_path, change->path);
    if (changes == NULL) {
        changes = g_ptr_array_new();
        g_hash_table_insert(history->walk->by_path, (char *)(gsize)change->path, changes);
    }
    g_ptr_array_add(changes, change);
}

/* The trees of one folder, side by side: the commit's first, then the parents'. A missing one is empty. */
typedef struct {
    Tree **trees;
    guint *at; /* the next entry of each */
    guint n;
} Sides;

static void
sides_clear(Sides *sides)
{
    for (guint i = 0; i < sides->n; i++)
        if (sides->trees[i] != NULL)
            tree_unref(sides->trees[i]);
    g_free(sides->trees);
    g_free(sides->at);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Sides, sides_clear)

static const TreeEntry *
next_entry(const Sides *sides, guint side)
{
    const Tree *tree = sides->trees[side];
    return tree == NULL || sides->at[side] >= tree->entries->len
               ? NULL
               : &g_array_index(tree->entries, TreeEntry, sides->at[side]);
}

/* The smallest entry that any side comes to next: NULL at the end. Fills row with what each side has by that name. */
static const TreeEntry *
next_row(Sides *sides, TreeEntry *row)
{
    const TreeEntry *first = NULL;
    for (guint i = 0; i < sides->n; i++) {
        const TreeEntry *entry = next_entry(sides, i);
        if (entry != NULL && (first == NULL || tree_entry_compare(entry, first) < 0))
            first = entry;
    }
    for (guint i = 0; first != NULL && i < sides->n; i++) {
        const TreeEntry *entry = next_entry(sides, i);
        bool here = entry != NULL && tree_entry_compare(entry, first) == 0;
        row[i] = here ? *entry : (TreeEntry){0};
        sides->at[i] += here;
    }
    return first;
}

static char *
path_below(const char *folder, const TreeEntry *entry)
{
    const char *slash = *folder == '\0' ? "" : "/";
    return g_strdup_printf("%s%s%.*s", folder, slash, (int)entry->length, entry->name);
}

static bool
compare_rows(Comparing *comparing, const char *folder, Sides *sides, GError **error)
{
    g_autofree TreeEntry *row = g_new0(TreeEntry, sides->n);
    const TreeEntry *entry;
    while ((entry = next_row(sides, row)) != NULL) {
        if (same_as_a_parent(&row[0], row + 1, sides->n - 1))
            continue;
        g_autofree char *path = path_below(folder, entry);
        if (!compare_entry(comparing, path, &row[0], row + 1, sides->n - 1, error))
            return false;
    }
    return true;
}

static bool
open_side(Comparing *comparing, const TreeEntry *entry, Tree **tree, GError **error)
{
    return entry->name == NULL || !entry->is_folder || tree_cache_get(comparing->cache, &entry->id, tree, error);
}

static bool
compare_folders(Comparing *comparing, const char *path, const TreeEntry *mine, const TreeEntry *theirs, guint n_parents,
                GError **error)
{
    g_auto(Sides) sides = {g_new0(Tree *, n_parents + 1), g_new0(guint, n_parents + 1), n_parents + 1};
    if (!open_side(comparing, mine, &sides.trees[0], error))
        return false;
    for (guint p = 0; p < n_parents; p++)
        if (!open_side(comparing, &theirs[p], &sides.trees[p + 1], error))
            return false;
    if (++comparing->depth > DEEPEST_FOLDER)
        return fail(error, PLEAT_ERROR_INPUT, "\"%s\" in git is nested too deeply", path);
    bool ok = compare_rows(comparing, path, &sides, error);
    comparing->depth--;
    return ok;
}

static bool
any_is(const TreeEntry *mine, const TreeEntry *theirs, guint n_parents, bool folder)
{
    for (guint p = 0; p < n_parents; p++)
        if (theirs[p].name != NULL && theirs[p].is_folder == folder)
            return true;
    return mine != NULL && mine->name != NULL && mine->is_folder == folder;
}

/* Names that would break messages and headers are left out: no work tree could have listed them either. */
static bool
has_good_name(Comparing *comparing, const char *path)
{
    bool good = g_utf8_validate(path, -1, NULL) && strchr(path, '\n') == NULL;
    if (good)
        return true;
    g_autofree char *shown = g_strescape(path, NULL);
    const char *kept = history_intern(comparing->history, shown);
    problems_warn(comparing->history->notes, (Place){.file = kept}, "left out of the history: its name is not UTF-8");
    return false;
}

static bool
compare_entry(Comparing *comparing, const char *path, const TreeEntry *mine, const TreeEntry *theirs, guint n_parents,
              GError **error)
{
    if (same_as_a_parent(mine, theirs, n_parents))
        return true;
    if (comparing->depth > 0 && walk_covers(comparing->history->walk, path))
        return true; /* an earlier walk has been there */
    if (any_is(mine, theirs, n_parents, false) && has_good_name(comparing, path)) {
        const TreeEntry nothing = {0}, *file = mine->name != NULL && !mine->is_folder ? mine : &nothing;
        bool in_parents = any_is(NULL, theirs, n_parents, false), in_all = n_parents > 0;
        for (guint p = 0; p < n_parents; p++)
            in_all = in_all && theirs[p].name != NULL && !theirs[p].is_folder;
        if (file->name != NULL || in_all) /* absent here and in a parent too: that parent's doing */
            add_change(comparing, path, file, in_parents);
    }
    return !any_is(mine, theirs, n_parents, true) || compare_folders(comparing, path, mine, theirs, n_parents, error);
}

/* --- All commits ----------------------------------------------------------------------------------------------- */

static bool
compare_commit(Comparing *comparing, const char *place, GError **error)
{
    const Commits *commits = comparing->history->commits;
    const Commit *commit = commits_get(commits, comparing->commit);
    TreeEntry mine;
    g_autofree TreeEntry *theirs = g_new0(TreeEntry, commit->n_parents + 1);
    if (!tree_cache_find(comparing->cache, &commit->tree, place, &mine, error))
        return false;
    for (guint p = 0; p < commit->n_parents; p++) {
        const Commit *parent = commits_get(commits, commit->parents[p]);
        if (!tree_cache_find(comparing->cache, &parent->tree, place, &theirs[p], error))
            return false;
    }
    comparing->depth = 0;
    return compare_entry(comparing, place, &mine, theirs, commit->n_parents, error);
}

static bool
walk_places(History *history, const GPtrArray *places, GError **error)
{
    TreeCache *cache = tree_cache_new(history);
    Comparing comparing = {.history = history, .cache = cache};
    bool ok = true;
    for (guint i = 0; ok && i < history->commits->list->len; i++) {
        comparing.commit = i;
        ok = quit_check(error);
        for (guint p = 0; ok && p < places->len; p++)
            ok = compare_commit(&comparing, places->pdata[p], error);
    }
    tree_cache_free(cache);
    return ok;
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

bool
walk_ensure(History *history, const char *const *places, GError **error)
{
    if (!commits_load(history, error))
        return false;
    if (history->walk == NULL)
        history->walk = walk_new();
    g_autoptr(GPtrArray) wanted = g_ptr_array_new(), missing = g_ptr_array_new();
    for (; *places != NULL; places++)
        if (!walk_covers(history->walk, *places))
            g_ptr_array_add(wanted, (char *)(gsize)*places);
    for (guint i = 0; i < wanted->len; i++)
        if (!is_covered(wanted, i, wanted->pdata[i]))
            g_ptr_array_add(missing, wanted->pdata[i]);
    if (missing->len > 0 && !walk_places(history, missing, error)) {
        g_clear_pointer(&history->walk, walk_free); /* half a walk would answer wrongly */
        return false;
    }
    for (guint i = 0; i < missing->len; i++)
        g_ptr_array_add(history->walk->places, g_strdup(missing->pdata[i]));
    return true;
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
