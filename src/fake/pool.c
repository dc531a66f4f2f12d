#include "fake/pool.h"

#include "sql/format.h"
#include <stdint.h>
#include <string.h>

struct Pool {
    size_t columns;
    GStringChunk *chunk;
    GPtrArray *texts;    /* rows after each other */
    GHashTable *by_mask; /* which columns are given -> (hash of these -> GArray of rows) */
};

Pool *
pool_new(size_t columns)
{
    Pool *pool = g_new0(Pool, 1);
    pool->columns = columns;
    pool->chunk = g_string_chunk_new(4096);
    pool->texts = g_ptr_array_new();
    pool->by_mask = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_hash_table_unref);
    return pool;
}

void
pool_free(Pool *pool)
{
    if (pool == NULL)
        return;
    g_string_chunk_free(pool->chunk);
    g_ptr_array_unref(pool->texts);
    g_hash_table_unref(pool->by_mask);
    g_free(pool);
}

/* What was looked up before does not know the new row: it is forgotten. */
void
pool_add(Pool *pool, const char *const *texts)
{
    for (size_t i = 0; i < pool->columns; i++)
        g_ptr_array_add(pool->texts, g_string_chunk_insert(pool->chunk, texts[i]));
    if (g_hash_table_size(pool->by_mask) > 0)
        g_hash_table_remove_all(pool->by_mask);
}

bool
pool_read(PGconn *connection, const FakeForeignKey *key, gint64 most, Pool **out, GError **error)
{
    g_autoptr(GString) list = g_string_new(NULL), given = g_string_new("true"), query = g_string_new(NULL);
    for (size_t i = 0; i < key->count; i++) {
        const char *name = key->referenced->columns[key->keys[i]].name;
        sql_append(list, i > 0 ? ", %I" : "%I", name);
        sql_append(given, " AND %I IS NOT NULL", name);
    }
    sql_append(query, "SELECT %s FROM %s WHERE %s ORDER BY %s LIMIT ", list->str, key->referenced->sql, given->str,
               list->str);
    append_number(query, most);
    g_autoptr(PGresult) result = NULL;
    if (!connection_query(connection, query->str, 0, NULL, &result, error))
        return false;
    g_autoptr(Pool) pool = pool_new(key->count);
    g_autofree const char **texts = g_new(const char *, key->count);
    for (int row = 0; row < PQntuples(result); row++) {
        for (size_t i = 0; i < key->count; i++)
            texts[i] = PQgetvalue(result, row, (int)i);
        pool_add(pool, texts);
    }
    *out = g_steal_pointer(&pool);
    return true;
}

size_t
pool_count(const Pool *pool)
{
    return pool->columns > 0 ? pool->texts->len / pool->columns : 0;
}

const char *
pool_text(const Pool *pool, size_t row, size_t column)
{
    return pool->texts->pdata[row * pool->columns + column];
}

static guint64
hash_of(const Pool *pool, const char *const *mask, size_t row)
{
    guint64 hash = HASH_START;
    for (size_t i = 0; i < pool->columns; i++) {
        if (mask[i] == NULL)
            continue;
        const char *text = row == SIZE_MAX ? mask[i] : pool_text(pool, row, i);
        hash = hash_more(hash, text, strlen(text) + 1);
    }
    return hash;
}

static GHashTable *
index_of(Pool *pool, const char *const *mask)
{
    guint bits = 0;
    for (size_t i = 0; i < pool->columns; i++)
        bits |= mask[i] != NULL ? 1U << (i % 32) : 0;
    GHashTable *index = g_hash_table_lookup(pool->by_mask, GUINT_TO_POINTER(bits));
    if (index != NULL)
        return index;
    index = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
    for (size_t row = 0; row < pool_count(pool); row++) {
        gpointer hash = (gpointer)(guintptr)hash_of(pool, mask, row);
        GArray *rows = g_hash_table_lookup(index, hash);
        if (rows == NULL) {
            rows = g_array_new(FALSE, FALSE, sizeof(size_t));
            g_hash_table_insert(index, hash, rows);
        }
        g_array_append_val(rows, row);
    }
    g_hash_table_insert(pool->by_mask, GUINT_TO_POINTER(bits), index);
    return index;
}

bool
pool_find(Pool *pool, const char *const *texts, Random *random, size_t *row)
{
    GHashTable *index = index_of(pool, texts);
    const GArray *rows = g_hash_table_lookup(index, (gpointer)(guintptr)hash_of(pool, texts, SIZE_MAX));
    if (rows == NULL)
        return false;
    *row = g_array_index(rows, size_t, random_below(random, rows->len));
    for (size_t i = 0; i < pool->columns; i++)
        if (texts[i] != NULL && strcmp(texts[i], pool_text(pool, *row, i)) != 0)
            return false;
    return true;
}
