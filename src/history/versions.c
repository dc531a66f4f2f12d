/* The versions of one file, and its contents. */
#include "history/renames.h"

#include <string.h>

/* --- A change as others see it --------------------------------------------------------------------------------- */

static const char *
intern_hex(History *history, const git_oid *id)
{
    char hex[GIT_OID_HEXSZ + 1];
    git_oid_hex(id, hex);
    return history_intern(history, hex);
}

/* A commit may say that it is written in another encoding, and may lie about it. */
static const char *
intern_utf8(History *history, const char *text, const char *encoding)
{
    text = text == NULL ? "" : text;
    g_autofree char *converted = NULL;
    if (encoding != NULL && !g_utf8_validate(text, -1, NULL))
        converted = g_convert(text, -1, "UTF-8", encoding, NULL, NULL, NULL);
    g_autofree char *valid = g_utf8_make_valid(converted != NULL ? converted : text, -1);
    return history_intern(history, valid);
}

bool
change_version(History *history, Change *change, const FileVersion **out, GError **error)
{
    if (change->version != NULL) {
        *out = change->version;
        return true;
    }
    const Commit *place = commits_get(history->commits, change->commit);
    g_autoptr(git_commit) commit = NULL;
    if (git_commit_lookup(&commit, history->repository, &place->id) < 0)
        return git_fail(history, error, "cannot read the commit %.12s", intern_hex(history, &place->id));
    g_autofree char *shown = history_shown_path(history, change->path);
    const git_signature *author = git_commit_author(commit);
    FileVersion *version = arena_new_one(history->arena, FileVersion);
    version->path = history_intern(history, shown);
    version->blob = change->deleted ? NULL : intern_hex(history, &change->blob);
    version->commit = intern_hex(history, &place->id);
    version->date = author->when.time;
    version->offset = author->when.offset;
    version->author = intern_utf8(history, author->name, git_commit_message_encoding(commit));
    version->subject = intern_utf8(history, git_commit_summary(commit), git_commit_message_encoding(commit));
    version->order = change->commit;
    *out = change->version = version;
    return true;
}

bool
history_content(History *history, const FileVersion *version, GBytes **content, GError **error)
{
    git_oid id;
    g_autoptr(GBytes) bytes = NULL;
    if (version->blob == NULL)
        return fail(error, PLEAT_ERROR_INPUT, "\"%s\" was deleted in %.12s", version->path, version->commit);
    if (git_oid_fromstr(&id, version->blob) < 0)
        return fail(error, PLEAT_ERROR_INPUT, "\"%s\" is no blob", version->blob);
    if (!git_read_blob(history, &id, version->path, HISTORY_LARGEST_BLOB, &bytes, error))
        return false;
    if (file_is_lfs_pointer(bytes)) {
        fail(error, PLEAT_ERROR_INPUT, "\"%s\" in commit %.12s is a Git LFS pointer, not the file itself",
             version->path, version->commit);
        return fail_hint(error, "keep SQL and YAML out of LFS: their history is what pleat recovers bodies from");
    }
    *content = g_steal_pointer(&bytes);
    return true;
}

/* --- Through renames ------------------------------------------------------------------------------------------- */

typedef struct {
    History *history;
    GHashTable *changes; /* set of Change: the versions found */
    GHashTable *asked;   /* set of "path@commit" */
    GQueue *waiting;     /* of Source */
} Following;

/* A name that the file had before the commit that gave it another. No bound: the name that was asked for. */
typedef struct {
    const char *path;
    const Change *renamed; /* NULL: no bound */
} Source;

static void
wait_for(Following *following, const char *path, const Change *renamed)
{
    g_autofree char *key = g_strdup_printf("%s@%u", path, renamed == NULL ? 0 : renamed->commit + 1);
    if (!g_hash_table_add(following->asked, g_strdup(key)))
        return;
    Source *source = g_new0(Source, 1);
    source->path = path;
    source->renamed = renamed;
    g_queue_push_tail(following->waiting, source);
}

/* Walks the folder of a file that came from elsewhere: its neighbours will be asked for next. */
static bool
ensure_source(History *history, const char *path, GError **error)
{
    if (walk_asks_for(history->walk, path))
        return true;
    g_autofree char *folder = g_path_get_dirname(path);
    const char *places[] = {strcmp(folder, ".") == 0 ? path : folder, NULL};
    return walk_ensure(history, places, error);
}

