#include "fake/script.h"

#include "fake/copy.h"
#include "fake/maker.h"
#include "sql/format.h"

#define OURS "xmin::text::bigint >= pg_catalog.pg_current_xact_id()::xid::text::bigint"

void
script_begin(const FillOptions *options)
{
    if (options->script != SCRIPT_NONE)
        options->write(options->data, "BEGIN;\n\nSET TimeZone = 'UTC';\n");
}

void
script_end(const FillOptions *options)
{
    if (options->script != SCRIPT_NONE)
        options->write(options->data, "\nCOMMIT;\n");
}

void
script_statement(const FillOptions *options, const char *sql)
{
    options->write(options->data, "\n");
    options->write(options->data, sql);
    options->write(options->data, ";\n");
}

/* The names alone, or each quoted as a literal. */
static char *
list_columns(const FakeTable *table, const char *format)
{
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < table->n_columns; i++) {
        if (table->columns[i].maker == NULL)
            continue;
        g_string_append(out, out->len > 0 ? ", " : "");
        sql_append(out, format, table->columns[i].name);
    }
    return g_string_free(out, FALSE);
}

static bool
is_counted(const FakeColumn *column)
{
    return column->sequence != NULL && column->maker != NULL && column->maker->axis.kind == AXIS_INTEGER;
}

/* In the order in which rows were made, where they are counted: what was rolled back before leaves gaps that others
 * fill. */
static void
append_order(GString *sql, const FakeTable *table)
{
    for (size_t i = 0; i < table->n_columns; i++)
        if (is_counted(&table->columns[i])) {
            sql_append(sql, " ORDER BY %I", table->columns[i].name);
            return;
        }
}

static bool
write_copy(PGconn *connection, const FakeTable *table, const FillOptions *options, GError **error)
{
    g_autofree char *names = list_columns(table, "%I");
    g_autoptr(GString) sql = g_string_new(NULL), head = g_string_new(NULL), data = g_string_new(NULL);
    sql_append(sql, "COPY (SELECT %s FROM %s WHERE " OURS, names, table->sql);
    append_order(sql, table);
    g_string_append(sql, ") TO STDOUT");
    if (!copy_read(connection, sql->str, data, error))
        return false;
    if (data->len == 0)
        return true;
    sql_append(head, "\nCOPY %s (%s) FROM stdin;\n", table->sql, names);
    options->write(options->data, head->str);
    options->write(options->data, data->str);
    options->write(options->data, "\\.\n");
    return true;
}

static bool
write_inserts(PGconn *connection, const FakeTable *table, const FillOptions *options, GError **error)
{
    enum { AT_ONCE = 100 };
    g_autofree char *names = list_columns(table, "%I"),
                    *values = list_columns(table, "pg_catalog.quote_nullable(%I::text)");
    g_autoptr(GString) sql = g_string_new(NULL), out = g_string_new(NULL);
    g_autoptr(PGresult) result = NULL;
    sql_append(sql, "SELECT pg_catalog.concat_ws(', ', %s) FROM %s WHERE " OURS, values, table->sql);
    append_order(sql, table);
    if (!connection_query(connection, sql->str, 0, NULL, &result, error))
        return false;
    for (int row = 0; row < PQntuples(result); row++) {
        if (row % AT_ONCE == 0)
            sql_append(out, "\nINSERT INTO %s (%s) OVERRIDING SYSTEM VALUE VALUES", table->sql, names);
        const bool last = row % AT_ONCE == AT_ONCE - 1 || row == PQntuples(result) - 1;
        g_string_append_printf(out, "\n    (%s)%s", PQgetvalue(result, row, 0), last ? ";\n" : ",");
    }
    options->write(options->data, out->str);
    return true;
}

static void
write_sequences(const FakeTable *table, const FillOptions *options)
{
    for (size_t i = 0; i < table->n_columns; i++) {
        const FakeColumn *column = &table->columns[i];
        g_autoptr(GString) sql = g_string_new(NULL);
        if (!is_counted(column))
            continue;
        sql_append(sql, "SELECT pg_catalog.setval(%L, pg_catalog.max(%I)) FROM %s", column->sequence, column->name,
                   table->sql);
        script_statement(options, sql->str);
    }
}

bool
script_table(PGconn *connection, const FakeTable *table, const FillOptions *options, GError **error)
{
    if (options->script == SCRIPT_NONE)
        return true;
    if (!(options->script == SCRIPT_COPY ? write_copy : write_inserts)(connection, table, options, error))
        return false;
    write_sequences(table, options);
    return true;
}
