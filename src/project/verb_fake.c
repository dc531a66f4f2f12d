#include "base/spell.h"
#include "fake/fill.h"
#include "fake/fill_order.h"
#include "fake/prepare.h"
#include "project/session.h"
#include "project/sheltered.h"
#include "report/record.h"
#include "sql/format.h"
#include <string.h>

enum { USUAL_ROWS = 100 };

/* "NAME=N": a table, with or without its schema. */
static bool
set_wanted(const Subject *subject, const char *word, GError **error)
{
    const char *equals = strrchr(word, '=');
    char *end = NULL;
    const gint64 rows = equals != NULL ? g_ascii_strtoll(equals + 1, &end, 10) : -1;
    bool found = false;
    if (rows < 0 || end == equals + 1 || *end != '\0')
        return fail(error, PLEAT_ERROR_USAGE, "--table \"%s\": not NAME=ROWS", word);
    g_autofree char *name = g_strndup(word, (gsize)(equals - word));
    for (size_t i = 0; i < subject->n_tables; i++) {
        FakeTable *table = &subject->tables[i];
        g_autofree char *qualified = g_strdup_printf("%s.%s", table->schema, table->name);
        if (strcmp(name, table->name) != 0 && strcmp(name, qualified) != 0)
            continue;
        fill_place(subject, table)->wanted = rows;
        found = true;
    }
    return found || fail(error, PLEAT_ERROR_USAGE, "--table \"%s\": no such table", name);
}

static bool
set_all_wanted(const Subject *subject, const PleatFakeOptions *options, GError **error)
{
    for (size_t i = 0; i < subject->n_tables; i++)
        subject->tables[i].wanted = options->rows >= 0 ? options->rows : USUAL_ROWS;
    for (size_t i = 0; options->tables != NULL && options->tables[i] != NULL; i++)
        if (!set_wanted(subject, options->tables[i], error))
            return false;
    return true;
}

static void
append_reason(GString *out, const FillResult *result)
{
    if (result->reason == NULL)
        return;
    g_auto(GStrv) lines = g_strsplit(g_strstrip(result->reason), "\n", -1);
    for (char **line = lines; *line != NULL; line++)
        g_string_append_printf(out, line == lines ? ": %s" : "\n    %s", *line);
}

/* "public.customer: 1000 rows", and why it is not what was wanted. */
static char *
describe(const FillResult *result)
{
    GString *out = g_string_new(NULL);
    const gint64 rows = result->before + result->made;
    g_autoptr(GString) name = g_string_new(NULL);
    sql_append(name, "%I.%I", result->table->schema, result->table->name);
    g_autofree char *address = spell_controls(name->str, "");
    g_string_append_printf(out, "%s: ", address);
    if (result->state == FILL_FAILED)
        g_string_append(out, "not filled");
    else if (result->state == FILL_SKIPPED)
        g_string_append(out, "left alone");
    else
        g_string_append_printf(out, "%" G_GINT64_FORMAT " row%s", rows, rows == 1 ? "" : "s");
    if (result->state == FILL_FULL || result->state == FILL_SHORT)
        g_string_append_printf(out, " of %" G_GINT64_FORMAT, result->table->wanted);
    append_reason(out, result);
    g_string_append_c(out, '\n');
    return g_string_free(out, FALSE);
}

typedef struct {
    PleatSession *session;
    bool script, document; /* document: all is told at the end */
} Listener;

/* A script is alone on standard output. */
static void
tell(void *data, const FillResult *result)
{
    const Listener *listener = data;
    if (listener->document)
        return;
    g_autofree char *line = describe(result);
    const bool is_plain = result->state == FILL_DONE && result->reason == NULL;
    if (!listener->script)
        session_write(listener->session, "%s", line);
    else if (!is_plain)
        session_note(listener->session, "%s", line);
}

static void
write_script(void *data, const char *text)
{
    const Listener *listener = data;
    session_write_text(listener->session, text);
}

