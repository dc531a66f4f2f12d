/* gate_backfill.c - are all rows filled that an expand revision has filled? */
#include "run/gate_private.h"

#include "sql/split.h"
#include "sql/words.h"
#include <string.h>

/* What an UPDATE of a backfill would still do --------------------------------------------------------------------- */

typedef struct {
    const char *table;       /* with its alias */
    const char *assignments; /* "a = x, b = y" */
    const char *condition;
} Update;

/* The word, outside of parentheses; *before gets the text up to it. The cursor moves behind it. */
static bool
cut_at(Arena *arena, const char **cursor, const char *word, const char **before)
{
    const char *start = *cursor;
    int depth = 0;
    for (;;) {
        const Token token = lex_next_solid(cursor);
        if (token.kind == TOKEN_END)
            return false;
        depth += token_is(token, "(") - token_is(token, ")");
        if (depth != 0 || !token_is(token, word))
            continue;
        *before = g_strstrip(arena_strndup(arena, start, (size_t)(token.text - start)));
        return true;
    }
}

/* UPDATE table SET assignments WHERE condition AND (range) true; one with FROM is no such thing. */
static bool
read_update(Arena *arena, const char *sql, Update *out)
{
    static const char RANGE[] = "/*range*/";
    const char *range = strstr(sql, RANGE), *cursor = sql, *ignored;
    if (range == NULL || !words_skip(&cursor, "update") || !cut_at(arena, &cursor, "set", &out->table) ||
        !cut_at(arena, &cursor, "where", &out->assignments) || cursor > range)
        return false;
    out->condition = arena_printf(arena, "%.*strue", (int)(range - cursor), cursor);
    const char *assignments = out->assignments;
    return !cut_at(arena, &assignments, "from", &ignored);
}

/* "(x) IS DISTINCT FROM a" of "a = x". NULL where the condition does not name "a": then nothing tells a row that is
 * filled from one that is not. */
static const char *
differs(Arena *arena, const char *assignment, GHashTable *condition)
{
    const char *cursor = assignment;
    const Token column = lex_next_solid(&cursor);
    g_autofree char *name = token_name(column);
    if (name == NULL || !g_hash_table_contains(condition, name) || !token_is(lex_next_solid(&cursor), "="))
        return NULL;
    return arena_printf(arena, "(%s) IS DISTINCT FROM %.*s", cursor, (int)column.length, column.text);
}

static const char *
ask_update(Arena *arena, const char *sql)
{
    Update update;
    g_autoptr(GString) rest = g_string_new(NULL);
    if (!read_update(arena, sql, &update))
        return NULL;
    g_autoptr(GHashTable) condition = words_names(update.condition);
    for (char **item = split_list(arena, update.assignments); *item != NULL; item++) {
        const char *test = differs(arena, *item, condition);
        if (test == NULL)
            return NULL;
        g_string_append_printf(rest, "%s%s", rest->len == 0 ? "" : " OR ", test);
    }
    return arena_printf(arena, "SELECT NOT EXISTS (SELECT FROM %s WHERE (%s) AND (%s))", update.table, update.condition,
                        rest->str);
}

/* Asking ------------------------------------------------------------------------------------------------------------*/

/* Read-only: it is a question. What cannot be asked any more, for later revisions have changed what it is about, says
 * nothing. */
static bool
ask(Gating *gating, const Revision *expand, const Step *step, const char *sql, GError **error)
{
    PGconn *connection = gating->runner->connection;
    g_autofree char *value = NULL;
    g_autoptr(GError) problem = NULL;
    if (!connection_run(connection, "RESET search_path; BEGIN READ ONLY", error)) /* as for the step itself */
        return false;
    const bool asked = connection_value(connection, sql, &value, &problem);
    if (PQstatus(connection) != CONNECTION_OK) {
        g_propagate_error(error, g_steal_pointer(&problem));
        return false;
    }
    if (!connection_run(connection, "ROLLBACK", error))
        return false;
    if (!asked)
        gate_find(gating, GATE_BACKFILL, false, "%s:%d cannot be asked any more: %.*s", expand->path, step->line,
                  (int)strcspn(problem->message, "\n"), problem->message);
    else if (g_strcmp0(value, "t") != 0 && step->kind == STEP_VERIFY)
        gate_find(gating, GATE_BACKFILL, true, "what revision %s has verified does not hold any more: %s (%s:%d)",
                  expand->id, step->subject, expand->path, step->line);
    else if (g_strcmp0(value, "t") != 0)
        gate_find(gating, GATE_BACKFILL, true,
                  "%s has rows that are not filled: run the statement of revision %s for them (%s:%d)", step->subject,
                  expand->id, expand->path, step->line);
    return true;
}

const char *
gate_question(Arena *arena, const Step *step)
{
    if (step->kind == STEP_VERIFY)
        return step->statements[0];
    return step->kind == STEP_BACKFILL ? ask_update(arena, step->statements[0]) : NULL;
}

bool
gate_backfill(Gating *gating, GError **error)
{
    for (guint i = 0; i < gating->expands->len && gate_is_on(gating, GATE_BACKFILL); i++) {
        const Revision *expand = gating->expands->pdata[i];
        Step *const *steps;
        if (!gate_steps(gating, expand, &steps, error))
            return false;
        for (; *steps != NULL; steps++) {
            const char *sql = gate_question(gating->arena, *steps);
            if (sql != NULL && !ask(gating, expand, *steps, sql, error))
                return false;
        }
    }
    return true;
}
