#include "files/file_write.h"
#include "lint/lint.h"
#include "project/autogenerate.h"
#include "project/findings_out.h"
#include "project/report_range.h"
#include "project/table_sizes.h"
#include "report/html.h"
#include "report/markdown.h"
#include "report/review_document.h"
#include <string.h>

static const Schema *
declared_in(const Source *source)
{
    return source == NULL ? NULL : source->declared;
}

/* Where things are declared that the difference does not place: the nearest thing around it that is declared. */
static void
find_place(ChangedObject *object, const Schema *declared)
{
    if (object->place.file != NULL || declared == NULL)
        return;
    const Node *same = schema_find(declared, object->root->key);
    if (same != NULL)
        object->place = same->place;
}

static void
find_places(const Review *review, const ReportRange *range)
{
    for (guint i = 0; i < review->objects->len; i++) {
        find_place(review->objects->pdata[i], declared_in(range->to));
        find_place(review->objects->pdata[i], declared_in(range->declarations));
        find_place(review->objects->pdata[i], declared_in(range->from));
    }
}

/* Of each table whose size is known, in words and in bytes. */
static bool
read_sizes(PleatSession *session, GHashTable **words, GHashTable **bytes, GError **error)
{
    g_autofree char *path = table_sizes_path(session);
    g_autoptr(GHashTable) sizes = NULL;
    if (!table_sizes_read(path, &sizes, error))
        return false;
    *words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    *bytes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    GHashTableIter iterator;
    gpointer table, size;
    g_hash_table_iter_init(&iterator, sizes);
    while (g_hash_table_iter_next(&iterator, &table, &size)) {
        const gint64 all = table_size_bytes(size);
        g_hash_table_insert(*words, g_strdup(table), table_size_words(sizes, table));
        g_hash_table_insert(*bytes, g_strdup(table), g_memdup2(&all, sizeof all));
    }
    return true;
}

static bool
write_out(PleatSession *session, const char *file, const char *text, GError **error)
{
    if (file == NULL) {
        session_write_text(session, text);
        return true;
    }
    g_autofree char *path = g_canonicalize_filename(file, session->directory);
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    return file_write_atomically(path, bytes, 0666, error);
}

bool
pleat_report(PleatSession *session, const PleatReportOptions *options, GError **error)
{
    g_auto(ReportRange) range = {0};
    g_autoptr(Proposal) proposal = NULL;
    g_autoptr(GHashTable) sizes = NULL, bytes = NULL;
    const bool json = session_has_format(session, "json");
    if (options->markdown + options->html + json != 1)
        return fail(error, PLEAT_ERROR_USAGE, "a report is either --markdown or --html, or --format json");
    if (!report_range_read(session, options, &range, error) ||
        !proposal_compare(session, range.from, range.to, &proposal, error) ||
        !read_sizes(session, &sizes, &bytes, error))
        return false;
    g_autoptr(GArray) deltas = proposal_deltas(proposal);
    g_autoptr(Findings) findings = range.graph == NULL ? NULL : findings_new("lint", rule_names());
    for (int tenants = 0; findings != NULL && tenants < 2; tenants++)
        lint_revisions(findings, graph_all(tenants ? range.tenants : range.graph), range.wanted, session->config);
    g_autofree char *root = repository_root(session->config->directory);
    const FindingsView view = {.directory = session->directory, .root = root, .fallback = session->config->path};
    const ReviewSubject subject = {
        .from = range.from_words,
        .to = range.to_words,
        .deltas = deltas,
        .new_schema = range.to->schema,
        .graph = range.graph,
        .tenants = range.tenants,
        .wanted = range.wanted,
        .findings = findings,
        .sizes = sizes,
        .bytes = bytes,
        .view = &view,
        .link = options->link != NULL ? options->link : session->config->report_link,
    };
    g_autoptr(Review) review = review_new(&subject);
    find_places(review, &range);
    g_autofree char *text = json            ? review_document(review)
                            : options->html ? report_html(review)
                                            : report_markdown(review);
    return write_out(session, options->output, text, error);
}
