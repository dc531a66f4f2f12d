#include "fake/agreeing.h"

#include <string.h>

static bool
has(const int *columns, size_t count, int column)
{
    for (size_t i = 0; i < count; i++)
        if (columns[i] == column)
            return true;
    return false;
}

/* The column that says the same over there; -1: none. */
static int
repeated(const FakeTable *table, const FakeForeignKey *key, size_t number)
{
    const FakeColumn *column = &table->columns[number];
    if (!table->limits[number].not_null || column->maker == NULL || column->sequence != NULL ||
        table_has_key_of(table, (int)number) || has(key->columns, key->count, (int)number))
        return -1;
    const int other = table_find_column(key->referenced, column->name);
    return other >= 0 && key->referenced->columns[other].type == column->type && !has(key->keys, key->count, other)
               ? other
               : -1;
}

static bool
widen(Subject *subject, const FakeTable *table, FakeForeignKey *key)
{
    const size_t most = key->count + table->n_columns;
    int *columns = arena_new_array(subject->arena, int, most), *keys = arena_new_array(subject->arena, int, most);
    size_t count = key->count;
    if (key->later || key->full || key->referenced == table)
        return false;
    memcpy(columns, key->columns, count * sizeof *columns);
    memcpy(keys, key->keys, count * sizeof *keys);
    for (size_t i = 0; i < table->n_columns; i++) {
        const int other = repeated(table, key, i);
        if (other < 0)
            continue;
        columns[count] = (int)i;
        keys[count++] = other;
    }
    const bool wider = count > key->count;
    key->columns = columns;
    key->keys = keys;
    key->count = count;
    return wider;
}

FakeForeignKey *
agreeing_keys(Subject *subject, const FakeTable *table)
{
    bool any = false;
    if (table->n_foreign_keys == 0)
        return NULL;
    FakeForeignKey *keys = arena_new_array(subject->arena, FakeForeignKey, table->n_foreign_keys);
    memcpy(keys, table->foreign_keys, table->n_foreign_keys * sizeof *keys);
    for (size_t i = 0; i < table->n_foreign_keys; i++)
        any |= widen(subject, table, &keys[i]);
    return any ? keys : NULL;
}
