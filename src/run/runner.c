#include "run/runner.h"

#include "base/quit.h"
#include "exec/statement.h"
#include "run/lock.h"
#include "run/step_run.h"
#include "run/tenant.h"
#include <string.h>

/* What a run has said to be done is not to be lost with the server. */
static bool
read_durable(Runner *runner, GError **error)
{
    g_autoptr(PGresult) result = NULL;
    if (!statement_run(runner->connection, "SHOW synchronous_commit", &result, error))
        return false;
    const char *usual = PQgetvalue(result, 0, 0);
    runner->durable = g_strdup(strcmp(usual, "off") == 0 ? "on" : usual);
    return true;
}

bool
runner_open(const char *conninfo, const RunOptions *options, Runner **out, GError **error)
{
    g_autoptr(Runner) runner = g_new0(Runner, 1);
    runner->options = options;
    runner->conninfo = conninfo;
    journal_pen_init(&runner->pen, run_tables(options), options->git_commit);
    if (!connection_open(conninfo, "pleat", &runner->connection, error) || !read_durable(runner, error))
        return false;
    *out = g_steal_pointer(&runner);
    return true;
}

void
runner_free(Runner *runner)
{
    if (runner == NULL)
        return;
    PQfinish(runner->connection);
    PQfinish(runner->guard); /* which gives the lock back */
    journal_pen_clear(&runner->pen);
    journal_free(runner->journal);
    g_clear_pointer(&runner->versions, g_hash_table_unref);
    g_clear_pointer(&runner->digests, g_hash_table_unref);
    g_free(runner->key);
    g_free(runner->opening);
    g_free(runner->durable);
    watch_clear(&runner->watch);
    g_free(runner);
}

bool
runner_read(Runner *runner, GError **error)
{
    RunTables tables = run_tables(runner->options);
    g_clear_pointer(&runner->versions, g_hash_table_unref);
    g_clear_pointer(&runner->digests, g_hash_table_unref);
    g_clear_pointer(&runner->journal, journal_free);
    return journal_versions(runner->connection, tables, &runner->versions, &runner->digests, NULL, error) &&
           journal_read(runner->connection, tables, &runner->journal, error);
}

/* The first write shows what this role and this server allow. */
static bool
explain_refusal(const Runner *runner, GError **error)
{
    const char *sqlstate = connection_sqlstate();
    if (strcmp(sqlstate, "25006") == 0)
        fail_hint(error, "the database takes no writes: is it a standby, or is default_transaction_read_only on?");
    else if (strcmp(sqlstate, "42501") == 0 && runner->options->tenant)
        fail_hint(error, "pleat keeps its tables in the tenant's schema: this role needs CREATE on it, or a role that "
                         "has it runs pleat ensure_version --tenants");
    else if (strcmp(sqlstate, "42501") == 0)
        fail_hint(error, "pleat keeps its tables in a schema of its own: let a role that may create it run pleat "
                         "ensure_version, and grant this role what it needs there");
    return false;
}

static bool
make_tables(Runner *runner, GError **error)
{
    bool exists = false;
    if (!journal_exists(runner->connection, run_tables(runner->options), &exists, error))
        return false;
    if (exists)
        return true;
    g_autofree char *sql = journal_tables(run_tables(runner->options));
    return statement_run(runner->connection, sql, NULL, error) || explain_refusal(runner, error);
}

/* What a database or role sets for its applications must not cut a run short. Settings by the version that has them. */
char *
runner_reset_statements(const Runner *runner)
{
    static const char SQL[] = "RESET SESSION AUTHORIZATION; RESET ROLE; RESET ALL; SET lock_timeout = 0; "
                              "SET statement_timeout = 0; SET idle_in_transaction_session_timeout = '30s'; "
                              "SET client_min_messages = warning; SET synchronous_commit = ";
    int major = connection_major(runner->connection);
    return g_strconcat(SQL, runner->durable, major < 14 ? "" : "; SET idle_session_timeout = 0",
                       major < 17 ? "" : "; SET transaction_timeout = 0", NULL);
}

bool
runner_reset(Runner *runner, GError **error)
{
    g_autofree char *sql = runner->clean ? NULL : runner_reset_statements(runner);
    runner->clean = runner->clean || statement_run(runner->connection, sql, NULL, error);
    return runner->clean;
}

bool
runner_note_choice(Runner *runner, const Revision *revision, const char *kind, const char *line, GError **error)
{
    g_autoptr(GString) sql = g_string_new(NULL);
    const JournalRow row = {
        .revision = revision->id, .direction = "up", .checksum = revision->checksum, .step = 1, .kind = kind};
    journal_append(sql, &runner->pen, &row, "failed", line);
    return journal_write(runner->connection, sql->str, NULL, error);
}

bool
runner_begin(Runner *runner, GError **error)
{
    if (!runner_reset(runner, error) || !make_tables(runner, error))
        return false;
    return journal_new_run(&runner->pen, runner->connection, error) || explain_refusal(runner, error);
}

void
runner_tell_more(const Runner *runner, RunEvent event)
{
    if (runner->options->tell == NULL)
        return;
    event.down = runner->down;
    event.revision = runner->revision;
    event.number = runner->number;
    event.count = runner->count;
    event.step = runner->step;
    event.step_number = runner->step_number;
    event.steps = runner->steps;
    event.rows = runner->row.rows;
    runner->options->tell(&event, runner->options->data);
}

void
runner_tell(const Runner *runner, RunEventKind kind, double seconds, const char *text)
{
    runner_tell_more(runner, (RunEvent){.kind = kind, .seconds = seconds, .text = text});
}

