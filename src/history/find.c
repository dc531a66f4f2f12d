/* Looking through all that ever stood in some folders, for the one content that a database runs. */
#include "base/quit.h"
#include "history/filter.h"
#include "history/renames.h"

#include <string.h>

typedef struct {
    History *history;
    const HistorySearch *search;
    GHashTable *visited; /* set of git_oid */
    GHashTable *sources; /* set of paths outside the folders that have been looked through */
    GHashTable *passed;  /* set of paths that are passed by, as changes have them */
} Finding;

/* As a Change has them: from the repository's root, and interned. */
static GHashTable *
passed_paths(History *history, const HistorySearch *search)
{
    GHashTable *paths = g_hash_table_new(NULL, NULL);
    GHashTableIter iterator;
    void *path;
    if (search->passed_by == NULL)
        return paths;
    g_hash_table_iter_init(&iterator, search->passed_by);
    while (g_hash_table_iter_next(&iterator, &path, NULL)) {
        g_autofree char *full = history_full_path(history, path);
        g_hash_table_add(paths, (char *)(gsize)history_intern(history, full));
    }
    return paths;
}

static bool
is_text(GBytes *content)
{
    size_t size;
    const char *text = g_bytes_get_data(content, &size);
    return g_utf8_validate_len(text, size, NULL); /* which refuses a NUL, too */
}

/* One visit may follow another, for another routine: what has been read is kept, up to this size. */
#define MOST_KEPT ((size_t)64 << 20)

static void
note(History *history, const FileVersion *version, const char *why)
{
    const char *hint = strstr(why, "\nhint: ");
    size_t length = hint == NULL ? strlen(why) : (size_t)(hint - why);
    problems_warn(history->notes, (Place){.file = version->path}, "left out, as of commit %.12s: %.*s", version->commit,
                  (int)length, why);
    if (hint != NULL)
        problems_hint(history->notes, "%s", hint + strlen("\nhint: "));
}

/* A content that can be looked at; NULL, with a note, when it cannot. */
static GBytes *
read_text(History *history, const FileVersion *version)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) content = NULL;
    if (!history_content(history, version, &content, &error))
        note(history, version, error->message);
    else if (!is_text(content))
        note(history, version, "it is not UTF-8 text");
    else
        return g_steal_pointer(&content);
    return NULL;
}

static GBytes *
load(History *history, const Change *change, const FileVersion *version)
{
    void *kept;
    if (g_hash_table_lookup_extended(history->texts, &change->blob, NULL, &kept))
        return kept == NULL ? NULL : g_bytes_ref(kept);
    GBytes *content = read_text(history, version);
    size_t size = content == NULL ? 0 : g_bytes_get_size(content);
    if (history->texts_size + size <= MOST_KEPT) {
        history->texts_size += size;
        g_hash_table_insert(history->texts, (void *)(gsize)&change->blob,
                            content == NULL ? NULL : g_bytes_ref(content));
    }
    return content;
}

static bool
visit(Finding *finding, Change *change, const FileVersion **out, GError **error)
{
    if (change->deleted || g_hash_table_contains(finding->passed, change->path) ||
        !filter_may_hold(finding->history, change, finding->search->words) ||
        !g_hash_table_add(finding->visited, &change->blob))
        return true;
    const FileVersion *version;
    if (!quit_check(error) || !change_version(finding->history, change, &version, error))
        return false;
    g_autoptr(GBytes) content = load(finding->history, change, version);
    if (content != NULL && finding->search->matches(version, content, finding->search->data))
        *out = version;
    return true;
}

/* How many filters are made at once, at first; then always as many as before, for most searches end early. */
enum { FIRST_AHEAD = 100 };

/* From one place among the changes to before another, the newest first. */
static bool
visit_from(Finding *finding, guint from, guint end, const GPtrArray *changes, const FileVersion **out, GError **error)
{
    guint ahead = from;
    for (guint i = from; *out == NULL && i < end; i++) {
        if (i == ahead && finding->search->words != NULL) {
            ahead = MIN(end, i + MAX(FIRST_AHEAD, i - from));
            filter_make_all(finding->history, (Change *const *)changes->pdata + i, ahead - i);
        }
        if (!visit(finding, changes->pdata[i], out, error))
            return false;
    }
    return true;
}

/* The changes of those files, elsewhere, that became the files whose changes are given. */
static bool
collect_sources(Finding *finding, const GPtrArray *changes, GPtrArray *found, GError **error)
{
    History *history = finding->history;
    for (guint i = 0; i < changes->len; i++) {
        const Change *change = changes->pdata[i];
        const char *from = NULL;
        if (change->added && (!quit_check(error) || !renames_source(history, change, &from, error)))
            return false;
        if (from == NULL || !g_hash_table_add(finding->sources, (char *)(gsize)from))
            continue;
        g_autofree char *folder = g_path_get_dirname(from);
        const char *places[] = {strcmp(folder, ".") == 0 ? from : folder, NULL};
        if (!walk_ensure(history, places, error))
            return false;
        const GPtrArray *older = walk_changes(history->walk, from);
        for (guint c = 0; older != NULL && c < older->len; c++)
            g_ptr_array_add(found, older->pdata[c]);
    }
    g_ptr_array_sort(found, change_compare);
    return true;
}

static bool
changes_in(History *history, const char *const *folders, GPtrArray **changes, GError **error)
{
    g_autoptr(GPtrArray) places = g_ptr_array_new_with_free_func(g_free);
    for (; *folders != NULL; folders++)
        g_ptr_array_add(places, history_full_path(history, *folders));
    g_ptr_array_add(places, NULL);
    if (!walk_ensure(history, (const char *const *)places->pdata, error))
        return false;
    *changes = walk_changes_under(history->walk, (const char *const *)places->pdata);
    return true;
}

bool
history_find(History *history, const HistorySearch *search, const FileVersion **out, GError **error)
{
    g_autoptr(GPtrArray) changes = NULL;
    if (!changes_in(history, search->folders, &changes, error))
        return false;
    g_autoptr(GHashTable) visited = g_hash_table_new(git_oid_hash, git_oid_same);
    g_autoptr(GHashTable) sources = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) passed = passed_paths(history, search);
    Finding finding = {history, search, visited, sources, passed};
    const FileVersion *found = NULL;
    while (found == NULL && changes->len > 0) {
        g_autoptr(GPtrArray) older = g_ptr_array_new();
        if (!visit_from(&finding, 0, changes->len, changes, &found, error) ||
            (found == NULL && !collect_sources(&finding, changes, older, error)))
            return false;
        g_clear_pointer(&changes, g_ptr_array_unref);
        changes = g_steal_pointer(&older);
    }
    *out = found;
    return true;
}

bool
history_find_between(History *history, const HistorySearch *search, unsigned behind, unsigned before,
                     const FileVersion **out, GError **error)
{
    g_autoptr(GPtrArray) changes = NULL;
    if (!changes_in(history, search->folders, &changes, error))
        return false;
    g_autoptr(GHashTable) visited = g_hash_table_new(git_oid_hash, git_oid_same);
    g_autoptr(GHashTable) passed = passed_paths(history, search);
    Finding finding = {history, search, visited, NULL, passed};
    const FileVersion *found = NULL;
    guint from = 0, end = changes->len;
    while (from < changes->len && ((const Change *)changes->pdata[from])->commit <= behind)
        from++;
    while (end > from && ((const Change *)changes->pdata[end - 1])->commit >= before)
        end--;
    if (!visit_from(&finding, from, end, changes, &found, error))
        return false;
    *out = found;
    return true;
}
