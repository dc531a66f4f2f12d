#include "project/carried.h"
#include "project/declared.h"
#include "project/trace.h"
#include "project/version_document.h"
#include "project/whereabouts.h"
#include <string.h>

/* All that is told of one object. */
typedef struct {
    PleatSession *session;
    const PleatLogOptions *options;
    History *history;
    const Node *node;
    const GPtrArray *versions; /* of ObjectVersion */
    GHashTable *carried;       /* as carried_find() gives it */
    GPtrArray *places;         /* of Whereabouts */
} Log;

static void
append_marks(GString *out, const Log *log, const ObjectVersion *version)
{
    const GPtrArray *revisions = g_hash_table_lookup(log->carried, version);
    for (guint i = 0; revisions != NULL && i < revisions->len; i++) {
        const Revision *revision = revisions->pdata[i];
        g_string_append_printf(out, "%s%s", i == 0 ? "  [" : ", ", revision->id);
        if (revision->phase != PHASE_NONE)
            g_string_append_printf(out, " %s", phase_name(revision->phase));
    }
    g_string_append(out, revisions == NULL ? "" : "]");
    bool any = false;
    for (guint i = 0; i < log->places->len; i++) {
        const Whereabouts *place = log->places->pdata[i];
        if (place->version != version)
            continue;
        g_string_append_printf(out, "%s%s", any ? ", " : "  (", place->name);
        any = true;
    }
    g_string_append(out, any ? ")" : "");
}

static bool
write_patch(const Log *log, const ObjectVersion *version, GError **error)
{
    g_autofree char *patch = NULL;
    const char *path = version->path[0] == ':' ? version->path + 2 : version->path;
    if (!history_patch(log->history, path, version->before, version->text, &patch, error))
        return false;
    const char *hunk = strstr(patch, "--- "); /* git's own header names blobs that are parts of files here */
    session_write(log->session, "\n%s\n", hunk == NULL ? "" : hunk);
    return true;
}

static bool
write_version(const Log *log, const ObjectVersion *version, GError **error)
{
    g_autoptr(GString) line = g_string_new(NULL);
    if (version->version == NULL)
        g_string_append(line, "work tree, not committed");
    else {
        g_autofree char *day = version_day(version->version);
        g_string_append_printf(line, "%.7s  %s  %s  %s", version->version->commit, day, version->version->author,
                               version->version->subject);
    }
    if (version->node == NULL)
        g_string_append(line, "  [dropped]");
    append_marks(line, log, version);
    session_write(log->session, "%s\n", line->str);
    return !log->options->patch || write_patch(log, version, error);
}

static guint
index_of(const Log *log, const ObjectVersion *version)
{
    guint index = 0;
    g_ptr_array_find((GPtrArray *)(guintptr)log->versions, version, &index);
    return index;
}

static const char *
name_of(const Whereabouts *place)
{
    const bool may_hold_password = strstr(place->name, "://") != NULL || strchr(place->name, '=') != NULL;
    return may_hold_password ? "the database" : place->name;
}

/* "production is 3 versions behind", "stage has an unknown body". Where nobody looks at the object itself, it says so.
 */
static void
write_place(const Log *log, const Whereabouts *place)
{
    const char *name = name_of(place);
    if (place->why != NULL)
        session_write(log->session, "%s cannot be asked: %s\n", name, place->why);
    else if (place->version == NULL && place->has_body)
        session_write(log->session, "%s has an unknown body: %s\n", name,
                      history_is_shallow(log->history) ? "it may be older than this shallow clone"
                                                       : "git has no version of it");
    else if (place->version == NULL && kind_attr(log->node->kind, "body") >= 0)
        session_write(log->session, "%s does not have it\n", name);
    else if (place->version == NULL)
        session_write(log->session, "%s has applied no revision that carried it\n", name);
    else {
        guint behind = index_of(log, place->version);
        if (behind == 0)
            session_write(log->session, "%s has the newest version", name);
        else
            session_write(log->session, "%s is %u version%s behind", name, behind, behind == 1 ? "" : "s");
        if (!place->has_body)
            session_write(log->session, ", by its revisions");
        if (place->alike > 0)
            session_write(log->session, " (%u other%s the same body)", place->alike,
                          place->alike == 1 ? " has" : "s have");
        session_write(log->session, "\n");
    }
}

