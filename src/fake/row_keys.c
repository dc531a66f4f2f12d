#include "fake/row_private.h"

#include "sql/format.h"
#include <string.h>

void
keys_new(RowMaker *maker)
{
    const FakeTable *table = maker->table;
    maker->keys = g_new0(KeyState, MAX(table->n_keys, 1));
    for (size_t i = 0; i < table->n_keys; i++) {
        KeyState *state = &maker->keys[i];
        state->key = &table->keys[i];
        state->is_checked = !state->key->exclusion && !state->key->has_expression;
        if (state->is_checked)
            state->seen = g_hash_table_new(NULL, NULL);
    }
}

void
keys_free(RowMaker *maker)
{
    for (size_t i = 0; i < maker->table->n_keys; i++) {
        g_clear_pointer(&maker->keys[i].seen, g_hash_table_unref);
        g_free(maker->keys[i].sources);
    }
    g_free(maker->keys);
}

/* 0: a NULL is among them, which is like no other. */
static guint64
hash_texts(const FakeKey *key, const char *(*text)(const void *, size_t), const void *data)
{
    guint64 hash = HASH_START;
    for (size_t i = 0; i < key->count; i++) {
        const char *value = text(data, i);
        if (value == NULL && !key->nulls_too)
            return 0;
        hash = value == NULL ? hash_more(hash, "\1", 1) : hash_more(hash, value, strlen(value) + 1);
    }
    return hash | 1;
}

typedef struct {
    const RowMaker *maker;
    const FakeKey *key;
} RowKey;

static const char *
text_of_row(const void *data, size_t i)
{
    const RowKey *row = data;
    return row_text(row->maker, (size_t)row->key->columns[i]);
}

typedef struct {
    const PGresult *result;
    int row;
} ResultRow;

static const char *
text_of_result(const void *data, size_t i)
{
    const ResultRow *row = data;
    return PQgetisnull(row->result, row->row, (int)i) ? NULL : PQgetvalue(row->result, row->row, (int)i);
}

bool
keys_read_existing(RowMaker *maker, PGconn *connection, GError **error)
{
    for (size_t number = 0; number < maker->table->n_keys; number++) {
        const KeyState *state = &maker->keys[number];
        if (!state->is_checked)
            continue;
        g_autoptr(GString) query = g_string_new("SELECT ");
        for (size_t i = 0; i < state->key->count; i++)
            sql_append(query, i > 0 ? ", %I" : "%I", maker->table->columns[state->key->columns[i]].name);
        sql_append(query, " FROM %s", maker->table->sql);
        g_autoptr(PGresult) result = NULL;
        if (!connection_query(connection, query->str, 0, NULL, &result, error))
            return false;
        for (ResultRow row = {result, 0}; row.row < PQntuples(result); row.row++)
            g_hash_table_add(state->seen, (gpointer)(guintptr)hash_texts(state->key, text_of_result, &row));
    }
    return true;
}

/* All or none: a row that is refused leaves nothing behind. */
bool
keys_accept(RowMaker *maker, const KeyState **failed)
{
    enum { ENOUGH = 64 };
    guint64 hashes[ENOUGH];
    const size_t count = MIN(maker->table->n_keys, ENOUGH);
    for (size_t i = 0; i < count; i++) {
        const RowKey row = {maker, maker->keys[i].key};
        hashes[i] = maker->keys[i].is_checked ? hash_texts(row.key, text_of_row, &row) : 0;
        if (hashes[i] != 0 && g_hash_table_contains(maker->keys[i].seen, (gpointer)(guintptr)hashes[i])) {
            *failed = &maker->keys[i];
            return false;
        }
    }
    for (size_t i = 0; i < count; i++)
        if (hashes[i] != 0)
            g_hash_table_add(maker->keys[i].seen, (gpointer)(guintptr)hashes[i]);
    return true;
}

/* The foreign key that gives a column its values; -1: none. */
static int
foreign_key_of(const RowMaker *maker, int column)
{
    for (size_t i = 0; i < maker->table->n_foreign_keys; i++) {
        const FakeForeignKey *key = &maker->table->foreign_keys[maker->parent_order[i]];
        for (size_t j = 0; j < key->count; j++)
            if (key->columns[j] == column)
                return (int)maker->parent_order[i];
    }
    return -1;
}

static bool
source_of(const RowMaker *maker, int column, KeySource *source)
{
    const int foreign_key = foreign_key_of(maker, column);
    *source = (KeySource){.foreign_key = foreign_key, .column = column};
    if (foreign_key >= 0) {
        const bool can = maker->pools[foreign_key] != NULL && !maker->own_pool[foreign_key];
        source->count = can ? pool_count(maker->pools[foreign_key]) : 0;
    } else {
        source->count = (guint64)maker_count(maker->table->columns[column].maker, &maker->table->limits[column]);
    }
    return source->count > 0;
}

static bool
has_source(const KeyState *state, const KeySource *source)
{
    for (size_t i = 0; i < state->n_sources; i++)
        if (source->foreign_key >= 0 && state->sources[i].foreign_key == source->foreign_key)
            return true;
    return false;
}

/* Where all of its columns have few values, they are counted through from now on. */
void
keys_start_to_pin(RowMaker *maker, const KeyState *which)
{
    KeyState *state = &maker->keys[which - maker->keys];
    if (state->pinned || state->sources != NULL)
        return;
    state->sources = g_new0(KeySource, state->key->count);
    state->product = 1;
    for (size_t i = 0; i < state->key->count; i++) {
        KeySource source;
        if (!source_of(maker, state->key->columns[i], &source) || state->product > G_MAXUINT32) {
            state->n_sources = 0;
            return;
        }
        if (has_source(state, &source))
            continue;
        state->sources[state->n_sources++] = source;
        state->product *= source.count;
    }
    state->pinned = true;
}

bool
keys_are_pinned(const RowMaker *maker)
{
    for (size_t i = 0; i < maker->table->n_keys; i++)
        if (maker->keys[i].pinned)
            return true;
    return false;
}

bool
keys_are_exhausted(const RowMaker *maker, const KeyState **which)
{
    for (size_t i = 0; i < maker->table->n_keys; i++) {
        if (maker->keys[i].pinned && maker->keys[i].next >= maker->keys[i].product) {
            *which = &maker->keys[i];
            return true;
        }
    }
    return false;
}

static bool
pin_source(RowMaker *maker, const KeySource *source, guint64 digit)
{
    gint64 ticks;
    if (source->foreign_key >= 0)
        return parents_take(maker, (size_t)source->foreign_key, digit);
    if (maker->values[source->column].state != VALUE_OPEN)
        return true;
    g_string_truncate(maker->scratch, 0);
    if (!maker_pick(maker->table->columns[source->column].maker, &maker->frame.limits[source->column], (gint64)digit,
                    maker->scratch, &ticks))
        return false;
    row_set(maker, (size_t)source->column, maker->scratch->str, maker->scratch->len);
    return true;
}

bool
keys_pin(RowMaker *maker)
{
    for (size_t i = 0; i < maker->table->n_keys; i++) {
        KeyState *state = &maker->keys[i];
        if (!state->pinned)
            continue;
        guint64 rest = state->next++;
        for (size_t j = 0; j < state->n_sources; rest /= state->sources[j].count, j++)
            if (!pin_source(maker, &state->sources[j], rest % state->sources[j].count))
                return false;
    }
    return true;
}
