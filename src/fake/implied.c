#include "fake/implied.h"

#include "fake/fill_order.h"
#include <string.h>

static bool
is_plural(const char *name, const char *stem, size_t length)
{
    static const char *const ENDS[] = {"", "s", "es", NULL};
    if (length > 1 && stem[length - 1] == 'y' && strncmp(name, stem, length - 1) == 0 &&
        strcmp(name + length - 1, "ies") == 0)
        return true;
    return strncmp(name, stem, length) == 0 && g_strv_contains(ENDS, name + length);
}

/* The column that is the key of "room" or "rooms" for "room_id": called "id" or "room_id". -1: none. */
static int
key_for(const FakeTable *table, const FakeColumn *column)
{
    const char *end = strrchr(column->name, '_');
    if (end == NULL || end == column->name || !is_plural(table->name, column->name, (size_t)(end - column->name)))
        return -1;
    for (int i = 0; i < (int)table->n_columns; i++) {
        const FakeColumn *key = &table->columns[i];
        if ((strcmp(key->name, end + 1) == 0 || strcmp(key->name, column->name) == 0) && key->type == column->type &&
            key->typmod == column->typmod && table_has_key_of(table, i))
            return i;
    }
    return -1;
}

static bool
is_free(const FakeTable *table, int column)
{
    for (size_t i = 0; i < table->n_foreign_keys; i++)
        for (size_t j = 0; j < table->foreign_keys[i].count; j++)
            if (table->foreign_keys[i].columns[j] == column)
                return false;
    return table->columns[column].maker != NULL && table->columns[column].sequence == NULL;
}

static const FakeForeignKey *
implied_by(Subject *subject, const FakeTable *table, int column, GHashTable *by_schema)
{
    const GPtrArray *others = g_hash_table_lookup(by_schema, table->schema);
    const FakeTable *found = NULL;
    int found_key = -1;
    for (guint i = 0; i < others->len; i++) {
        const FakeTable *other = others->pdata[i];
        const int key = other == table ? -1 : key_for(other, &table->columns[column]);
        if (key >= 0 && found != NULL)
            return NULL;
        if (key >= 0) {
            found = other;
            found_key = key;
        }
    }
    if (found == NULL)
        return NULL;
    FakeForeignKey *implied = arena_new_one(subject->arena, FakeForeignKey);
    implied->referenced = (FakeTable *)(guintptr)found;
    implied->count = 1;
    implied->columns = arena_new_one(subject->arena, int);
    implied->keys = arena_new_one(subject->arena, int);
    *implied->columns = column;
    *implied->keys = found_key;
    return implied;
}

/* Tables that rows are written to, in their schemas. */
static GHashTable *
group(Subject *subject)
{
    GHashTable *by_schema = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
    for (size_t i = 0; i < subject->n_tables; i++) {
        FakeTable *table = &subject->tables[i];
        GPtrArray *list = g_hash_table_lookup(by_schema, table->schema);
        if (table->root != 0 || table->relkind == 'f')
            continue;
        if (list == NULL)
            g_hash_table_insert(by_schema, (gpointer)(guintptr)table->schema, list = g_ptr_array_new());
        g_ptr_array_add(list, table);
    }
    return by_schema;
}

/* Does the table wait for the other one, as far as is known? */
static bool
waits_for(const Subject *subject, const FakeTable *table, const FakeTable *other, bool *seen)
{
    if (table == other)
        return true;
    if (seen[table->number])
        return false;
    seen[table->number] = true;
    for (size_t i = 0; i < table->n_foreign_keys; i++)
        if (waits_for(subject, fill_place(subject, table->foreign_keys[i].referenced), other, seen))
            return true;
    for (size_t i = 0; i < table->n_columns; i++)
        if (table->columns[i].implied != NULL && waits_for(subject, table->columns[i].implied->referenced, other, seen))
            return true;
    return false;
}

void
implied_find(Subject *subject)
{
    g_autoptr(GHashTable) by_schema = group(subject);
    g_autofree bool *seen = g_new(bool, MAX(subject->n_tables, 1));
    for (size_t i = 0; i < subject->n_tables; i++) {
        FakeTable *table = &subject->tables[i];
        for (int column = 0; table->root == 0 && table->relkind != 'f' && column < (int)table->n_columns; column++) {
            const FakeForeignKey *implied =
                is_free(table, column) ? implied_by(subject, table, column, by_schema) : NULL;
            memset(seen, 0, subject->n_tables * sizeof *seen);
            if (implied != NULL && !waits_for(subject, implied->referenced, table, seen))
                table->columns[column].implied = implied;
        }
    }
}
