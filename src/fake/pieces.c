#include "fake/pieces.h"

#include "base/quit.h"
#include "fake/copy.h"
#include "fake/fill_private.h"
#include "sql/format.h"
#include <string.h>

enum { MOST_IN_A_ROW = 500, MOST_STATEMENTS = 20000 };

bool
pieces_are_given_up(const Pieces *pieces)
{
    return pieces->in_a_row >= MOST_IN_A_ROW || pieces->statements >= MOST_STATEMENTS;
}

static char *
insert_sql(const FakeTable *table, const char *from)
{
    GString *sql = g_string_new(NULL);
    g_autoptr(GString) columns = g_string_new(NULL);
    append_columns(columns, table);
    g_autofree char *list = g_strndup(columns->str + 1, columns->len - 2);
    sql_append(sql,
               "INSERT INTO %s %s OVERRIDING SYSTEM VALUE SELECT %s FROM %s "
               "WHERE pleat_number >= $1 AND pleat_number < $2 ORDER BY pleat_number",
               table->sql, columns->str, list, from);
    return g_string_free(sql, FALSE);
}

/* Of the rows [pieces->next, end). *problem: what was said against them; *rows: how many there are now. */
static bool
try_piece(PGconn *connection, const char *insert, gint64 first, gint64 end, gint64 *rows, GError **problem)
{
    g_autofree char *low = g_strdup_printf("%" G_GINT64_FORMAT, first);
    g_autofree char *high = g_strdup_printf("%" G_GINT64_FORMAT, end);
    const char *const values[] = {low, high};
    g_autoptr(PGresult) result = NULL;
    if (!connection_query(connection, insert, 2, values, &result, problem))
        return false;
    *rows = g_ascii_strtoll(PQcmdTuples(result), NULL, 10);
    return true;
}

static bool
give_up_row(PGconn *connection, const char *from, Pieces *pieces, const char *reason, GError **error)
{
    g_autoptr(GString) sql = g_string_new(NULL);
    sql_append(sql, "DELETE FROM %s WHERE pleat_number = ", from);
    append_number(sql, pieces->next);
    pieces->next++;
    pieces->refused++;
    pieces->in_a_row++;
    g_free(pieces->reason);
    pieces->reason = g_strdup(reason);
    return connection_run(connection, sql->str, error);
}

/* Smaller, or one row less. */
static bool
shrink(PGconn *connection, const char *from, Pieces *pieces, const GError *problem, GError **error)
{
    if (!connection_run(connection, "ROLLBACK TO SAVEPOINT pleat_piece; RELEASE SAVEPOINT pleat_piece", error))
        return false;
    if (pieces->size == 1)
        return give_up_row(connection, from, pieces, problem->message, error);
    pieces->size /= 2;
    return true;
}

bool
pieces_move(PGconn *connection, const FakeTable *table, const char *from, gint64 last, Pieces *pieces, GError **error)
{
    g_autofree char *insert = insert_sql(table, from);
    if (pieces->size == 0)
        pieces->size = last - pieces->next + 1;
    while (pieces->next <= last && pieces->taken < pieces->wanted && !pieces_are_given_up(pieces)) {
        g_autoptr(GError) problem = NULL;
        gint64 rows = 0;
        pieces->size = CLAMP(pieces->size, 1, MIN(last - pieces->next + 1, pieces->wanted - pieces->taken));
        pieces->statements++;
        if (!quit_check(error) || !connection_run(connection, "SAVEPOINT pleat_piece", error))
            return false;
        if (try_piece(connection, insert, pieces->next, pieces->next + pieces->size, &rows, &problem)) {
            if (!connection_run(connection, "RELEASE SAVEPOINT pleat_piece", error))
                return false;
            pieces->taken += rows;
            pieces->in_a_row = 0;
            pieces->next += pieces->size;
            pieces->size *= 2;
        } else if (fill_is_fatal(connection, problem)) {
            g_propagate_error(error, g_steal_pointer(&problem));
            return false;
        } else if (!shrink(connection, from, pieces, problem, error)) {
            return false;
        }
    }
    return true;
}
