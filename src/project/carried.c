#include "project/carried.h"

#include <string.h>

typedef struct {
    PleatSession *session;
    Trace *trace;
    const GPtrArray *versions;
} Carrying;

static bool
is_word_at(const char *text, const char *at, size_t length)
{
    bool begins = at == text || !(g_ascii_isalnum(at[-1]) || at[-1] == '_');
    return begins && !(g_ascii_isalnum(at[length]) || at[length] == '_');
}

static bool
has_word(const char *text, const char *word)
{
    for (const char *at = text; (at = strstr(at, word)) != NULL; at++)
        if (is_word_at(text, at, strlen(word)))
            return true;
    return false;
}

/* "public.user_account  add column name  ACCESS EXCLUSIVE, instant" tells of the table and of its column; so does what
 * creates the table. */
static bool
note_tells_of(const char *verb, const Node *node)
{
    g_autofree char *creates = g_strconcat("create ", node_root(node)->kind->title, " ", NULL);
    return node->parent == NULL || node->name == NULL || has_word(verb, node->name) || g_str_has_prefix(verb, creates);
}

static bool
tells_of(const Revision *revision, const Node *node)
{
    const char *address = node_address(node_root(node));
    size_t length = strlen(address);
    for (const char **note = revision->notes; *note != NULL; note++) {
        const char *verb = *note + length;
        if (g_str_has_prefix(*note, address) && g_str_has_prefix(verb, "  ") &&
            note_tells_of(verb + strspn(verb, " "), node))
            return true;
    }
    return false;
}

/* Under any of its names. */
static bool
tells_of_any(const Revision *revision, const Trace *trace)
{
    const GPtrArray *names = trace_names(trace);
    for (guint i = 0; i < names->len; i++)
        if (tells_of(revision, names->pdata[i]))
            return true;
    return false;
}

static bool
is_baseline(const Revision *revision)
{
    return revision->phase == PHASE_NONE && revision->after[0] == NULL;
}

/* By the blob that the header names: exact, whatever was committed when. */
static const ObjectVersion *
version_by_source(const Carrying *carrying, const Revision *revision)
{
    for (const char **source = revision->source; *source != NULL; source++) {
        const char *at = strrchr(*source, '@');
        if (at == NULL)
            continue;
        g_autofree char *path = g_strndup(*source, (size_t)(at - *source));
        const ObjectVersion *version = trace_version_of(carrying->trace, path, at + 1);
        if (version != NULL)
            return version;
    }
    return NULL;
}

/* The newest version that the commit has which added the revision's file; of one that is in no commit, the newest.
 * Where the clone was cut, which commit that was is not known. */
static bool
version_by_commit(const Carrying *carrying, History *history, const Revision *revision, const ObjectVersion **out,
                  GError **error)
{
    g_autofree char *name = g_path_get_basename(revision->path), *path = g_build_filename("revisions", name, NULL);
    g_autoptr(GPtrArray) added = NULL;
    if (!history_versions(history, path, &added, error))
        return false;
    const FileVersion *first = added->len == 0 ? NULL : added->pdata[added->len - 1];
    if (first != NULL && history_is_cut_at(history, first))
        return true;
    for (guint i = 0; i < carrying->versions->len; i++) {
        const ObjectVersion *version = carrying->versions->pdata[i];
        bool within = first == NULL;
        if (first != NULL && version->version != NULL &&
            !history_is_within(history, version->version->commit, first->commit, &within, error))
            return false;
        if (!within)
            continue;
        *out = version;
        break;
    }
    return true;
}

/* What a revision had made of the object; NULL: it says nothing of it. */
static bool
reached(const Carrying *carrying, const Revision *revision, const ObjectVersion **out, GError **error)
{
    History *history = NULL;
    *out = NULL;
    if (!is_baseline(revision) && !tells_of_any(revision, carrying->trace))
        return true;
    *out = version_by_source(carrying, revision);
    return *out != NULL || (session_history(carrying->session, &history, error) &&
                            version_by_commit(carrying, history, revision, out, error));
}

static void
credit(GHashTable *carried, const ObjectVersion *version, const Revision *revision)
{
    GPtrArray *list = g_hash_table_lookup(carried, version);
    if (list == NULL) {
        list = g_ptr_array_new();
        g_hash_table_insert(carried, (ObjectVersion *)(guintptr)version, list);
    }
    g_ptr_array_add(list, (Revision *)(guintptr)revision);
}

static void
unref_list(void *list)
{
    g_ptr_array_unref(list);
}

bool
carried_find(PleatSession *session, Trace *trace, const GPtrArray *versions, const Graph *graph, GHashTable **out,
             GError **error)
{
    Carrying carrying = {session, trace, versions};
    g_autoptr(GHashTable) carried = g_hash_table_new_full(NULL, NULL, NULL, unref_list);
    const GPtrArray *all = graph_all(graph);
    for (guint i = 0; i < all->len; i++) {
        const Revision *revision = all->pdata[i];
        const ObjectVersion *version = NULL;
        if (!reached(&carrying, revision, &version, error))
            return false;
        if (version != NULL)
            credit(carried, version, revision);
    }
    *out = g_steal_pointer(&carried);
    return true;
}
