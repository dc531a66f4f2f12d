/* What stood around a version of a file: before it, and beside it in the same commit. */
#include "history/renames.h"
#include "history/tree_cache.h"

#include <string.h>

static const char *
hex_of(History *history, const git_oid *id)
{
    char hex[GIT_OID_HEXSZ + 1];
    git_oid_hex(id, hex);
    return history_intern(history, hex);
}

/* The change that a version tells of: NULL when it is none of this History's. */
static const Change *
change_of(const History *history, const FileVersion *version)
{
    g_autofree char *full = history_full_path(history, version->path);
    const GPtrArray *changes = walk_changes(history->walk, full);
    for (guint i = 0; changes != NULL && i < changes->len; i++) {
        const Change *change = changes->pdata[i];
        if (change->commit == version->order)
            return change;
    }
    return NULL;
}

static bool
find_before(History *history, TreeCache *cache, guint place, const char *full, FileVersion **out, GError **error)
{
    const Commit *parent = commits_get(history->commits, place);
    TreeEntry entry;
    if (!tree_cache_find(cache, &parent->tree, full, &entry, error))
        return false;
    g_autofree char *shown = history_shown_path(history, full);
    FileVersion *before = arena_new_one(history->arena, FileVersion);
    before->path = history_intern(history, shown);
    before->commit = hex_of(history, &parent->id);
    before->order = place;
    if (entry.name != NULL && !entry.is_folder)
        before->blob = hex_of(history, &entry.id);
    *out = before;
    return true;
}

/* In a commit that was compared and has one parent, what that has there is known. */
static FileVersion *
known_before(History *history, const Change *change, const FileVersion *version, guint place)
{
    const Commit *parent = commits_get(history->commits, place);
    FileVersion *before = arena_new_one(history->arena, FileVersion);
    before->path = version->path;
    before->commit = hex_of(history, &parent->id);
    before->order = place;
    before->blob = change->added ? NULL : hex_of(history, &change->before);
    return before;
}

static bool
look_before(History *history, const FileVersion *version, const char *renamed, GPtrArray *found, GError **error)
{
    const Commit *commit = commits_get(history->commits, version->order);
    g_autofree char *full = history_full_path(history, version->path);
    g_autoptr(TreeCache) cache = tree_cache_new(history, history->objects);
    for (guint p = 0; p < commit->n_parents; p++) {
        const guint parent = commit->parents[p];
        FileVersion *old = NULL;
        if (!find_before(history, cache, parent, full, &old, error) ||
            (old->blob == NULL && renamed != NULL && !find_before(history, cache, parent, renamed, &old, error)))
            return false;
        g_ptr_array_add(found, old);
    }
    return true;
}

bool
history_before(History *history, const FileVersion *version, GPtrArray **before, GError **error)
{
    const Change *change = change_of(history, version);
    const Commit *commit = commits_get(history->commits, version->order);
    const char *renamed = NULL;
    if (change != NULL && change->added && !renames_source(history, change, &renamed, error))
        return false;
    g_autoptr(GPtrArray) found = g_ptr_array_new();
    if (change != NULL && renamed == NULL && commit->n_parents == 1)
        g_ptr_array_add(found, known_before(history, change, version, commit->parents[0]));
    else if (!look_before(history, version, renamed, found, error))
        return false;
    *before = g_steal_pointer(&found);
    return true;
}

bool
history_in_head(History *history, const char *path, const FileVersion **out, GError **error)
{
    *out = NULL;
    if (!commits_load(history, error))
        return false;
    if (history->commits->list->len == 0)
        return true;
    g_autoptr(TreeCache) cache = tree_cache_new(history, history->objects);
    g_autofree char *full = history_full_path(history, path);
    FileVersion *found;
    if (!find_before(history, cache, 0, full, &found, error))
        return false;
    *out = found;
    return true;
}

/* The commit before one in which nothing happened to the path; NOT_REACHED: that cannot be said so fast. */
static guint
quiet_parent(const History *history, const FileVersion *here)
{
    const Commit *commit = commits_get(history->commits, here->order);
    return commit->n_parents == 1 && change_of(history, here) == NULL ? commit->parents[0] : NOT_REACHED;
}

