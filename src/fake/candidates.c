#include "fake/candidates.h"

#include "fake/copy.h"
#include "fake/expression.h"
#include "fake/pieces.h"
#include "sql/format.h"
#include <string.h>

enum { BATCH = 5000, MOST_BATCHES = 60 };

#define CANDIDATES "pg_temp.pleat_candidate"
#define KEPT "pg_temp.pleat_kept"

typedef struct {
    PGconn *connection;
    const FakeTable *table;
    RowMaker *maker;
    char *filter;           /* what must hold */
    GPtrArray *assignments; /* UPDATE statements that help checks */
    gint64 made, kept;
    RowResult end;  /* of the rows that were made */
    Pieces *pieces; /* kept rows go to their table as they come, for something there refuses some; NULL: at the end */
} Search;

static void
append_filter(GString *out, const FakeTable *table)
{
    g_string_append(out, "true");
    for (size_t i = 0; i < table->n_checks; i++)
        g_string_append_printf(out, " AND (%s) IS NOT FALSE", table->checks[i].expression);
    for (size_t i = 0; i < table->n_leaves; i++)
        g_string_append_printf(out, "%s(%s)", i == 0 ? " AND (" : " OR ",
                               table->leaves[i]->bound != NULL ? table->leaves[i]->bound : "true");
    if (table->n_leaves > 0)
        g_string_append_c(out, ')');
}

static const Expression *
strip(const Expression *expression)
{
    while (expression->kind == EXPRESSION_CAST)
        expression = expression->children[0];
    return expression;
}

/* "column = expression of others": the column may take it. */
static void
help(Search *search, const Expression *left, const Expression *right, const char *operator)
{
    static const char *const TAKEN[] = {"=", ">=", "<=", NULL};
    left = strip(left);
    const int column = left->kind == EXPRESSION_NAME ? table_find_column(search->table, left->name) : -1;
    if (column < 0 || search->table->columns[column].maker == NULL || strip(right)->kind == EXPRESSION_NAME ||
        !g_strv_contains(TAKEN, operator) || strstr(right->text, left->name) != NULL)
        return;
    GString *update = g_string_new(NULL);
    sql_append(update, "UPDATE " CANDIDATES " SET %I = %s WHERE %I IS NOT NULL", left->name, right->text, left->name);
    g_ptr_array_add(search->assignments, g_string_free(update, FALSE));
}

static void
help_all(Search *search, const Expression *expression)
{
    for (size_t i = 0; expression->kind == EXPRESSION_AND && i < expression->n_more; i++)
        help_all(search, expression->more[i]);
    if (expression->kind != EXPRESSION_COMPARE)
        return;
    help(search, expression->children[0], expression->children[1], expression->name);
    help(search, expression->children[1], expression->children[0], expression->name);
}

static void
find_assignments(Search *search)
{
    g_autoptr(Arena) arena = arena_new();
    for (size_t i = 0; i < search->table->n_checks; i++)
        if (!search->table->checks[i].is_known)
            help_all(search, expression_parse(arena, search->table->checks[i].expression));
}

/* Both are like the table; what is kept has its keys too, and the rows that the table has already. */
static bool
make_tables(Search *search, gint64 existing, GError **error)
{
    g_autoptr(GString) sql = g_string_new(NULL);
    const FakeTable *table = search->table;
    sql_append(
        sql,
        "DROP TABLE IF EXISTS " CANDIDATES ", " KEPT ";\n"
        "CREATE TEMPORARY TABLE pleat_candidate (LIKE %s INCLUDING GENERATED) ON COMMIT DROP;\n"
        "CREATE TEMPORARY TABLE pleat_kept (LIKE %s INCLUDING GENERATED, pleat_number bigserial) ON COMMIT DROP;\n",
        table->sql, table->sql);
    for (size_t i = 0; i < table->n_keys; i++) {
        if (table->keys[i].exclusion)
            sql_append(sql, "ALTER TABLE " KEPT " ADD %s;\n", table->keys[i].body);
        else
            sql_append(sql, "CREATE UNIQUE INDEX ON " KEPT "%s;\n", table->keys[i].body);
    }
    if (existing > 0) {
        g_autoptr(GString) columns = g_string_new(NULL);
        append_columns(columns, table);
        g_autofree char *list = g_strndup(columns->str + 1, columns->len - 2);
        sql_append(sql, "INSERT INTO " KEPT " %s SELECT %s FROM %s%s ON CONFLICT DO NOTHING;\n", columns->str, list,
                   table->relkind == 'p' ? "" : "ONLY ", table->sql);
        g_string_append(sql, "UPDATE " KEPT " SET pleat_number = 0;\n");
    }
    return connection_run(search->connection, sql->str, error);
}

