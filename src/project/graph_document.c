#include "project/graph_document.h"

#include "project/table_sizes.h"
#include "report/revisions.h"
#include "revision/measured.h"

static void
print(PleatSession *session, Record *record)
{
    g_autofree char *document = record_document(record);
    session_write_text(session, document);
}

/* Fields of a revision in the graph. */
static void
write_revision(Record *record, const Revision *revision, GPtrArray *heads, GHashTable *applied)
{
    revision_write_header(record, revision);
    record_flag(record, "head", g_ptr_array_find(heads, revision, NULL));
    if (applied == NULL)
        record_null(record, "applied");
    else
        record_flag(record, "applied", g_hash_table_contains(applied, revision->id));
}

static void
write_revisions(Record *record, const char *name, const Graph *graph, const GPtrArray *revisions, GHashTable *applied)
{
    g_autoptr(GPtrArray) heads = graph_heads(graph, PHASE_NONE);
    record_open_list(record, name);
    for (guint i = 0; i < revisions->len; i++) {
        record_open(record, NULL);
        write_revision(record, revisions->pdata[i], heads, applied);
        record_close(record);
    }
    record_close(record);
}

void
graph_document_list(PleatSession *session, const Graph *graph, const char *name, const GPtrArray *revisions,
                    GHashTable *applied)
{
    g_autoptr(Record) record = record_new();
    write_revisions(record, name, graph, revisions, applied);
    print(session, record);
}

void
graph_document_branches(PleatSession *session, const Graph *graph, const GPtrArray *revisions,
                        const GPtrArray *children)
{
    g_autoptr(Record) record = record_new();
    g_autoptr(GPtrArray) heads = graph_heads(graph, PHASE_NONE);
    record_open_list(record, "branchpoints");
    for (guint i = 0; i < revisions->len; i++) {
        const GPtrArray *followers = children->pdata[i];
        record_open(record, NULL);
        write_revision(record, revisions->pdata[i], heads, NULL);
        record_open_list(record, "children");
        for (guint k = 0; k < followers->len; k++)
            record_text(record, NULL, ((const Revision *)followers->pdata[k])->id);
        record_close(record);
        record_close(record);
    }
    record_close(record);
    print(session, record);
}

/* "RULE REASON", wherever they stand. */
static void
write_allows(Record *record, const Revision *revision)
{
    g_autoptr(GPtrArray) texts = g_ptr_array_new();
    for (Allow **allow = revision->allows; allow != NULL && *allow != NULL; allow++)
        g_ptr_array_add(texts, (gpointer)(guintptr)(*allow)->text);
    g_ptr_array_add(texts, NULL);
    record_texts(record, "allows", (const char *const *)texts->pdata);
}

/* What is known of the steps of one way. */
typedef struct {
    GHashTable *measured; /* number -> array of Impact; NULL: nothing was measured */
    GHashTable *sizes;
} Measured;

static void
write_impact(Record *record, const Impact *impact, GHashTable *sizes)
{
    const TableSize *size = g_hash_table_lookup(sizes, impact->relation);
    record_open(record, NULL);
    revision_write_impact(record, impact);
    if (size != NULL && size->rows >= 0)
        record_integer(record, "rows", size->rows);
    else
        record_null(record, "rows");
    if (size != NULL)
        record_integer(record, "bytes", table_size_bytes(size));
    else
        record_null(record, "bytes");
    record_close(record);
}

static void
write_measured(Record *record, int number, void *data)
{
    const Measured *known = data;
    if (known->measured == NULL) {
        record_null(record, "measured");
        return;
    }
    const GArray *impacts = g_hash_table_lookup(known->measured, GINT_TO_POINTER(number));
    record_open_list(record, "measured");
    for (guint i = 0; impacts != NULL && i < impacts->len; i++)
        write_impact(record, &g_array_index(impacts, Impact, i), known->sizes);
    record_close(record);
}

static void
write_way(Record *record, const char *name, const Revision *revision, bool down, GHashTable *sizes)
{
    g_autoptr(GHashTable) measured = measured_read(revision, down);
    Measured known = {measured, sizes};
    revision_write_steps(record, name, down ? revision->downgrade : revision->upgrade, write_measured, &known);
}

bool
graph_document_show(PleatSession *session, const Graph *graph, const GPtrArray *revisions, GError **error)
{
    g_autoptr(Record) record = record_new();
    g_autoptr(GPtrArray) heads = graph_heads(graph, PHASE_NONE);
    g_autoptr(GHashTable) sizes = NULL;
    g_autofree char *path = table_sizes_path(session);
    if (!table_sizes_read(path, &sizes, error))
        return false;
    record_open_list(record, "revisions");
    for (guint i = 0; i < revisions->len; i++) {
        Revision *revision = revisions->pdata[i];
        if (!revision_load(revision, error))
            return false;
        record_open(record, NULL);
        write_revision(record, revision, heads, NULL);
        record_text(record, "checksum", revision->checksum);
        record_texts(record, "source", revision->source);
        record_texts(record, "expects", revision->expects);
        record_texts(record, "drops", revision->drops);
        write_allows(record, revision);
        record_texts(record, "notes", revision->notes);
        write_way(record, "upgrade", revision, false, sizes);
        write_way(record, "downgrade", revision, true, sizes);
        record_close(record);
    }
    record_close(record);
    print(session, record);
    return true;
}

static void
write_unfinished(Record *record, const Unfinished *unfinished)
{
    if (unfinished->revision == NULL) {
        record_null(record, "unfinished");
        return;
    }
    record_open(record, "unfinished");
    record_text(record, "revision", unfinished->revision);
    record_text(record, "direction", unfinished->down ? "down" : "up");
    record_integer(record, "steps_done", unfinished->done);
    record_close(record);
}

static bool
has_all(const GPtrArray *revisions, GHashTable *applied)
{
    for (guint i = 0; i < revisions->len; i++)
        if (!g_hash_table_contains(applied, ((const Revision *)revisions->pdata[i])->id))
            return false;
    return true;
}

void
graph_document_current(PleatSession *session, const Graph *graph, const GPtrArray *last, GHashTable *applied,
                       const Unfinished *unfinished)
{
    g_autoptr(Record) record = record_new();
    g_autoptr(GPtrArray) heads = graph_heads(graph, PHASE_NONE);
    if (session->target != NULL)
        record_text(record, "target", session->target);
    write_revisions(record, "revisions", graph, last, applied);
    record_flag(record, "at_heads", has_all(heads, applied));
    write_unfinished(record, unfinished);
    print(session, record);
}