bool
runner_back_off(Runner *runner, int attempt, const char *reason, GError **error)
{
    const RunOptions *options = runner->options;
    double delay = options->backoff_least_ms;
    for (int i = 0; i < attempt && delay < options->backoff_most_ms; i++)
        delay *= 2;
    delay = MIN(delay, options->backoff_most_ms) * g_random_double_range(0.5, 1.5);
    g_autofree char *line = g_strndup(reason, strcspn(reason, "\n"));
    runner_tell_more(runner, (RunEvent){.kind = RUN_RETRIES,
                                        .seconds = delay / 1000,
                                        .text = line,
                                        .attempt = attempt + 1,
                                        .holders = watch_holders(&runner->watch)});
    return statement_pause((int)delay, error);
}

/* On one line, and no longer than that: g_free. */
static char *
shorten(const char *sql, glong longest)
{
    g_auto(GStrv) words = g_strsplit_set(sql, " \t\r\n", -1);
    GString *line = g_string_new(NULL);
    for (char **word = words; *word != NULL; word++)
        if (**word != '\0')
            g_string_append_printf(line, "%s%s", line->len > 0 ? " " : "", *word);
    if (g_utf8_strlen(line->str, -1) > longest) {
        g_string_truncate(line, (gsize)(g_utf8_offset_to_pointer(line->str, longest - 3) - line->str));
        g_string_append(line, "...");
    }
    return g_string_free(line, FALSE);
}

/* Before the hint, which stands last. */
static void
add_line(GError *error, const char *title, const char *text)
{
    g_autofree char *message = error->message;
    const char *hint = strstr(message, "\nhint: ");
    int length = hint == NULL ? (int)strlen(message) : (int)(hint - message);
    error->message = g_strdup_printf("%.*s\n%s: %s%s", length, message, title, text, message + length);
}

/* The step is of many statements, and may have made others of them. */
static void
add_statement(const Runner *runner, GError *error)
{
    enum { LONGEST = 200 };
    const char *failed = runner->watch.failed;
    bool refused = error->code == PLEAT_ERROR_SERVER || error->code == PLEAT_ERROR_CONCURRENT;
    if (failed == NULL || !refused)
        return;
    g_autofree char *line = shorten(failed, LONGEST);
    add_line(error, "statement", line);
}

/* Names the place: "revision 9c36df1b3f62, step 3: ..." and the line of the file. */
static bool
fail_in_step(const Runner *runner, GError **error)
{
    const Revision *revision = runner->revision;
    runner_tell_more(
        runner,
        (RunEvent){.kind = RUN_FAILS, .statement = runner->watch.failed, .holders = watch_holders(&runner->watch)});
    add_statement(runner, *error);
    if (runner->step != NULL && runner->step->line > 0 && revision->path != NULL) {
        g_autofree char *place =
            g_strdup_printf("%s:%d", revision->path, step_line(runner->step, runner->watch.failed));
        add_line(*error, "place", place);
    }
    if (PQstatus(runner->connection) == CONNECTION_BAD)
        fail_hint(error, "run the same command again: it goes on where this one stopped");
    return runner->step == NULL ? fail_within(error, "revision %s", revision->id)
                                : fail_within(error, "revision %s, step %d", revision->id, runner->step_number);
}

static bool
run_step(Runner *runner, GError **error)
{
    gint64 began = g_get_monotonic_time();
    if (!quit_check(error) || !lock_check(runner, error))
        return false;
    runner->pace = (Pace){0};
    runner->row.rows = 0;
    watch_reset(&runner->watch);
    runner_tell(runner, RUN_STEP_BEGINS, 0, NULL);
    if (!step_run(runner, error))
        return false;
    runner_tell(runner, RUN_STEP_ENDS, (double)(g_get_monotonic_time() - began) / G_USEC_PER_SEC, NULL);
    return true;
}

static bool
run_steps(Runner *runner, Step *const *steps, int done, GError **error)
{
    runner->steps = runner->step_number = 0;
    for (Step *const *step = steps; *step != NULL; step++)
        runner->steps += (*step)->kind != STEP_SETTING;
    for (Step *const *step = steps; *step != NULL; step++) {
        runner->step = *step;
        bool setting = (*step)->kind == STEP_SETTING;
        if (!setting && ++runner->step_number <= done)
            continue;
        if (!(setting ? step_set(runner, error) : run_step(runner, error)))
            return fail_in_step(runner, error);
    }
    runner->step = NULL;
    return true;
}

bool
runner_revision(Runner *runner, const Revision *revision, bool down, GError **error)
{
    gint64 began = g_get_monotonic_time();
    runner->revision = revision;
    runner->down = down;
    runner->step = NULL;
    bool resumes = g_strcmp0(runner->journal->revision, revision->id) == 0;
    int done = resumes ? runner->journal->done : 0;
    runner_tell_more(runner, (RunEvent){.kind = RUN_REVISION_BEGINS, .resumed = done});
    g_autoptr(Arena) arena = arena_new();
    Step *const *steps = NULL;
    if (!quit_check(error) || !runner_reset(runner, error) ||
        !tenant_steps(arena, revision, down, runner->options, &steps, error))
        return false;
    runner->clean = runner->ends = false;
    if (!run_steps(runner, steps, done, error))
        return false;
    if ((runner->steps == 0 || done >= runner->steps) && !step_end_revision(runner, error))
        return fail_in_step(runner, error);
    g_ptr_array_set_size(runner->journal->rows, 0);
    runner->journal->revision = NULL;
    runner_tell(runner, RUN_REVISION_ENDS, (double)(g_get_monotonic_time() - began) / G_USEC_PER_SEC, NULL);
    return true;
}
