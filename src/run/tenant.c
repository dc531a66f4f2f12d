#include "run/tenant.h"

#include "sql/format.h"
#include "sql/lex.h"
#include <string.h>

static const char TOKEN[] = "{schema}";

/* Doubles what would end the quote, or begin an escape in it. */
static void
append_doubled(GString *out, const char *text, const char *special)
{
    for (; *text != '\0'; text++) {
        if (strchr(special, *text) != NULL)
            g_string_append_c(out, *text);
        g_string_append_c(out, *text);
    }
}

/* A string or a quoted name with the schema in place of the token. */
static void
append_quoted(GString *out, Token token, const char *schema)
{
    g_autoptr(GString) identifier = g_string_new(NULL), value = g_string_new(NULL);
    sql_append_identifier(identifier, schema);
    bool escapes = strchr("eEuU", token.text[0]) != NULL;
    if (token.kind == TOKEN_QUOTED)
        append_doubled(value, schema, escapes ? "\"\\" : "\"");
    else
        append_doubled(value, identifier->str, escapes ? "'\\" : "'");
    g_autofree char *text = g_strndup(token.text, token.length);
    g_auto(GStrv) parts = g_strsplit(text, TOKEN, -1);
    g_autofree char *filled = g_strjoinv(value->str, parts);
    g_string_append(out, filled);
}

static bool fill(const char *sql, const char *schema, GString *out, GError **error);

/* A body is read as SQL itself. Its tag must not come up inside, where it would end it. */
static bool
append_body(GString *out, Token token, const char *schema, GError **error)
{
    size_t length = (size_t)(strchr(token.text + 1, '$') - token.text) + 1;
    g_autofree char *tag = g_strndup(token.text, length);
    g_autofree char *body = g_strndup(token.text + length, token.length - 2 * length);
    g_autoptr(GString) filled = g_string_new(NULL);
    if (!fill(body, schema, filled, error))
        return false;
    if (strstr(filled->str, tag) != NULL)
        return fail(error, PLEAT_ERROR_INPUT, "the name of schema \"%s\" holds %s, the quote of a body that names it",
                    schema, tag);
    g_string_append_printf(out, "%s%s%s", tag, filled->str, tag);
    return true;
}

static bool
append_bare(GString *out, const char *schema, GError **error)
{
    if (schema == NULL) {
        fail(error, PLEAT_ERROR_INPUT, "{schema} is the schema of a tenant, and this is a revision of the database");
        return fail_hint(error, "a line \"-- pleat: tenant\" in its header makes it one of tenants");
    }
    sql_append_identifier(out, schema);
    return true;
}

/* schema NULL: only looks for a token where no server would understand it. */
static bool
fill(const char *sql, const char *schema, GString *out, GError **error)
{
    const char *cursor = sql;
    for (Token token = lex_next(&cursor); token.kind != TOKEN_END; token = lex_next(&cursor)) {
        bool good = true;
        bool quoted = token.kind == TOKEN_QUOTED || token.kind == TOKEN_STRING;
        if (quoted && schema != NULL) {
            append_quoted(out, token, schema);
        } else if (token.kind == TOKEN_DOLLAR && schema != NULL) {
            good = append_body(out, token, schema, error);
        } else if (!quoted && token.kind != TOKEN_SPACE && g_str_has_prefix(token.text, TOKEN)) {
            good = append_bare(out, schema, error);
            cursor = token.text + strlen(TOKEN);
        } else if (token.kind == TOKEN_BROKEN) { /* of a body in another language, where a quote is no quote */
            g_string_append_c(out, *token.text);
            cursor = token.text + 1;
        } else {
            g_string_append_len(out, token.text, (gssize)token.length);
        }
        if (!good)
            return false;
    }
    return true;
}

/* NULL stays NULL. */
static bool
replace(Arena *arena, const char **sql, const char *schema, GError **error)
{
    if (*sql == NULL || strstr(*sql, TOKEN) == NULL)
        return true;
    g_autoptr(GString) filled = g_string_new(NULL);
    if (!fill(*sql, schema, filled, error))
        return false;
    *sql = arena_strdup(arena, filled->str);
    return true;
}

static const char *
replace_bare(Arena *arena, const char *word, const char *schema)
{
    if (schema == NULL || strstr(word, TOKEN) == NULL)
        return word;
    g_auto(GStrv) parts = g_strsplit(word, TOKEN, -1);
    g_autofree char *filled = g_strjoinv(schema, parts);
    return arena_strdup(arena, filled);
}

static bool
fill_step(Arena *arena, const Step *step, const char *schema, Step **out, GError **error)
{
    Step *filled = arena_new_one(arena, Step);
    *filled = *step;
    size_t count = g_strv_length(step->statements);
    filled->statements = arena_new_array(arena, char *, count + 1);
    for (size_t i = 0; i < count; i++) {
        const char *sql = step->statements[i];
        if (step->kind == STEP_COMMAND)
            sql = replace_bare(arena, sql, schema);
        else if (!replace(arena, &sql, schema, error))
            return false;
        filled->statements[i] = (char *)(guintptr)sql;
    }
    bool title = step->kind == STEP_VERIFY || step->kind == STEP_COMMAND;
    *out = filled;
    return (title || replace(arena, &filled->subject, schema, error)) &&
           replace(arena, &filled->done_if, schema, error);
}

bool
tenant_steps(Arena *arena, const Revision *revision, bool down, const RunOptions *options, Step *const **out,
             GError **error)
{
    Step **steps = down ? revision->downgrade : revision->upgrade;
    const char *schema = options->tenant ? options->schema : NULL;
    size_t count = 0;
    while (steps[count] != NULL)
        count++;
    Step **filled = arena_new_array(arena, Step *, count + 1);
    for (size_t i = 0; i < count; i++)
        if (!fill_step(arena, steps[i], schema, &filled[i], error))
            return false;
    *out = filled;
    return true;
}
