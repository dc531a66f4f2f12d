#include "plan/script.h"
#include "project/source.h"

static bool
write_down(const char *path, const Plan *plan, GError **error)
{
    GString *text = g_string_new("\\set ON_ERROR_STOP on\n");
    script_append_down(text, plan, PHASE_NONE);
    bool ok = g_file_set_contents(path, text->str, (gssize)text->len, error);
    g_string_free(text, TRUE);
    return ok;
}

static void
write_sql(PleatSession *session, const Plan *plan)
{
    GString *text = g_string_new(NULL);
    if (plan->actions->list->len > 0)
        g_string_append(text, "\\set ON_ERROR_STOP on\n");
    script_append_up(text, plan, PHASE_NONE);
    session_write_text(session, text->str);
    g_string_free(text, TRUE);
}

static void
write_report(PleatSession *session, const Plan *plan)
{
    for (guint i = 0; i < plan->actions->list->len; i++) {
        const Action *action = plan->actions->list->pdata[i];
        const Node *node = action->new_node != NULL ? action->new_node : action->old_node;
        session_write(session, "%-9s %s  %s\n", phase_name(action->effect.phase), node_address(node_root(node)), action->verb);
    }
}

bool
pleat_diff(PleatSession *session, const PleatDiffOptions *options, PleatOutcome *outcome, GError **error)
{
    g_autoptr(Source) from = NULL, to = NULL;
    if (!source_open(session, options->from == NULL ? "db" : options->from, &from, error) ||
        !source_open(session, options->to == NULL ? "schema" : options->to, &to, error) ||
        !source_pair(session, from, to, error))
        return false;
    g_autoptr(GArray) deltas = diff_run(from->schema, to->schema);
    g_autoptr(Plan) plan = NULL;
    if (!plan_make(from->schema, to->schema, deltas, session->config->revision_schema, &plan, error))
        return false;
    if (options->down_file != NULL && !write_down(options->down_file, plan, error))
        return false;
    if (options->sql)
        write_sql(session, plan);
    else
        write_report(session, plan);
    *outcome = options->exit_code && deltas->len > 0 ? PLEAT_FINDINGS : PLEAT_CLEAN;
    return true;
}