/* Back from HEAD, as long as one parent of those that know the younger version says the same. */
static bool
go_back(History *history, const guint8 *knows, HistorySame *same, void *data, FileVersion *here, GError **error)
{
    for (bool goes_on = true; goes_on;) {
        g_autoptr(GPtrArray) before = NULL;
        const guint quiet = quiet_parent(history, here);
        if (quiet != NOT_REACHED) {
            here->order = quiet;
            continue;
        }
        if (!history_before(history, here, &before, error))
            return false;
        goes_on = false;
        for (guint i = 0; i < before->len && !goes_on; i++) {
            const FileVersion *parent = before->pdata[i];
            goes_on = knows[parent->order] && same(parent, data);
            if (goes_on)
                *here = *parent;
        }
    }
    return true;
}

/* What stands at a path in one commit, as if that had put it there. */
static bool
version_in(History *history, guint commit, const char *path, const FileVersion **out, GError **error)
{
    g_autoptr(TreeCache) cache = tree_cache_new(history, history->objects);
    g_autofree char *full = history_full_path(history, path);
    TreeEntry entry;
    if (!tree_cache_find(cache, &commits_get(history->commits, commit)->tree, full, &entry, error))
        return false;
    Change *change = arena_new_one(history->arena, Change);
    change->path = history_intern(history, full);
    change->commit = commit;
    change->deleted = entry.name == NULL || entry.is_folder;
    if (!change->deleted)
        change->blob = entry.id;
    return change_version(history, change, out, error);
}

bool
history_kept(History *history, const FileVersion *younger, const char *path, HistorySame *same, void *data,
             const FileVersion **out, GError **error)
{
    g_autofree guint8 *knows = commits_descendants(history->commits, younger->order);
    FileVersion here = {.path = path};
    *out = NULL;
    if (!go_back(history, knows, same, data, &here, error))
        return false;
    return commits_get(history->commits, here.order)->n_parents < 2 ||
           version_in(history, here.order, here.path, out, error);
}

bool
history_beside(History *history, const FileVersion *version, GPtrArray **versions, GError **error)
{
    g_autoptr(GPtrArray) changes = walk_changes_in(history->walk, version->order);
    g_autoptr(GPtrArray) found = g_ptr_array_new();
    for (guint i = 0; i < changes->len; i++) {
        const FileVersion *beside = NULL;
        if (!change_version(history, changes->pdata[i], &beside, error))
            return false;
        g_ptr_array_add(found, (FileVersion *)(gsize)beside);
    }
    *versions = g_steal_pointer(&found);
    return true;
}

bool
history_is_within(History *history, const char *older, const char *newer, bool *within, GError **error)
{
    git_oid old_id, new_id;
    guint old_place, new_place;
    if (!commits_load(history, error))
        return false;
    *within = git_oid_fromstr(&old_id, older) == 0 && git_oid_fromstr(&new_id, newer) == 0 &&
              commits_find(history->commits, &old_id, &old_place) &&
              commits_find(history->commits, &new_id, &new_place) &&
              commits_is_within(history->commits, old_place, new_place);
    return true;
}

bool
history_blob(History *history, const char *prefix, const char **blob)
{
    git_oid shortened, whole;
    if (git_oid_fromstrn(&shortened, prefix, strlen(prefix)) < 0 ||
        git_odb_exists_prefix(&whole, history->odb, &shortened, strlen(prefix)) < 0)
        return false;
    *blob = hex_of(history, &whole);
    return true;
}

bool
history_patch(History *history, const char *path, const char *older, const char *newer, char **patch, GError **error)
{
    g_autoptr(git_patch) made = NULL;
    g_auto(git_buf) text = GIT_BUF_INIT;
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    options.flags = GIT_DIFF_FORCE_TEXT;
    if (git_patch_from_buffers(&made, older, older == NULL ? 0 : strlen(older), path, newer,
                               newer == NULL ? 0 : strlen(newer), path, &options) < 0 ||
        git_patch_to_buf(&text, made) < 0)
        return git_fail(history, error, "cannot compare two versions of \"%s\"", path);
    *patch = g_strndup(text.ptr == NULL ? "" : text.ptr, text.size);
    return true;
}
