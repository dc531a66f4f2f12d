#include "project/run_report.h"
#include "project/targets.h"

#include <string.h>

/*
 * Offline: no database is asked what it has. "a:b" says where it stands; a target alone starts from nothing. A
 * downgrade needs both, for nothing can be undone from nothing.
 */
static bool
print_script(PleatSession *session, const Graph *graph, const PleatRunOptions *options, bool down, GError **error)
{
    g_auto(GStrv) sides = g_strsplit(options->target, ":", 2);
    bool has_start = sides[1] != NULL;
    if (down && !has_start) {
        fail(error, PLEAT_ERROR_USAGE, "downgrade --sql needs FROM:TO");
        return fail_hint(error, "for example: pleat downgrade head:-1 --sql");
    }
    g_autoptr(GHashTable) applied = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GPtrArray) before = NULL, list = NULL;
    g_autofree char *below = g_strconcat(":", has_start ? sides[0] : "base", NULL);
    if (has_start && sides[0][0] != '\0' && !graph_resolve_range(graph, below, applied, &before, error))
        return false;
    for (guint i = 0; before != NULL && i < before->len; i++)
        g_hash_table_add(applied, g_strdup(((const Revision *)before->pdata[i])->id));
    const PathOptions path = {.both_phases = true};
    const char *target = has_start ? sides[1] : sides[0];
    if (!(down ? graph_downgrade_path : graph_upgrade_path)(graph, applied, target, &path, &list, error))
        return false;
    RunOptions run_options = session_run_options(session);
    run_options.gates = &session->config->gates;
    run_options.all = graph_all(graph);
    g_autoptr(GString) script = g_string_new(NULL);
    if (!run_script(list, down, &run_options, script, error))
        return false;
    session_write_text(session, script->str);
    return true;
}

static bool
read_wait(const char *text, RunOptions *options, GError **error)
{
    if (text == NULL)
        return true;
    gint64 ms = config_parse_duration(text, strlen(text));
    if (ms < 0 || ms > G_MAXINT) {
        fail(error, PLEAT_ERROR_USAGE, "--wait \"%s\": no duration", text);
        return fail_hint(error, "a number with ms, s, min, h or d: 30s");
    }
    options->wait_ms = (int)ms;
    return true;
}

static bool
run_online(PleatSession *session, const PleatRunOptions *options, bool down, RunReport *report, int *count,
           GError **error)
{
    g_autoptr(Graph) graph = NULL;
    g_autofree char *conninfo = NULL;
    RunOptions run_options = session_run_options(session);
    if (!session_require_project(session, error) || !read_wait(options->wait, &run_options, error) ||
        !session_graph(session, &graph, error) || !session_database(session, NULL, &conninfo, error) ||
        !session_make_roles(session, conninfo, error))
        return false;
    /* where no application runs but the developer's, both phases at once are no risk */
    run_options.both_phases = options->both_phases || session_is_development(session, NULL);
    run_options.allow_edited = options->allow_edited;
    run_options.check_expects = true;
    run_options.allow_drift = options->allow_drift;
    run_options.gates = session_is_development(session, NULL) ? NULL : &session->config->gates;
    run_options.override = options->override;
    run_options.tell = run_report_tell;
    run_options.data = report;
    return (down ? run_downgrade : run_upgrade)(conninfo, graph, options->target, &run_options, count, error);
}

static bool
run_offline(PleatSession *session, const PleatRunOptions *options, bool down, GError **error)
{
    g_autoptr(Graph) graph = NULL;
    return session_require_project(session, error) && session_graph(session, &graph, error) &&
           print_script(session, graph, options, down, error);
}

static bool
run(PleatSession *session, const PleatRunOptions *options, bool down, GError **error)
{
    if (options->sql)
        return run_offline(session, options, down, error);
    g_auto(RunReport) report = {0};
    GError *problem = NULL;
    int count = 0;
    run_report_begin(&report, session, down ? "downgrade" : "upgrade", options->target);
    bool ok = run_online(session, options, down, &report, &count, &problem);
    run_report_end(&report, count, problem);
    if (!ok)
        g_propagate_error(error, problem);
    return ok;
}

static bool
upgrade(PleatSession *session, const void *options, PleatOutcome *outcome, GError **error)
{
    (void)outcome;
    return run(session, options, false, error);
}

static bool
downgrade(PleatSession *session, const void *options, PleatOutcome *outcome, GError **error)
{
    (void)outcome;
    return run(session, options, true, error);
}