/*
 * One name's changes, newest first. Commits after the renaming one that have the old name are about another file, and
 * commits before the one that moved something else to this name are, too. Commits beside it, on other branches, are
 * about this file: a merge brings them together.
 */
static bool
follow_name(Following *following, const Source *source, GError **error)
{
    History *history = following->history;
    if (!ensure_source(history, source->path, error))
        return false;
    const GPtrArray *changes = walk_changes(history->walk, source->path);
    enum { OLDER = 2 }; /* apart from the descendants' ones */
    g_autofree guint8 *not_ours = source->renamed == NULL
                                      ? g_malloc0(history->commits->list->len + 1)
                                      : commits_descendants(history->commits, source->renamed->commit);
    for (guint i = 0; changes != NULL && i < changes->len; i++) {
        Change *change = changes->pdata[i];
        const char *from = NULL;
        if (not_ours[change->commit])
            continue;
        g_hash_table_add(following->changes, change);
        if (change->added && !renames_source(history, change, &from, error))
            return false;
        if (from == NULL)
            continue;
        wait_for(following, from, change);
        const guint last = ((const Change *)changes->pdata[changes->len - 1])->commit;
        commits_mark_ancestors(history->commits, change->commit, last, OLDER, not_ours);
    }
    return true;
}

static GPtrArray *
sorted_keys(GHashTable *set)
{
    GPtrArray *array = g_ptr_array_new();
    GHashTableIter iterator;
    void *key;
    g_hash_table_iter_init(&iterator, set);
    while (g_hash_table_iter_next(&iterator, &key, NULL))
        g_ptr_array_add(array, key);
    g_ptr_array_sort(array, change_compare);
    return array;
}

static bool
follow(Following *following, const char *path, GPtrArray *versions, GError **error)
{
    wait_for(following, path, NULL);
    for (Source *source; (source = g_queue_pop_head(following->waiting)) != NULL; g_free(source))
        if (!follow_name(following, source, error)) {
            g_free(source);
            return false;
        }
    g_autoptr(GPtrArray) changes = sorted_keys(following->changes);
    for (guint i = 0; i < changes->len; i++) {
        const FileVersion *version;
        if (!change_version(following->history, changes->pdata[i], &version, error))
            return false;
        g_ptr_array_add(versions, (FileVersion *)(gsize)version);
    }
    return true;
}

/* Walks the topmost folder of a path of the project, so that the next path is found walked already. */
static bool
ensure_path(History *history, const char *full, GError **error)
{
    if (walk_asks_for(history->walk, full))
        return true;
    size_t prefix = strlen(history->prefix);
    bool inside = path_is_under(full, history->prefix);
    size_t start = inside && prefix > 0 && full[prefix] == '/' ? prefix + 1 : 0;
    g_autofree char *top = g_strndup(full, start + strcspn(full + start, "/"));
    const char *places[] = {top, NULL};
    return walk_ensure(history, places, error);
}

bool
history_versions(History *history, const char *path, GPtrArray **versions, GError **error)
{
    g_autofree char *full = history_full_path(history, path);
    if (!ensure_path(history, full, error))
        return false;
    g_autoptr(GPtrArray) found = g_ptr_array_new();
    g_autoptr(GHashTable) changes = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) asked = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GQueue waiting = G_QUEUE_INIT;
    Following following = {history, changes, asked, &waiting};
    bool ok = follow(&following, history_intern(history, full), found, error);
    g_queue_clear_full(&waiting, g_free);
    if (ok)
        *versions = g_steal_pointer(&found);
    return ok;
}

/* --- Places ---------------------------------------------------------------------------------------------------- */

bool
history_watch(History *history, const char *const *folders, GError **error)
{
    g_autoptr(GPtrArray) places = g_ptr_array_new_with_free_func(g_free);
    for (; *folders != NULL; folders++)
        g_ptr_array_add(places, history_full_path(history, *folders));
    g_ptr_array_add(places, NULL);
    if (history->walk != NULL)
        walk_forget_asked(history->walk);
    return walk_ensure(history, (const char *const *)places->pdata, error);
}
