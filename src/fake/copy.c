#include "fake/copy.h"

#include "base/quit.h"
#include "sql/format.h"
#include <string.h>

enum { CHUNK = 64 * 1024 };

struct CopyWriter {
    PGconn *connection;
    const FakeTable *table;
    GString *buffer;
};

/* COPY and INSERT know no list without columns, and need none. */
void
append_columns(GString *out, const FakeTable *table)
{
    bool first = true;
    if (table->n_columns == 0)
        return;
    g_string_append_c(out, '(');
    for (size_t i = 0; i < table->n_columns; i++) {
        if (table->columns[i].maker == NULL)
            continue;
        sql_append(out, first ? "%I" : ", %I", table->columns[i].name);
        first = false;
    }
    g_string_append_c(out, ')');
}

static bool
start(PGconn *connection, const char *sql, ExecStatusType expected, GError **error)
{
    g_autoptr(PGresult) result = PQexec(connection, sql);
    return PQresultStatus(result) == expected || connection_fail(connection, result, error);
}

bool
copy_begin(PGconn *connection, const FakeTable *table, const char *into, CopyWriter **out, GError **error)
{
    g_autoptr(GString) sql = g_string_new(NULL);
    sql_append(sql, "COPY %s ", into);
    append_columns(sql, table);
    g_string_append(sql, " FROM STDIN");
    if (!start(connection, sql->str, PGRES_COPY_IN, error))
        return false;
    *out = g_new0(CopyWriter, 1);
    **out = (CopyWriter){connection, table, g_string_sized_new(CHUNK + 4096)};
    return true;
}

/* Characters that COPY's text format writes with a backslash. */
static void
append_escaped(GString *out, const char *text)
{
    static const char FROM[] = "\\\n\r\t\b\f\v", TO[] = "\\nrtbfv";
    for (;;) {
        const gsize plain = strcspn(text, FROM);
        g_string_append_len(out, text, (gssize)plain);
        text += plain;
        if (*text == '\0')
            return;
        g_string_append_c(out, '\\');
        g_string_append_c(out, TO[strchr(FROM, *text++) - FROM]);
    }
}

static bool
flush(CopyWriter *writer, gsize from, GError **error)
{
    if (writer->buffer->len <= from)
        return true;
    if (PQputCopyData(writer->connection, writer->buffer->str, (int)writer->buffer->len) != 1)
        return connection_fail(writer->connection, NULL, error);
    g_string_truncate(writer->buffer, 0);
    return quit_check(error);
}

bool
copy_row(CopyWriter *writer, const RowMaker *row, GError **error)
{
    bool first = true;
    for (size_t i = 0; i < writer->table->n_columns; i++) {
        if (writer->table->columns[i].maker == NULL)
            continue;
        if (!first)
            g_string_append_c(writer->buffer, '\t');
        const char *text = row_text(row, i);
        if (text == NULL)
            g_string_append(writer->buffer, "\\N");
        else
            append_escaped(writer->buffer, text);
        first = false;
    }
    g_string_append_c(writer->buffer, '\n');
    return flush(writer, CHUNK, error);
}

/* The server's answer, after all data or after it refused some. */
static bool
finish(PGconn *connection, gint64 *rows, GError **error)
{
    bool ok = true;
    for (;;) {
        g_autoptr(PGresult) result = PQgetResult(connection);
        if (result == NULL)
            return ok;
        if (PQresultStatus(result) == PGRES_COMMAND_OK)
            *rows = g_ascii_strtoll(PQcmdTuples(result), NULL, 10);
        else if (ok)
            ok = connection_fail(connection, result, error);
    }
}

bool
copy_end(CopyWriter *writer, gint64 *rows, GError **error)
{
    g_autoptr(GError) unsent = NULL;
    PGconn *connection = writer->connection;
    const bool sent = flush(writer, 0, &unsent);
    PQputCopyEnd(connection, sent ? NULL : "given up");
    g_string_free(writer->buffer, TRUE);
    g_free(writer);
    const bool ok = finish(connection, rows, sent ? error : NULL);
    if (!sent)
        g_propagate_error(error, g_steal_pointer(&unsent));
    return ok && sent;
}

/* All of it: what is copied across was chosen by the server, and is not much. */
bool
copy_read(PGconn *connection, const char *from, GString *out, GError **error)
{
    char *line;
    int length;
    gint64 rows;
    if (!start(connection, from, PGRES_COPY_OUT, error))
        return false;
    while ((length = PQgetCopyData(connection, &line, 0)) > 0) {
        g_string_append_len(out, line, length);
        PQfreemem(line);
    }
    return finish(connection, &rows, error);
}

bool
copy_across(PGconn *connection, const char *from, const char *into, gint64 *rows, GError **error)
{
    g_autoptr(GString) data = g_string_new(NULL);
    if (!copy_read(connection, from, data, error) || !start(connection, into, PGRES_COPY_IN, error))
        return false;
    for (gsize at = 0; at < data->len; at += CHUNK)
        if (PQputCopyData(connection, data->str + at, (int)MIN((gsize)CHUNK, data->len - at)) != 1)
            break;
    PQputCopyEnd(connection, NULL);
    return finish(connection, rows, error);
}
