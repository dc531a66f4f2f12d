#include "run/run.h"

#include "run/embedded.h"
#include "run/gates.h"
#include "run/journal.h"
#include "run/probe.h"
#include "run/range.h"
#include "run/tenant.h"
#include "sql/each_partition.h"
#include "sql/format.h"
#include "sql/split.h"
#include "sql/verify.h"
#include <string.h>

typedef struct {
    GString *out;
    const RunOptions *options;
    Revision *revision;
    bool down;
    const GPtrArray *together; /* the revisions of the script */
} Script;

static void
append_statement(Script *script, const char *sql)
{
    g_string_append_printf(script->out, "%s;\n", sql);
}

static void
append_version(Script *script)
{
    const Revision *revision = script->revision;
    g_autofree char *digest = revision_digest(revision), *prefix = journal_prefix(run_tables(script->options));
    for (const char **id = revision->replaces; *id != NULL; id++)
        sql_append(script->out, "DELETE FROM %sversion WHERE id = %L;\n", prefix, *id);
    if (script->down)
        sql_append(script->out, "DELETE FROM %sversion WHERE id = %L;\n", prefix, revision->id);
    else
        sql_append(script->out, "INSERT INTO %sversion (id, phase, checksum, file_digest) VALUES (%L, %L, %L, %L);\n",
                   prefix, revision->id, phase_name(revision->phase), revision->checksum, digest);
}

static void
append_lock_timeout(Script *script, int milliseconds)
{
    g_string_append_printf(script->out, "SET lock_timeout = '%dms';\n", milliseconds);
}

static bool
write_transaction(Script *script, const Step *step, GError **error)
{
    (void)error;
    g_string_append(script->out, "BEGIN;\n");
    for (char **sql = step->statements; *sql != NULL; sql++)
        append_statement(script, *sql);
    g_string_append(script->out, "COMMIT;\n");
    return true;
}

static bool
write_statements(Script *script, const Step *step, GError **error)
{
    (void)error;
    for (char **sql = step->statements; *sql != NULL; sql++) {
        bool alone = probe_kind(*sql) != ALONE_NOT;
        if (alone)
            append_lock_timeout(script, 0);
        append_statement(script, *sql);
        if (alone)
            append_lock_timeout(script, script->options->lock_timeout_ms);
    }
    return true;
}

static void
replace_literal(GString *text, const char *mark, const char *value)
{
    GString *literal = g_string_new(NULL);
    sql_append_literal(literal, value);
    g_string_replace(text, mark, literal->str, 0);
    g_string_free(literal, TRUE);
}

/* The key's columns as "ARRAY['a', 'b']", NULL when the server has to look for the primary key. */
static char *
names_sql(const char *key)
{
    if (key == NULL)
        return g_strdup("NULL");
    g_autoptr(Arena) arena = arena_new();
    GString *sql = g_string_new("ARRAY[");
    for (char **item = split_list(arena, key); *item != NULL; item++) {
        const char *cursor = *item;
        g_autofree char *name = token_name(lex_next_solid(&cursor));
        sql_append(sql, "%s%L", sql->str[sql->len - 1] == '[' ? "" : ", ", name == NULL ? *item : name);
    }
    g_string_append_c(sql, ']');
    return g_string_free(sql, FALSE);
}

static bool
write_backfill(Script *script, const Step *step, GError **error)
{
    g_autofree char *statement = range_fill(step->statements[0], "{range}");
    if (statement == NULL)
        return fail(error, PLEAT_ERROR_INPUT, "a backfill's statement needs \"/*range*/ true\" in its condition");
    g_autofree char *alias = range_alias(step->statements[0]), *names = names_sql(step->key);
    g_autofree char *quote = sql_dollar_quote(statement);
    g_autofree char *skip = g_strdup_printf("%d", script->options->backfill_batch - 1);
    GString *loop = g_string_new(backfill_loop_sql);
    g_string_replace(loop, "{quoted}", quote, 0);
    g_string_replace(loop, "{names}", names, 0);
    g_string_replace(loop, "{skip}", skip, 0);
    replace_literal(loop, "{table}", step->subject);
    replace_literal(loop, "{alias}", alias);
    replace_literal(loop, "{statement}", statement);
    g_string_append(script->out, loop->str);
    g_string_free(loop, TRUE);
    return true;
}

