#include "files/file_write.h"
#include "plan/script.h"
#include "project/autogenerate.h"
#include "report/text.h"
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

static void
write_report(PleatSession *session, GArray *deltas, bool only_count)
{
    guint counts[N_DELTA_KINDS] = {0};
    for (guint i = 0; i < deltas->len; i++)
        counts[g_array_index(deltas, Delta, i).kind]++;
    g_autofree char *text = only_count ? NULL : report_text(deltas, session->options.color);
    if (text != NULL)
        session_write_text(session, text);
    if (only_count)
        session_write(session, "%u to create, %u to drop, %u to alter, %u to rename\n", counts[DELTA_CREATE],
                      counts[DELTA_DROP], counts[DELTA_ALTER], counts[DELTA_RENAME]);
}

/* git:A..B as two sources, git:A...B as the best common ancestor and B: as git spells them, HEAD being what is not
 * said. False: it is no range. */
static bool
split_range(const char *spelled, char **from, char **to)
{
    const char *dots = spelled == NULL || !g_str_has_prefix(spelled, "git:") ? NULL : strstr(spelled, "..");
    if (dots == NULL)
        return false;
    const char *right = dots + strspn(dots, ".");
    bool is_base = right - dots == 3;
    if (g_str_has_prefix(right, "git:"))
        right += strlen("git:");
    *to = g_strconcat("git:", *right == '\0' ? "HEAD" : right, NULL);
    g_autofree char *left = g_strndup(spelled, (size_t)(dots - spelled));
    *from = is_base ? g_strconcat(left, "...", right, NULL) : g_strdup(strcmp(left, "git:") == 0 ? "git:HEAD" : left);
    return true;
}

bool
pleat_diff(PleatSession *session, const PleatDiffOptions *options, PleatOutcome *outcome, GError **error)
{
    session->online = options->online;
    g_autoptr(Source) from = NULL, to = NULL;
    g_autofree char *left = NULL, *right = NULL;
    if (options->to != NULL || !split_range(options->from, &left, &right)) {
        left = g_strdup(options->from == NULL ? "db" : options->from);
        right = g_strdup(options->to == NULL ? "schema" : options->to);
    }
    if (!source_open(session, left, &from, error) || !source_open(session, right, &to, error) ||
        !source_pair(session, from, to, error))
        return false;
    g_autoptr(Proposal) proposal = NULL;
    bool planned = options->sql || options->down_file != NULL;
    if (!(planned ? proposal_find(session, from, to, &proposal, error)
                  : proposal_compare(session, from, to, &proposal, error)))
        return false;
    g_autoptr(GArray) deltas = proposal_deltas(proposal);
    if (options->down_file != NULL && !write_down(options->down_file, proposal->plan, error))
        return false;
    if (options->sql)
        write_sql(session, proposal->plan);
    else
        write_report(session, deltas, options->stat);
    proposal_hint(session, proposal, to);
    *outcome = options->exit_code && deltas->len > 0 ? PLEAT_FINDINGS : PLEAT_CLEAN;
    return true;
}