static bool
write_log(const Log *log, GError **error)
{
    g_autofree char *title = declared_title(log->node);
    const ObjectVersion *newest = log->versions->len == 0 ? NULL : log->versions->pdata[0];
    const char *path = newest == NULL || newest->node != NULL ? log->node->place.file : newest->path;
    session_write(log->session, "%s%s%s\n\n", title, newest == NULL ? "" : "  ", newest == NULL ? "" : path);
    if (newest == NULL)
        session_write(log->session, "no version in git\n");
    guint limit = log->options->limit > 0 ? (guint)log->options->limit : G_MAXUINT;
    for (guint i = 0; i < log->versions->len && i < limit; i++)
        if (!write_version(log, log->versions->pdata[i], error))
            return false;
    if (log->versions->len > limit)
        session_write(log->session, "and %u older\n", log->versions->len - limit);
    if (log->places->len > 0)
        session_write(log->session, "\n");
    for (guint i = 0; i < log->places->len; i++)
        write_place(log, log->places->pdata[i]);
    return true;
}

/* A word for programs: what one line of text says. */
static const char *
state_of(const Log *log, const Whereabouts *place)
{
    if (place->why != NULL)
        return "not_asked";
    if (place->version != NULL)
        return index_of(log, place->version) == 0 ? "newest" : "behind";
    if (place->has_body)
        return "unknown";
    return kind_attr(log->node->kind, "body") >= 0 ? "absent" : "not_applied";
}

static void
write_database(Record *record, const Log *log, const Whereabouts *place)
{
    record_open(record, NULL);
    record_text(record, "database", name_of(place));
    record_text(record, "state", state_of(log, place));
    if (place->version != NULL)
        record_integer(record, "behind", index_of(log, place->version));
    else
        record_null(record, "behind");
    record_text(record, "known_by", place->version == NULL ? NULL : place->has_body ? "body" : "revisions");
    record_integer(record, "alike", place->alike);
    record_text(record, "error", place->why);
    record_close(record);
}

static void
write_document(const Log *log)
{
    g_autoptr(Record) record = record_new();
    const guint limit = log->options->limit > 0 ? (guint)log->options->limit : G_MAXUINT;
    version_write_object(record, "object", log->node);
    record_open_list(record, "versions");
    for (guint i = 0; i < log->versions->len && i < limit; i++)
        version_write(record, NULL, log->versions->pdata[i], log->carried);
    record_close(record);
    record_integer(record, "older", log->versions->len > limit ? log->versions->len - limit : 0);
    record_flag(record, "shallow", history_is_shallow(log->history));
    record_open_list(record, "databases");
    for (guint i = 0; i < log->places->len; i++)
        write_database(record, log, log->places->pdata[i]);
    record_close(record);
    g_autofree char *text = record_document(record);
    session_write_text(log->session, text);
}

static void
note_shallow(const Log *log)
{
    if (history_is_shallow(log->history))
        session_note(log->session, "this is a shallow clone: what is older is not here (git fetch --unshallow)\n");
}

bool
pleat_log(PleatSession *session, const PleatLogOptions *options, GError **error)
{
    Log log = {.session = session, .options = options};
    g_autoptr(Schema) declared = NULL;
    g_autoptr(Graph) graph = NULL;
    if (!trace_history(session, &log.history, error))
        return false;
    if (!declared_load_of(session, options->name, &declared, error) || !session_graph(session, &graph, error))
        return false;
    g_autoptr(Trace) trace = trace_new(session, log.history, declared);
    g_autoptr(GHashTable) carried = NULL;
    GPtrArray *versions = NULL;
    if (!trace_find(trace, options->name, &log.node, error) || !trace_versions(trace, &versions, error) ||
        !carried_find(session, trace, versions, graph, &carried, error))
        return false;
    g_autoptr(GPtrArray) places = options->offline ? g_ptr_array_new() : whereabouts_ask(session, log.node);
    whereabouts_match(places, versions, carried);
    log.versions = versions;
    log.carried = carried;
    log.places = places;
    note_shallow(&log);
    if (!session_has_format(session, "json"))
        return write_log(&log, error);
    if (options->patch)
        return fail(error, PLEAT_ERROR_USAGE, "--patch is for people: --format json has no place for it");
    write_document(&log);
    return true;
}
