#include "history/compare.h"

#include <string.h>

enum { DEEPEST_FOLDER = 128 };

typedef enum { OUTSIDE, ABOVE, INSIDE } Standing;

static Standing
standing_of(const Comparing *comparing, const char *path)
{
    Standing standing = OUTSIDE;
    for (guint i = 0; i < comparing->places->len; i++) {
        const char *place = comparing->places->pdata[i];
        if (path_is_under(path, place))
            return walk_covers(comparing->history->walk, path) ? OUTSIDE : INSIDE; /* an earlier walk has been there */
        if (path_is_under(place, path))
            standing = ABOVE;
    }
    return standing;
}

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

/* The trees of one folder, side by side: the commit's first, then the parents'. A missing one is empty. */
typedef struct {
    Tree *tree;
    TreeCursor ahead; /* behind its next entry */
    TreeEntry entry;
} Side;

enum { FEW = 3 }; /* a commit, and a merge of two */

typedef struct {
    Side *sides;
    TreeCursor *cursors; /* of each */
    TreeEntry *row;
    guint n;
    Side few_sides[FEW];
    TreeCursor few_cursors[FEW];
    TreeEntry few_entries[FEW];
} Sides;

static void
sides_init(Sides *sides, guint n)
{
    const bool few = n <= FEW;
    sides->n = n;
    sides->sides = few ? sides->few_sides : g_new(Side, n);
    sides->cursors = few ? sides->few_cursors : g_new(TreeCursor, n);
    sides->row = few ? sides->few_entries : g_new(TreeEntry, n);
    memset(sides->sides, 0, n * sizeof *sides->sides);
}

static void
sides_clear(Sides *sides)
{
    for (guint i = 0; i < sides->n; i++)
        g_clear_pointer(&sides->sides[i].tree, tree_unref);
    if (sides->n > FEW) {
        g_free(sides->sides);
        g_free(sides->cursors);
        g_free(sides->row);
    }
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Sides, sides_clear)

/* The smallest entry that any side comes to next; its name is NULL at the end. Fills row with what each side has by
 * that name. */
static bool
next_row(Sides *sides, TreeEntry *first, GError **error)
{
    tree_skip_common(sides->cursors, sides->n);
    first->name = NULL;
    for (guint i = 0; i < sides->n; i++) {
        Side *side = &sides->sides[i];
        side->ahead = sides->cursors[i];
        if (!tree_next(&side->ahead, &side->entry, error))
            return false;
        if (side->entry.name != NULL && (first->name == NULL || tree_entry_compare(&side->entry, first) < 0))
            *first = side->entry;
    }
    for (guint i = 0; first->name != NULL && i < sides->n; i++) {
        Side *side = &sides->sides[i];
        bool here = side->entry.name != NULL && tree_entry_compare(&side->entry, first) == 0;
        sides->row[i] = here ? side->entry : (TreeEntry){0};
        if (here)
            sides->cursors[i] = side->ahead;
    }
    return true;
}

static char *
path_below(const char *folder, const TreeEntry *entry)
{
    size_t length = strlen(folder), slash = length > 0;
    char *path = g_malloc(length + slash + entry->length + 1);
    memcpy(path, folder, length);
    if (slash)
        path[length] = '/';
    memcpy(path + length + slash, entry->name, entry->length);
    path[length + slash + entry->length] = '\0';
    return path;
}

static bool
compare_rows(Comparing *comparing, const char *folder, Sides *sides, GError **error)
{
    TreeEntry entry;
    bool ok;
    while ((ok = next_row(sides, &entry, error)) && entry.name != NULL) {
        if (same_as_a_parent(&sides->row[0], sides->row + 1, sides->n - 1))
            continue;
        g_autofree char *path = path_below(folder, &entry);
        if (!compare_entry(comparing, path, &sides->row[0], sides->row + 1, sides->n - 1, error))
            return false;
    }
    return ok;
}

static bool
open_side(Comparing *comparing, const TreeEntry *entry, Sides *sides, guint side, GError **error)
{
    if (entry->name != NULL && entry->is_folder &&
        !tree_cache_get(comparing->cache, &entry->id, &sides->sides[side].tree, error))
        return false;
    sides->cursors[side] = tree_start(sides->sides[side].tree);
    return true;
}