/* Makes a batch; *end: there are no more rows. */
static bool
write_batch(Search *search, bool *end, char **problem, GError **error)
{
    CopyWriter *writer = NULL;
    gint64 rows = 0;
    bool ok = true;
    const char *reason;
    if (!connection_run(search->connection, "TRUNCATE " CANDIDATES, error) ||
        !copy_begin(search->connection, search->table, CANDIDATES, &writer, error))
        return false;
    for (int i = 0; i < BATCH && ok && !*end; i++) {
        search->end = row_make(search->maker, &reason);
        if (search->end == ROW_MADE)
            ok = copy_row(writer, search->maker, error);
        else {
            *end = true;
            g_free(*problem);
            *problem = g_strdup(reason);
        }
    }
    ok = copy_end(writer, &rows, ok ? error : NULL) && ok;
    search->made += rows;
    return ok;
}

/* One that fails for some row (a division by zero ...) is left out. */
static bool
run_assignments(Search *search, GError **error)
{
    for (guint i = 0; i < search->assignments->len; i++) {
        if (!connection_run(search->connection, "SAVEPOINT pleat_help", error))
            return false;
        if (!connection_run(search->connection, search->assignments->pdata[i], NULL) &&
            !connection_run(search->connection, "ROLLBACK TO SAVEPOINT pleat_help", error))
            return false;
        if (!connection_run(search->connection, "RELEASE SAVEPOINT pleat_help", error))
            return false;
    }
    return true;
}

static bool
keep_some(Search *search, gint64 wanted, GError **error)
{
    g_autoptr(GString) sql = g_string_new(NULL), columns = g_string_new(NULL);
    g_autoptr(PGresult) result = NULL;
    append_columns(columns, search->table);
    g_autofree char *list = g_strndup(columns->str + 1, columns->len - 2);
    sql_append(sql, "INSERT INTO " KEPT " %s SELECT %s FROM " CANDIDATES " WHERE %s ORDER BY ctid LIMIT ", columns->str,
               list, search->filter);
    append_number(sql, search->pieces != NULL ? BATCH : wanted - search->kept);
    g_string_append(sql, " ON CONFLICT DO NOTHING");
    if (!connection_query(search->connection, sql->str, 0, NULL, &result, error))
        return false;
    search->kept += g_ascii_strtoll(PQcmdTuples(result), NULL, 10);
    return true;
}

/* Which check let through the fewest of the last batch? */
static char *
find_culprit(Search *search)
{
    const FakeTable *table = search->table;
    for (size_t i = 0; i < table->n_checks; i++) {
        g_autofree char *query = g_strdup_printf("SELECT 1 FROM " CANDIDATES " WHERE (%s) IS NOT FALSE LIMIT 1",
                                                 table->checks[i].expression);
        g_autofree char *found = NULL;
        if (connection_value(search->connection, query, &found, NULL) && found == NULL)
            return g_strdup_printf("check \"%s\" held for none of %" G_GINT64_FORMAT " rows that were tried: CHECK %s",
                                   table->checks[i].name, search->made, table->checks[i].expression);
    }
    return g_strdup_printf(
        "of %" G_GINT64_FORMAT " rows that were tried, no more satisfied all checks and keys together", search->made);
}

