/*
 * checksum.c - what is compared before an applied revision is trusted to be the one that was applied
 *
 * Databases hold these sums: what goes into them, and its spelling here, stays as it is for good. Comments, blanks and
 * line ends between tokens do not count; those inside of quotes do, for PostgreSQL keeps them.
 */
#include "revision/parser.h"
#include "sql/lex.h"

static const char *const KINDS[] = {
    [STEP_TRANSACTION] = "transaction", [STEP_STATEMENT] = "statement",
    [STEP_BACKFILL] = "backfill",       [STEP_EACH_PARTITION] = "each partition",
    [STEP_VERIFY] = "verify",           [STEP_COMMAND] = "command",
    [STEP_SETTING] = "setting",
};

static void
append_token(GString *out, Token token)
{
    for (size_t i = 0; i < token.length; i++)
        if (token.text[i] != '\r' || i + 1 == token.length || token.text[i + 1] != '\n')
            g_string_append_c(out, token.text[i]);
}

/* One blank wherever there was any space or comment. */
static void
append_sql(GString *out, const char *sql)
{
    bool space = false;
    const char *cursor = sql;
    for (Token token = lex_next(&cursor); token.kind != TOKEN_END; token = lex_next(&cursor)) {
        if (token.kind == TOKEN_SPACE) {
            space = true;
            continue;
        }
        if (space)
            g_string_append_c(out, ' ');
        space = false;
        append_token(out, token);
    }
}

static void
append_part(GString *out, const char *name, const char *value)
{
    if (value == NULL)
        return;
    g_string_append_printf(out, "\n%s ", name);
    append_sql(out, value);
}

static void
append_step(GString *out, const Step *step)
{
    g_string_append_printf(out, "\nstep %s", KINDS[step->kind]);
    if (step->kind != STEP_VERIFY) /* there it is a title for people */
        append_part(out, "subject", step->subject);
    append_part(out, "key", step->key);
    append_part(out, "done_if", step->done_if);
    for (char **statement = step->statements; *statement != NULL; statement++) {
        if (step->kind == STEP_COMMAND)
            g_string_append_printf(out, "\nword %s", *statement);
        else
            append_part(out, "sql", *statement);
    }
}

void
checksum_compute(Revision *revision)
{
    GString *text = g_string_new("upgrade");
    for (Step **step = revision->upgrade; *step != NULL; step++)
        append_step(text, *step);
    if (revision->downgrade != NULL)
        g_string_append(text, "\ndowngrade");
    for (Step **step = revision->downgrade; step != NULL && *step != NULL; step++)
        append_step(text, *step);
    g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, text->str, (gssize)text->len);
    g_strlcpy(revision->checksum, sum, sizeof revision->checksum);
    g_string_free(text, TRUE);
}
