#include "run/gate_private.h"

#include "catalog/observed.h"
#include "run/embedded.h"
#include "sql/corpus.h"
#include "sql/format.h"
#include "sql/words.h"
#include <stdlib.h>
#include <string.h>

/* Dependants --------------------------------------------------------------------------------------------------------*/

/* Its last part, without quotes, is a name that the revision's own statements have. */
static bool
is_mentioned(const Gating *gating, const char *name)
{
    g_autofree char *last = NULL;
    const char *cursor = name;
    for (Token token = lex_next_solid(&cursor); token.kind != TOKEN_END; token = lex_next_solid(&cursor)) {
        char *part = token_name(token);
        if (part == NULL)
            continue;
        g_free(last);
        last = part;
    }
    return last != NULL && g_hash_table_contains(gating->mentioned, last);
}

static bool
ask_dependants(Gating *gating, PGresult **out, GError **error)
{
    g_autoptr(GPtrArray) classes = g_ptr_array_new(), names = g_ptr_array_new(), parts = g_ptr_array_new();
    for (guint i = 0; i < gating->drops->len; i++) {
        const Drop *drop = &g_array_index(gating->drops, Drop, i);
        const bool is_part = drop->table != NULL;
        g_ptr_array_add(classes, (gpointer)(guintptr)(is_part ? "pg_class" : drop->kind->catalog));
        g_ptr_array_add(names, (gpointer)(guintptr)drop->root);
        g_ptr_array_add(parts, (gpointer)(guintptr)(is_part ? drop->name : NULL));
    }
    const char *const parameters[] = {gate_array(gating->arena, classes), gate_array(gating->arena, names),
                                      gate_array(gating->arena, parts)};
    return connection_query(gating->runner->connection, dependants_sql, 3, parameters, out, error);
}

bool
gate_dependants(Gating *gating, GError **error)
{
    g_autoptr(PGresult) result = NULL;
    if (!gate_is_on(gating, GATE_DEPENDANTS) || gating->drops->len == 0)
        return true;
    if (!ask_dependants(gating, &result, error))
        return false;
    for (int row = 0; row < PQntuples(result); row++)
        if (!is_mentioned(gating, PQgetvalue(result, row, 2)))
            gate_find(gating, GATE_DEPENDANTS, true, "%s uses %s, and is none of the revision's: drop or change it",
                      PQgetvalue(result, row, 1), PQgetvalue(result, row, 0));
    return true;
}

/* Words -------------------------------------------------------------------------------------------------------------*/

bool
gate_find_shared(Gating *gating, GError **error)
{
    g_autoptr(GPtrArray) classes = g_ptr_array_new(), names = g_ptr_array_new(), tables = g_ptr_array_new();
    g_autoptr(PGresult) result = NULL;
    for (guint i = 0; i < gating->drops->len; i++) {
        const Drop *drop = &g_array_index(gating->drops, Drop, i);
        g_ptr_array_add(classes, (gpointer)(guintptr)drop->kind->catalog);
        g_ptr_array_add(names, (gpointer)(guintptr)drop->name);
        g_ptr_array_add(tables, (gpointer)(guintptr)drop->table);
    }
    const char *const parameters[] = {gate_array(gating->arena, classes), gate_array(gating->arena, names),
                                      gate_array(gating->arena, tables)};
    if (names->len == 0)
        return true;
    if (!connection_query(gating->runner->connection, shared_names_sql, 3, parameters, &result, error))
        return false;
    for (int row = 0; row < PQntuples(result); row++)
        g_hash_table_add(gating->shared, GINT_TO_POINTER(atoi(PQgetvalue(result, row, 0))));
    return true;
}

/* What of it a text names: a column with its table. NULL: nothing, or what may be something else. */
static const Drop *
find_named(const Gating *gating, const char *text)
{
    g_autoptr(GHashTable) names = NULL;
    for (guint i = 0; i < gating->drops->len; i++) {
        const Drop *drop = &g_array_index(gating->drops, Drop, i);
        if (names == NULL)
            names = words_names(text);
        if (!g_hash_table_contains(gating->shared, GINT_TO_POINTER((int)i + 1)) &&
            g_hash_table_contains(names, drop->name) &&
            (drop->table == NULL || g_hash_table_contains(names, drop->table)))
            return drop;
    }
    return NULL;
}

/* Statements --------------------------------------------------------------------------------------------------------*/

/* Tokens with a blank between any two, constants and parameters as "?"; up to what a batch's range stands in. */
static char *
normalise(const char *sql)
{
    static const char RANGE[] = "/*range*/";
    const char *end = strstr(sql, RANGE);
    g_autofree char *part = end == NULL ? g_strdup(sql) : g_strndup(sql, (gsize)(end - sql));
    GString *out = g_string_new(NULL);
    const char *cursor = part;
    for (Token token = lex_next_solid(&cursor); token.kind != TOKEN_END; token = lex_next_solid(&cursor)) {
        const bool constant = token.kind == TOKEN_STRING || token.kind == TOKEN_DOLLAR || token.kind == TOKEN_PARAM ||
                              token.kind == TOKEN_NUMBER;
        g_string_append_len(out, constant ? "?" : token.text, constant ? 1 : (gssize)token.length);
        g_string_append_c(out, ' ');
    }
    return g_string_free(out, FALSE);
}