static void
write_table(Record *record, const FillResult *result)
{
    static const char *const STATES[] = {[FILL_DONE] = "filled",
                                         [FILL_FULL] = "full",
                                         [FILL_SHORT] = "short",
                                         [FILL_FAILED] = "not_filled",
                                         [FILL_SKIPPED] = "left_alone"};
    record_open(record, NULL);
    record_text(record, "schema", result->table->schema);
    record_text(record, "table", result->table->name);
    record_text(record, "state", STATES[result->state]);
    record_integer(record, "wanted", result->table->wanted);
    record_integer(record, "before", result->before);
    record_integer(record, "made", result->made);
    record_text(record, "reason", result->reason);
    record_seconds(record, "seconds", result->seconds);
    record_close(record);
}

static void
write_document(PleatSession *session, const GPtrArray *results, double seconds)
{
    g_autoptr(Record) record = record_new();
    record_open_list(record, "tables");
    for (guint i = 0; i < results->len; i++)
        write_table(record, results->pdata[i]);
    record_close(record);
    record_seconds(record, "seconds", seconds);
    g_autofree char *text = record_document(record);
    session_write_text(session, text);
}

static void
sum_up(const Listener *listener, const GPtrArray *results, double seconds, PleatOutcome *outcome)
{
    gint64 rows = 0;
    guint tables = 0, short_of = 0;
    for (guint i = 0; i < results->len; i++) {
        const FillResult *result = results->pdata[i];
        if (result->state == FILL_SKIPPED)
            tell((void *)(guintptr)listener, result);
        rows += result->made;
        tables += result->made > 0;
        short_of += result->state == FILL_SHORT || result->state == FILL_FAILED;
    }
    g_autoptr(GString) text = g_string_new(NULL);
    g_string_append_printf(text, "%" G_GINT64_FORMAT " new row%s in %u table%s, %.1f s\n", rows, rows == 1 ? "" : "s",
                           tables, tables == 1 ? "" : "s", seconds);
    if (short_of > 0)
        g_string_append_printf(text, "%u table%s fewer rows than wanted\n", short_of,
                               short_of == 1 ? " has" : "s have");
    session_note(listener->session, "%s", text->str);
    *outcome = short_of > 0 ? PLEAT_FINDINGS : PLEAT_CLEAN;
}

bool
session_fake(PleatSession *session, PGconn *connection, const PleatFakeOptions *options, PleatOutcome *outcome,
             GError **error)
{
    g_autoptr(Subject) subject = NULL;
    g_autoptr(GPtrArray) results = NULL;
    Listener listener = {session, options->sql || options->copy, session_has_format(session, "json")};
    const gint64 began = g_get_monotonic_time();
    const FillOptions fill = {
        .seed = options->seed,
        .script = options->copy  ? SCRIPT_COPY
                  : options->sql ? SCRIPT_INSERT
                                 : SCRIPT_NONE,
        .write = write_script,
        .progress = tell,
        .data = &listener,
    };
    /* Plans of catalog queries look costly enough to be compiled, which takes longer than they do. */
    if (!connection_run(connection, "SET search_path = ''; SET jit = off", error) ||
        !subject_read(connection, session->config->revision_schema, &subject, error) ||
        !set_all_wanted(subject, options, error) ||
        (!options->force && !sheltered_from_mixing(session, subject, error)) || !prepare_subject(subject, error) ||
        !connection_run(connection, "RESET search_path", error) || /* triggers may need it */
        !fill_run(subject, &fill, &results, error))
        return false;
    if (listener.document)
        write_document(session, results, (double)(g_get_monotonic_time() - began) / G_USEC_PER_SEC);
    sum_up(&listener, results, (double)(g_get_monotonic_time() - began) / G_USEC_PER_SEC, outcome);
    return true;
}

bool
pleat_fake(PleatSession *session, const PleatFakeOptions *options, PleatOutcome *outcome, GError **error)
{
    g_autoptr(PGconn) connection = NULL;
    if (options->sql && options->copy)
        return fail(error, PLEAT_ERROR_USAGE, "--sql or --copy, not both");
    if (options->rows < -1)
        return fail(error, PLEAT_ERROR_USAGE, "--rows %" G_GINT64_FORMAT ": no table can have so many", options->rows);
    if ((options->sql || options->copy) && session_has_format(session, "json"))
        return fail(error, PLEAT_ERROR_USAGE, "a script is no JSON: --%s or --format json",
                    options->sql ? "sql" : "copy");
    return (options->force || sheltered_from_others(session, error)) &&
           session_connect(session, NULL, &connection, error) &&
           session_fake(session, connection, options, outcome, error);
}