static bool
copy_kept(Search *search, gint64 *rows, GError **error)
{
    g_autoptr(GString) from = g_string_new(NULL), into = g_string_new(NULL), columns = g_string_new(NULL);
    append_columns(columns, search->table);
    g_autofree char *list = g_strndup(columns->str + 1, columns->len - 2);
    sql_append(from, "COPY (SELECT %s FROM " KEPT " WHERE pleat_number > 0 ORDER BY pleat_number) TO STDOUT", list);
    sql_append(into, "COPY %s %s FROM STDIN", search->table->sql, columns->str);
    return copy_across(search->connection, from->str, into->str, rows, error);
}

/* Kept are then those that the table has taken. */
static bool
move_kept(Search *search, GError **error)
{
    g_autofree char *last = NULL;
    if (search->pieces == NULL)
        return true;
    if (!connection_value(search->connection, "SELECT coalesce(pg_catalog.max(pleat_number), 0) FROM " KEPT, &last,
                          error) ||
        !pieces_move(search->connection, search->table, KEPT, g_ascii_strtoll(last, NULL, 10), search->pieces, error))
        return false;
    search->kept = search->pieces->taken;
    return true;
}

static bool
is_given_up(const Search *search)
{
    return search->pieces != NULL && pieces_are_given_up(search->pieces);
}

/* Who is it that lets through too few: the table, or checks and keys? */
static char *
find_reason(Search *search)
{
    const Pieces *pieces = search->pieces;
    if (pieces == NULL || pieces->reason == NULL)
        return find_culprit(search);
    if (pieces->taken == 0)
        return g_strdup_printf("each of %" G_GINT64_FORMAT " rows that were tried was refused: %s", pieces->refused,
                               pieces->reason);
    return g_strdup_printf("%" G_GINT64_FORMAT " of %" G_GINT64_FORMAT " rows that were tried were refused: %s",
                           pieces->refused, pieces->refused + pieces->taken, pieces->reason);
}

static bool
search_all(Search *search, gint64 wanted, char **problem, GError **error)
{
    bool end = false;
    for (int batch = 0; search->kept < wanted && !end && !is_given_up(search); batch++) {
        const gint64 before = search->kept;
        if (!write_batch(search, &end, problem, error) || !run_assignments(search, error) ||
            !keep_some(search, wanted, error) || !move_kept(search, error))
            return false;
        /* Few are found: another twenty batches for each thousand; none at all: a few more. */
        if (batch >= MOST_BATCHES && search->kept - before < 1 + wanted / MOST_BATCHES)
            break;
    }
    if (search->kept < wanted && (!end || (search->pieces != NULL && search->pieces->refused > 0))) {
        g_free(*problem);
        *problem = find_reason(search);
        search->end = ROW_IMPOSSIBLE;
    }
    return true;
}

bool
candidates_fill(PGconn *connection, const FakeTable *table, RowMaker *maker, gint64 wanted, bool in_pieces,
                Found *found, GError **error)
{
    g_autoptr(GString) filter = g_string_new(NULL);
    g_autoptr(GPtrArray) assignments = g_ptr_array_new_with_free_func(g_free);
    append_filter(filter, table);
    Pieces pieces = {.wanted = wanted, .next = 1};
    Search search = {connection, table, maker, filter->str, assignments, 0, 0, ROW_MADE, in_pieces ? &pieces : NULL};
    find_assignments(&search);
    g_autofree char *why = NULL;
    gint64 rows = 0;
    const bool searched = make_tables(&search, 1, error) && search_all(&search, wanted, &why, error);
    g_free(pieces.reason);
    if (!searched || (!in_pieces && search.kept > 0 && !copy_kept(&search, &rows, error)) ||
        !connection_run(connection, "DROP TABLE " CANDIDATES ", " KEPT, error))
        return false;
    *found = (Found){in_pieces ? search.kept : rows, g_steal_pointer(&why), search.end == ROW_EXHAUSTED};
    return true;
}