/* Statements of revisions are not an application's: beginnings of what they come to. */
static bool
add_own(Gating *gating, const Revision *revision, GPtrArray *own, GError **error)
{
    Step *const *steps;
    if (!gate_steps(gating, revision, &steps, error))
        return false;
    for (; *steps != NULL; steps++)
        for (char **sql = (*steps)->statements; *sql != NULL; sql++)
            if (corpus_is_query(*sql))
                g_ptr_array_add(own, normalise(*sql));
    return true;
}

static bool
is_own(const GPtrArray *own, const char *sql)
{
    g_autofree char *text = normalise(sql);
    for (guint i = 0; i < own->len; i++)
        if (g_str_has_prefix(text, own->pdata[i]))
            return true;
    return false;
}

/* When the last of the expand revisions was applied, in seconds since 1970; 0: none was. */
static bool
find_applied(Gating *gating, double *out, GError **error)
{
    g_autofree char *prefix = journal_prefix(run_tables(gating->runner->options)), *text = NULL;
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    for (guint i = 0; i < gating->expands->len; i++)
        g_ptr_array_add(ids, (gpointer)(guintptr)((const Revision *)gating->expands->pdata[i])->id);
    const char *sql = sql_printf(gating->arena,
                                 "SELECT extract(epoch FROM max(applied_at)) FROM %sversion "
                                 "WHERE id = ANY (%L::pg_catalog.text[])",
                                 prefix, gate_array(gating->arena, ids));
    if (!connection_value(gating->runner->connection, sql, &text, error))
        return false;
    *out = text == NULL ? 0 : g_ascii_strtod(text, NULL);
    return true;
}

static char *
shorten(const char *sql)
{
    enum { LONGEST = 100 };
    g_autofree char *line = g_strdelimit(g_strdup(sql), "\r\n\t", ' ');
    if (g_utf8_strlen(line, -1) <= LONGEST)
        return g_steal_pointer(&line);
    g_autofree char *start = g_utf8_substring(line, 0, LONGEST);
    return g_strconcat(start, "...", NULL);
}

/* Calls from before the expand phase are the old application's right. */
static void
tell_statement(Gating *gating, const ObservedStatement *statement, const Drop *drop, double applied)
{
    const bool sure = applied > 0 && statement->since >= applied;
    g_autofree char *sql = shorten(statement->text);
    gate_find(
        gating, GATE_STATEMENTS, sure,
        "%s %s is named by a statement that ran %" G_GINT64_FORMAT " times%s (queryid %s): %s", drop->kind->title,
        drop->address, statement->calls,
        sure ? " since the expand phase"
             : ", maybe before the expand phase; reset it with pg_stat_statements_reset() to see whether it comes back",
        statement->id, sql);
}

static bool
tell_statements(Gating *gating, const Observed *observed, GError **error)
{
    enum { SHOWN = 5 };
    g_autoptr(GPtrArray) own = g_ptr_array_new_with_free_func(g_free);
    double applied = 0;
    int found = 0;
    for (guint i = 0; i < gating->expands->len; i++)
        if (!add_own(gating, gating->expands->pdata[i], own, error))
            return false;
    if (!add_own(gating, gating->revision, own, error) || !find_applied(gating, &applied, error))
        return false;
    for (guint i = 0; i < observed->list->len && found < SHOWN; i++) {
        const ObservedStatement *statement = observed->list->pdata[i];
        const Drop *drop = corpus_is_query(statement->text) ? find_named(gating, statement->text) : NULL;
        if (drop == NULL || is_own(own, statement->text))
            continue;
        found++;
        tell_statement(gating, statement, drop, applied);
    }
    return true;
}

/* Where there is nothing to read, nothing is told: most databases have no pg_stat_statements. */
bool
gate_statements(Gating *gating, GError **error)
{
    g_auto(Observed) observed = {0};
    if (!gate_is_on(gating, GATE_STATEMENTS) || gating->drops->len == 0 || gating->runner->options->both_phases)
        return true;
    if (!observed_read(gating->runner->connection, &observed, error))
        return false;
    if (observed.hidden > 0)
        gate_find(gating, GATE_STATEMENTS, false,
                  "%u statements of other roles cannot be read: GRANT pg_read_all_stats", observed.hidden);
    return observed.list == NULL || tell_statements(gating, &observed, error);
}

/* Routines ----------------------------------------------------------------------------------------------------------*/

bool
gate_routines(Gating *gating, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_autoptr(PGresult) result = NULL;
    for (guint i = 0; i < gating->drops->len; i++)
        g_ptr_array_add(names, (gpointer)(guintptr)g_array_index(gating->drops, Drop, i).name);
    const char *const parameters[] = {gate_array(gating->arena, names), gating->runner->options->schema};
    if (!gate_is_on(gating, GATE_ROUTINES) || names->len == 0)
        return true;
    if (!connection_query(gating->runner->connection, routine_bodies_sql, 2, parameters, &result, error))
        return false;
    for (int row = 0; row < PQntuples(result); row++) {
        const Drop *drop = find_named(gating, PQgetvalue(result, row, 2));
        if (drop != NULL && !g_hash_table_contains(gating->mentioned, PQgetvalue(result, row, 1)))
            gate_find(gating, GATE_ROUTINES, true, "the body of %s names %s %s: change it first",
                      PQgetvalue(result, row, 0), drop->kind->title, drop->address);
    }
    return true;
}
