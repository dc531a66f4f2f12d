#include "fake/implied.h"

#include "fake/fill_order.h"
#include <string.h>

/* "city", "citys", "cityes", and of what ends in y "cities", for "city_id": NULL-terminated, of the arena. */
static char **
names_of_tables(Arena *arena, const FakeColumn *column)
{
    const char *end = strrchr(column->name, '_');
    char **names = arena_new_array(arena, char *, 5);
    if (end == NULL || end == column->name)
        return names;
    const int length = (int)(end - column->name);
    names[0] = arena_printf(arena, "%.*s", length, column->name);
    names[1] = arena_printf(arena, "%ss", names[0]);
    names[2] = arena_printf(arena, "%ses", names[0]);
    if (length > 1 && end[-1] == 'y')
        names[3] = arena_printf(arena, "%.*sies", length - 1, column->name);
    return names;
}

/* The column of a table of such a name that is its key: called "id" or "city_id". -1: none. */
static int
key_for(const FakeTable *table, const FakeColumn *column)
{
    const char *end = strrchr(column->name, '_');
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
    GHashTable *others = g_hash_table_lookup(by_schema, table->schema); /* it has the table itself at least */
    const FakeTable *found = NULL;
    int found_key = -1;
    for (char **name = names_of_tables(subject->arena, &table->columns[column]); *name != NULL; name++) {
        const FakeTable *other = g_hash_table_lookup(others, *name);
        const int key = other == NULL || other == table ? -1 : key_for(other, &table->columns[column]);
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

/* Tables that rows are written to: schema -> name -> FakeTable. */
static GHashTable *
group(Subject *subject)
{
    GHashTable *by_schema = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_hash_table_unref);
    for (size_t i = 0; i < subject->n_tables; i++) {
        FakeTable *table = &subject->tables[i];
        GHashTable *by_name = g_hash_table_lookup(by_schema, table->schema);
        if (table->root != 0 || table->relkind == 'f')
            continue;
        if (by_name == NULL) {
            by_name = g_hash_table_new(g_str_hash, g_str_equal);
            g_hash_table_insert(by_schema, (gpointer)(guintptr)table->schema, by_name);
        }
        g_hash_table_insert(by_name, (gpointer)(guintptr)table->name, table);
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
            if (implied != NULL)
                memset(seen, 0, subject->n_tables * sizeof *seen);
            if (implied != NULL && !waits_for(subject, implied->referenced, table, seen))
                table->columns[column].implied = implied;
        }
    }
}