/* One database, or many targets; scripts are printed one after another. */
static bool
run_work(PleatSession *session, TargetWork *work, const void *options, bool sql, GError **error)
{
    PleatOutcome outcome = PLEAT_CLEAN;
    if (sql && session_has_format(session, "json"))
        return fail(error, PLEAT_ERROR_USAGE, "--sql prints a script, and no --format json of it");
    if (!targets_asked(session))
        return work(session, options, &outcome, error);
    return sql ? targets_print(session, work, options, error)
               : targets_run(session, work, options, TARGETS_TABLE, &outcome, error);
}

bool
pleat_upgrade(PleatSession *session, const PleatRunOptions *options, GError **error)
{
    return run_work(session, upgrade, options, options->sql, error);
}

bool
pleat_downgrade(PleatSession *session, const PleatRunOptions *options, GError **error)
{
    return run_work(session, downgrade, options, options->sql, error);
}

/* All that the targets stand on, and they themselves. */
static bool
print_stamp(PleatSession *session, const Graph *graph, const PleatStampOptions *options, GError **error)
{
    static const PathOptions path = {.both_phases = true};
    g_autoptr(GHashTable) stamped = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) all = g_ptr_array_new();
    bool purge = options->purge;
    for (const char *const *target = options->targets; *target != NULL; target++) {
        g_autoptr(GPtrArray) list = NULL;
        if (!graph_upgrade_path(graph, stamped, *target, &path, &list, error))
            return false;
        if (strcmp(*target, "base") == 0)
            purge = true;
        else if (g_str_has_suffix(*target, "@base"))
            return fail(error, PLEAT_ERROR_USAGE, "what \"%s\" takes away only a database can say", *target);
        for (guint i = 0; i < list->len; i++)
            g_hash_table_add(stamped, (gpointer)(guintptr)((const Revision *)list->pdata[i])->id);
        g_ptr_array_extend(all, list, NULL, NULL);
    }
    RunOptions run_options = session_run_options(session);
    g_autoptr(GString) script = g_string_new(NULL);
    if (!run_stamp_script(all, purge, &run_options, script, error))
        return false;
    session_write_text(session, script->str);
    return true;
}

static bool
stamp_online(PleatSession *session, const PleatStampOptions *options, RunReport *report, GError **error)
{
    g_autoptr(Graph) graph = NULL;
    g_autofree char *conninfo = NULL;
    if (!session_require_project(session, error) || !session_graph(session, &graph, error) ||
        !session_database(session, NULL, &conninfo, error))
        return false;
    RunOptions run_options = session_run_options(session);
    run_options.tell = run_report_tell;
    run_options.data = report;
    return run_stamp(conninfo, graph, options->targets, options->purge, &run_options, error);
}

static bool
stamp_offline(PleatSession *session, const PleatStampOptions *options, GError **error)
{
    g_autoptr(Graph) graph = NULL;
    return session_require_project(session, error) && session_graph(session, &graph, error) &&
           print_stamp(session, graph, options, error);
}

static bool
stamp(PleatSession *session, const void *data, PleatOutcome *outcome, GError **error)
{
    const PleatStampOptions *options = data;
    (void)outcome;
    if (options->sql)
        return stamp_offline(session, options, error);
    g_auto(RunReport) report = {0};
    GError *problem = NULL;
    g_autofree char *to = g_strjoinv(" ", (char **)(guintptr)options->targets);
    run_report_begin(&report, session, "stamp", to);
    bool ok = stamp_online(session, options, &report, &problem);
    run_report_end(&report, -1, problem);
    if (!ok)
        g_propagate_error(error, problem);
    return ok;
}

bool
pleat_stamp(PleatSession *session, const PleatStampOptions *options, GError **error)
{
    return run_work(session, stamp, options, options->sql, error);
}

static bool
ensure_version(PleatSession *session, const void *options, PleatOutcome *outcome, GError **error)
{
    bool sql = *(const bool *)options;
    (void)outcome;
    g_autofree char *conninfo = NULL;
    RunOptions run_options = session_run_options(session);
    if (sql) {
        g_autoptr(GPtrArray) nothing = g_ptr_array_new();
        g_autoptr(GString) script = g_string_new(NULL);
        if (!run_script(nothing, false, &run_options, script, error))
            return false;
        session_write_text(session, script->str);
        return true;
    }
    return session_database(session, NULL, &conninfo, error) && run_ensure_version(conninfo, &run_options, error);
}

bool
pleat_ensure_version(PleatSession *session, bool sql, GError **error)
{
    return run_work(session, ensure_version, &sql, sql, error);
}
