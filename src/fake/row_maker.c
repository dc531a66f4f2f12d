#include "fake/row_private.h"

#include "sql/format.h"
#include <stdlib.h>

static bool
has_foreign_key(const FakeTable *table, size_t column)
{
    for (size_t i = 0; i < table->n_foreign_keys; i++)
        for (size_t j = 0; j < table->foreign_keys[i].count; j++)
            if ((size_t)table->foreign_keys[i].columns[j] == column)
                return true;
    return false;
}

/* What has a sequence, and integers that are a key by themselves, are counted. */
static void
find_counted(RowMaker *maker)
{
    const FakeTable *table = maker->table;
    for (size_t i = 0; i < table->n_columns; i++) {
        const FakeColumn *column = &table->columns[i];
        maker->is_counted[i] = column->maker != NULL && column->maker->axis.kind == AXIS_INTEGER &&
                               (column->sequence != NULL || table_has_key_of(table, (int)i)) &&
                               !has_foreign_key(table, i) && column->implied == NULL;
        maker->first[i] = 1;
    }
}

RowMaker *
row_maker_new(const FakeTable *table, guint64 seed, Pool **pools, Pool **implied, gint64 existing)
{
    RowMaker *maker = g_new0(RowMaker, 1);
    const size_t columns = MAX(table->n_columns, 1);
    maker->table = table;
    maker->random = random_new(seed, table->sql);
    maker->pools = pools;
    maker->implied = implied;
    maker->existing = existing;
    maker->own_pool = g_new0(bool, MAX(table->n_foreign_keys, 1));
    maker->frame.limits = g_new0(Limits, columns);
    maker->frame.n_limits = table->n_columns;
    maker->values = g_new0(Value, columns);
    maker->is_paired = g_new0(bool, columns);
    maker->is_counted = g_new0(bool, columns);
    maker->first = g_new0(gint64, columns);
    maker->texts = g_string_new(NULL);
    maker->scratch = g_string_new(NULL);
    for (size_t i = 0; i < table->n_foreign_keys; i++) {
        maker->own_pool[i] = table->foreign_keys[i].referenced == table;
        if (maker->own_pool[i] && pools[i] == NULL)
            pools[i] = pool_new(table->foreign_keys[i].count);
    }
    find_counted(maker);
    parents_order(maker);
    keys_new(maker);
    slots_new(maker);
    return maker;
}

void
row_maker_free(RowMaker *maker)
{
    if (maker == NULL)
        return;
    keys_free(maker);
    g_free(maker->slots);
    g_free(maker->parent_order);
    g_free(maker->own_pool);
    g_free(maker->frame.limits);
    g_free(maker->values);
    g_free(maker->is_paired);
    g_free(maker->is_counted);
    g_free(maker->first);
    g_string_free(maker->texts, TRUE);
    g_string_free(maker->scratch, TRUE);
    g_free(maker);
}

static bool
read_first(RowMaker *maker, PGconn *connection, size_t column, GError **error)
{
    g_autoptr(GString) query = g_string_new(NULL);
    g_autofree char *value = NULL;
    sql_append(query, "SELECT pg_catalog.max(%I) FROM %s", maker->table->columns[column].name, maker->table->sql);
    if (!connection_value(connection, query->str, &value, error))
        return false;
    maker->first[column] = value == NULL ? 1 : MAX(0, g_ascii_strtoll(value, NULL, 10)) + 1;
    return true;
}

bool
row_maker_read_existing(RowMaker *maker, PGconn *connection, GError **error)
{
    for (size_t i = 0; i < maker->table->n_columns; i++)
        if (maker->is_counted[i] && !read_first(maker, connection, i, error))
            return false;
    return keys_read_existing(maker, connection, error);
}

void
row_maker_trust_server(RowMaker *maker)
{
    maker->by_choice = true;
    for (size_t i = 0; i < maker->table->n_keys; i++)
        if (maker->keys[i].key->partial)
            maker->keys[i].is_checked = maker->keys[i].pinned = false;
}