static bool
compare_folders(Comparing *comparing, const char *path, const TreeEntry *mine, const TreeEntry *theirs, guint n_parents,
                GError **error)
{
    guint n = n_parents + 1;
    g_auto(Sides) sides;
    sides_init(&sides, n);
    for (guint i = 0; i < n; i++)
        if (!open_side(comparing, i == 0 ? mine : &theirs[i - 1], &sides, i, error))
            return false;
    if (++comparing->depth > DEEPEST_FOLDER)
        return fail(error, PLEAT_ERROR_INPUT, "\"%s\" in git is nested too deeply", path);
    bool ok = compare_rows(comparing, path, &sides, error);
    comparing->depth--;
    return ok;
}

static const TreeEntry *
first_file(const TreeEntry *entries, guint n)
{
    for (guint i = 0; i < n; i++)
        if (entries[i].name != NULL && !entries[i].is_folder)
            return &entries[i];
    return NULL;
}

static bool
all_are_files(const TreeEntry *entries, guint n)
{
    for (guint i = 0; i < n; i++)
        if (entries[i].name == NULL || entries[i].is_folder)
            return false;
    return n > 0;
}

/* A path that is in no file here and is in none of some parent's either is that parent's doing. */
static void
note_change(Comparing *comparing, const char *path, const TreeEntry *mine, const TreeEntry *theirs, guint n_parents)
{
    const TreeEntry *here = first_file(mine, 1), *before = first_file(theirs, n_parents);
    if (here == NULL && !all_are_files(theirs, n_parents))
        return;
    Change change = {.path = arena_strdup(comparing->arena, path), .commit = comparing->commit};
    change.deleted = here == NULL;
    change.added = before == NULL;
    if (here != NULL)
        change.blob = here->id;
    if (before != NULL)
        change.before = before->id;
    g_array_append_val(comparing->found, change);
}

static bool
any_is_folder(const TreeEntry *mine, const TreeEntry *theirs, guint n_parents)
{
    for (guint p = 0; p < n_parents; p++)
        if (theirs[p].name != NULL && theirs[p].is_folder)
            return true;
    return mine->name != NULL && mine->is_folder;
}

static bool
compare_entry(Comparing *comparing, const char *path, const TreeEntry *mine, const TreeEntry *theirs, guint n_parents,
              GError **error)
{
    Standing standing = same_as_a_parent(mine, theirs, n_parents) ? OUTSIDE : standing_of(comparing, path);
    if (standing == OUTSIDE)
        return true;
    if (standing == INSIDE)
        note_change(comparing, path, mine, theirs, n_parents);
    return !any_is_folder(mine, theirs, n_parents) || compare_folders(comparing, path, mine, theirs, n_parents, error);
}

/* --- Its root --------------------------------------------------------------------------------------------------- */

static TreeEntry
root_of(const Commit *commit)
{
    return (TreeEntry){.name = "", .is_folder = true, .id = commit->tree};
}

void
comparing_init(Comparing *comparing, const History *history, const GPtrArray *places)
{
    *comparing = (Comparing){.history = history, .places = places};
    comparing->objects = objects_new(history);
    comparing->cache = tree_cache_new(history, comparing->objects);
    comparing->arena = arena_new();
    comparing->found = g_array_new(FALSE, FALSE, sizeof(Change));
}

void
comparing_clear(Comparing *comparing)
{
    tree_cache_free(comparing->cache);
    objects_free(comparing->objects);
    arena_free(comparing->arena);
    g_array_unref(comparing->found);
}

bool
compare_commit(Comparing *comparing, GError **error)
{
    const Commits *commits = comparing->history->commits;
    const Commit *commit = commits_get(commits, comparing->commit);
    g_autofree TreeEntry *theirs = g_new0(TreeEntry, commit->n_parents + 1);
    TreeEntry mine = root_of(commit);
    for (guint p = 0; p < commit->n_parents; p++)
        theirs[p] = root_of(commits_get(commits, commit->parents[p]));
    comparing->depth = 0;
    return compare_entry(comparing, "", &mine, theirs, commit->n_parents, error);
}
