#include "files/file_write.h"
#include "plan/script.h"
#include "project/autogenerate.h"
#include "project/mentions.h"
#include "report/diff_document.h"
#include "report/diff_text.h"
#include <string.h>

static bool
write_down(const char *path, const Plan *plan, GError **error)
{
    GString *text = g_string_new("\\set ON_ERROR_STOP on\n");
    script_append_psql(text, plan, true);
    g_autoptr(GBytes) bytes = g_string_free_to_bytes(text);
    return file_write_atomically(path, bytes, 0666, error);
}

static void
write_sql(PleatSession *session, const Plan *plan)
{
    GString *text = g_string_new(NULL);
    if (plan->actions->list->len > 0)
        g_string_append(text, "\\set ON_ERROR_STOP on\n");
    script_append_psql(text, plan, false);
    session_write_text(session, text->str);
    g_string_free(text, TRUE);
}

/* A source as it may be shown: a connection string without its password. */
static char *
source_words(const char *spelled)
{
    bool is_named = g_str_has_prefix(spelled, "git:") || g_str_has_prefix(spelled, "file:");
    bool is_connection = !is_named && (strstr(spelled, "://") != NULL || strchr(spelled, '=') != NULL);
    return is_connection ? connection_display(spelled) : g_strdup(spelled);
}

static void
write_document(PleatSession *session, const GArray *deltas, const char *from, const char *to)
{
    g_autofree char *from_words = source_words(from), *to_words = source_words(to);
    g_autofree char *document = diff_document(deltas, from_words, to_words);
    session_write_text(session, document);
}

static void
write_report(PleatSession *session, const GArray *deltas, const Schema *from, bool only_count)
{
    const DiffView view = {.color = session->options.color,
                           .columns = session->options.width,
                           .whole = session->options.verbose,
                           .from = from};
    g_autofree char *text = only_count ? diff_stat(deltas, &view) : diff_text(deltas, &view);
    session_write_text(session, text);
}

bool
pleat_diff(PleatSession *session, const PleatDiffOptions *options, PleatOutcome *outcome, GError **error)
{
    session->online = options->online;
    g_autoptr(Source) from = NULL, to = NULL;
    g_autofree char *left = NULL, *right = NULL;
    if (session_has_format(session, "json") && (options->sql || options->stat))
        return fail(error, PLEAT_ERROR_USAGE, "%s prints no JSON", options->sql ? "--sql" : "--stat");
    if (options->sql && options->stat)
        return fail(error, PLEAT_ERROR_USAGE, "--sql or --stat, not both");
    if (options->to != NULL || !source_split_range(options->from, &left, &right)) {
        left = g_strdup(options->from == NULL ? "db" : options->from);
        right = g_strdup(options->to == NULL ? "schema" : options->to);
    }
    if (!source_open(session, left, &from, error) || !source_open(session, right, &to, error) ||
        !source_pair(session, from, to, error))
        return false;
    g_autoptr(Proposal) proposal = NULL;
    bool planned = options->sql || options->down_file != NULL;
    if (!(planned ? proposal_find(session, from, to, &proposal, error) &&
                        proposal_without_proof(session, from, to, proposal, error)
                  : proposal_compare(session, from, to, &proposal, error)))
        return false;
    g_autoptr(GArray) deltas = proposal_deltas(proposal);
    if (options->down_file != NULL && !write_down(options->down_file, proposal->plan, error))
        return false;
    if (options->sql)
        write_sql(session, proposal->plan);
    else if (session_has_format(session, "json"))
        write_document(session, deltas, left, right);
    else
        write_report(session, deltas, from->schema, options->stat);
    mentions_tell(session, proposal->deltas, to->schema, NULL);
    proposal_hint(session, proposal);
    *outcome = options->exit_code && deltas->len > 0 ? PLEAT_FINDINGS : PLEAT_CLEAN;
    return true;
}