static bool
write_partitions(Script *script, const Step *step, GError **error)
{
    (void)error;
    bool alone = probe_kind(step->statements[0]) != ALONE_NOT;
    if (alone)
        append_lock_timeout(script, 0);
    each_partition_append_script(script->out, step->statements[0], step->subject);
    if (alone)
        append_lock_timeout(script, script->options->lock_timeout_ms);
    return true;
}

static bool
write_verify(Script *script, const Step *step, GError **error)
{
    (void)error;
    verify_append_script(script->out, step->subject, step->statements[0]);
    return true;
}

/* psql does not stop at a failing program by itself (SHELL_ERROR came with 16). */
static bool
write_command(Script *script, const Step *step, GError **error)
{
    (void)script;
    return fail(error, PLEAT_ERROR_INPUT, "runs a program (\"%s\"), which a script cannot", step->statements[0]);
}

static bool (*const WRITERS[])(Script *script, const Step *step, GError **error) = {
    [STEP_TRANSACTION] = write_transaction,   [STEP_STATEMENT] = write_statements, [STEP_BACKFILL] = write_backfill,
    [STEP_EACH_PARTITION] = write_partitions, [STEP_VERIFY] = write_verify,        [STEP_COMMAND] = write_command,
    [STEP_SETTING] = write_statements,
};

static bool
write_revision(Script *script, GError **error)
{
    Revision *revision = script->revision;
    if (!revision_load(revision, error))
        return false;
    if (script->down && revision->downgrade == NULL)
        return fail(error, PLEAT_ERROR_STATE, "cannot be undone: its file has no downgrade");
    g_autoptr(Arena) arena = arena_new();
    Step *const *steps = NULL;
    if (!tenant_steps(arena, revision, script->down, script->options, &steps, error))
        return false;
    g_string_append_printf(script->out, "\n-- %s %s%s%s\nRESET ROLE;\nRESET ALL;\n",
                           script->down ? "downgrade" : "upgrade", revision->id, revision->message == NULL ? "" : ": ",
                           revision->message == NULL ? "" : revision->message);
    append_lock_timeout(script, script->options->lock_timeout_ms);
    if (!script->down && !gates_append_script(script->out, revision, script->together, script->options, error))
        return false;
    for (; *steps != NULL; steps++)
        if (!WRITERS[(*steps)->kind](script, *steps, error))
            return false;
    g_string_append(script->out, "RESET ROLE;\n");
    append_version(script);
    return true;
}

static void
append_tables(GString *out, const RunOptions *options)
{
    g_autofree char *tables = journal_tables(run_tables(options));
    g_string_append(out, "\\set ON_ERROR_STOP on\n");
    sql_append(out,
               "SELECT NOT EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
               "WHERE n.nspname = %L AND c.relname = %L) AS pleat_is_new \\gset\n"
               "\\if :pleat_is_new\nBEGIN;\n%sCOMMIT;\n\\endif\n",
               options->schema, options->tenant ? "pleat_version" : "version", tables);
}

bool
run_script(const GPtrArray *revisions, bool down, const RunOptions *options, GString *out, GError **error)
{
    GString *whole = g_string_new(NULL);
    append_tables(whole, options);
    bool good = true;
    for (guint i = 0; i < revisions->len && good; i++) {
        Script script = {whole, options, revisions->pdata[i], down, revisions};
        if (!(good = write_revision(&script, error)))
            fail_within(error, "revision %s", script.revision->id);
    }
    if (good)
        g_string_append_len(out, whole->str, (gssize)whole->len);
    g_string_free(whole, TRUE);
    return good;
}

bool
run_stamp_script(const GPtrArray *revisions, bool purge, const RunOptions *options, GString *out, GError **error)
{
    g_autoptr(GString) whole = g_string_new(NULL);
    g_autofree char *prefix = journal_prefix(run_tables(options));
    append_tables(whole, options);
    g_string_append(whole, "BEGIN;\n");
    if (purge)
        sql_append(whole, "DELETE FROM %sversion;\n", prefix);
    for (guint i = 0; i < revisions->len; i++) {
        Script script = {whole, options, revisions->pdata[i], false, revisions};
        if (!revision_load(script.revision, error))
            return false;
        sql_append(whole, "DELETE FROM %sversion WHERE id = %L;\n", prefix, script.revision->id);
        append_version(&script);
    }
    g_string_append(whole, "COMMIT;\n");
    g_string_append_len(out, whole->str, (gssize)whole->len);
    return true;
}
