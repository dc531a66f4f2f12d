#include "project/carried.h"
#include "project/declared.h"
#include "project/trace.h"
#include "project/version_document.h"
#include <string.h>

typedef struct {
    PleatSession *session;
    History *history;
    const Schema *declared;
    const Graph *graph;
    const char *file;    /* relative to the project */
    GPtrArray *declares; /* of Node: what the file declares, in its order */
    Record *record;      /* of --format json, its list open; NULL: lines are written */
} Blame;

static void
gather(Node *node, void *data)
{
    Blame *blame = data;
    if (g_strcmp0(node->place.file, blame->file) == 0 && node->name != NULL && !node->kind->anonymous &&
        (node->flags & NODE_DERIVED) == 0)
        g_ptr_array_add(blame->declares, node);
}

static int
compare_places(const void *left, const void *right)
{
    const Place a = (*(Node *const *)left)->place, b = (*(Node *const *)right)->place;
    return a.line != b.line ? a.line - b.line : a.column - b.column;
}

static char *
revisions_text(GHashTable *carried, const ObjectVersion *version)
{
    const GPtrArray *revisions = g_hash_table_lookup(carried, version);
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; revisions != NULL && i < revisions->len; i++)
        g_string_append_printf(out, "%s%s", i == 0 ? "" : ",", ((const Revision *)revisions->pdata[i])->id);
    return g_strdup(out->len == 0 ? "-" : out->str);
}

static bool
write_object(const Blame *blame, const Node *node, GError **error)
{
    g_autoptr(Trace) trace = trace_new(blame->session, blame->history, blame->declared);
    g_autoptr(GHashTable) carried = NULL;
    GPtrArray *versions = NULL;
    trace_begin(trace, node);
    if (!trace_versions(trace, &versions, error) ||
        !carried_find(blame->session, trace, versions, blame->graph, &carried, error))
        return false;
    const ObjectVersion *newest = versions->len == 0 ? NULL : versions->pdata[0];
    if (newest != NULL && newest->chosen != NULL) /* the merge has not written it */
        newest = newest->chosen;
    if (blame->record != NULL) {
        record_open(blame->record, NULL);
        version_write_object(blame->record, "object", node);
        version_write(blame->record, "version", newest, carried);
        record_close(blame->record);
        return true;
    }
    g_autofree char *revisions = newest == NULL ? g_strdup("-") : revisions_text(carried, newest);
    g_autofree char *title = declared_title(node);
    if (newest == NULL || newest->version == NULL)
        session_write(blame->session, "0000000  not committed  %s  %d: %s\n", revisions, node->place.line, title);
    else {
        g_autofree char *day = version_day(newest->version);
        session_write(blame->session, "%.7s  %s  %s  %s  %d: %s\n", newest->version->commit, day,
                      newest->version->author, revisions, node->place.line, title);
    }
    return true;
}

/* "schema/user.yaml" of a path as the user names it from where the command was started. */
static char *
project_path(const PleatSession *session, const char *path)
{
    g_autofree char *full = g_canonicalize_filename(path, session->directory);
    size_t length = strlen(session->config->directory);
    if (g_str_has_prefix(full, session->config->directory) && full[length] == '/')
        return g_strdup(full + length + 1);
    return g_strdup(path);
}

bool
pleat_blame(PleatSession *session, const char *file, GError **error)
{
    g_autoptr(Schema) declared = NULL;
    g_autoptr(Graph) graph = NULL;
    g_autoptr(GPtrArray) declares = g_ptr_array_new();
    History *history = NULL;
    if (!trace_history(session, &history, error) || !declared_load(session, &declared, error) ||
        !session_graph(session, &graph, error))
        return false;
    g_autofree char *path = project_path(session, file);
    g_autoptr(Record) record = session_has_format(session, "json") ? record_new() : NULL;
    Blame blame = {session, history, declared, graph, path, declares, record};
    schema_visit(declared, gather, &blame);
    if (declares->len == 0)
        return fail(error, PLEAT_ERROR_USAGE, "%s declares nothing", file);
    g_ptr_array_sort(declares, compare_places);
    if (record != NULL)
        record_open_list(record, "objects");
    for (guint i = 0; i < declares->len; i++)
        if (!write_object(&blame, declares->pdata[i], error))
            return false;
    if (record == NULL)
        return true;
    record_close(record);
    g_autofree char *text = record_document(record);
    session_write_text(session, text);
    return true;
}
