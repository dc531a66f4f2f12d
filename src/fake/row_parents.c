#include "fake/row_private.h"

#include <string.h>

enum { TRIES = 50, MOST_OWN = 10000 };

static const FakeForeignKey *
key_of(const RowMaker *maker, size_t number)
{
    return &maker->table->foreign_keys[number];
}

/* Those of most columns first: the others then have to agree with them. */
void
parents_order(RowMaker *maker)
{
    const size_t count = maker->table->n_foreign_keys;
    maker->parent_order = g_new(size_t, MAX(count, 1));
    for (size_t i = 0; i < count; i++) {
        size_t at = i;
        for (; at > 0 && key_of(maker, maker->parent_order[at - 1])->count < key_of(maker, i)->count; at--)
            maker->parent_order[at] = maker->parent_order[at - 1];
        maker->parent_order[at] = i;
    }
}

/* The columns take a row's values, where they agree with what is there and with the limits. */
bool
parents_take(RowMaker *maker, size_t number, size_t row)
{
    const FakeForeignKey *key = key_of(maker, number);
    for (size_t i = 0; i < key->count; i++) {
        const size_t column = (size_t)key->columns[i];
        const char *text = pool_text(maker->pools[number], row, i), *there = row_text(maker, column);
        if (maker->values[column].state == VALUE_NULL || (there != NULL && strcmp(there, text) != 0))
            return false;
        if (there == NULL &&
            !limits_accept(&maker->frame.limits[column], &maker->table->columns[column].maker->axis, text))
            return false;
    }
    for (size_t i = 0; i < key->count; i++) {
        const size_t column = (size_t)key->columns[i];
        const char *text = pool_text(maker->pools[number], row, i);
        if (maker->values[column].state == VALUE_OPEN)
            row_set(maker, column, text, strlen(text));
    }
    return true;
}

static bool
take_any(RowMaker *maker, size_t number)
{
    const FakeForeignKey *key = key_of(maker, number);
    Pool *pool = maker->pools[number];
    const size_t count = pool_count(pool);
    g_autofree const char **texts = g_new(const char *, key->count);
    bool given = false;
    size_t row;
    for (size_t i = 0; i < key->count; i++) {
        texts[i] = row_text(maker, (size_t)key->columns[i]);
        given |= texts[i] != NULL;
    }
    for (int i = 0; given && i < TRIES; i++)
        if (!pool_find(pool, texts, &maker->random, &row))
            return false;
        else if (parents_take(maker, number, row))
            return true;
    for (int i = 0; !given && i < TRIES; i++)
        if (parents_take(maker, number, random_below(&maker->random, count)))
            return true;
    for (size_t i = 0; !given && i < count; i++)
        if (parents_take(maker, number, i))
            return true;
    return false;
}

/* NULL in what may be NULL: then the key asks for nothing. MATCH FULL: in all or none. */
static bool
take_none(RowMaker *maker, const FakeForeignKey *key)
{
    bool any = false, all = true;
    for (size_t i = 0; i < key->count; i++) {
        const size_t column = (size_t)key->columns[i];
        const bool can = maker->values[column].state == VALUE_NULL ||
                         (maker->values[column].state == VALUE_OPEN && row_may_be_null(maker, column));
        any |= can;
        all &= can;
    }
    if (!any || (key->full && !all))
        return false;
    for (size_t i = 0; i < key->count; i++) {
        const size_t column = (size_t)key->columns[i];
        if (maker->values[column].state == VALUE_OPEN && row_may_be_null(maker, column))
            row_set_null(maker, column);
    }
    return true;
}

static bool
must_be_null(const RowMaker *maker, const FakeForeignKey *key)
{
    for (size_t i = 0; i < key->count; i++)
        if (maker->frame.limits[key->columns[i]].only_null)
            return true;
    return false;
}

/* The row may refer to itself: its key is made first. */
static bool
take_itself(RowMaker *maker, const FakeForeignKey *key)
{
    for (size_t i = 0; i < key->count; i++) {
        const size_t column = (size_t)key->columns[i], own = (size_t)key->keys[i];
        const char *text = row_text(maker, own);
        if (text == NULL || maker->values[column].state == VALUE_NULL)
            return false;
        g_autofree char *copy = g_strdup(text);
        if (maker->values[column].state == VALUE_OPEN)
            row_set(maker, column, copy, strlen(copy));
        else if (strcmp(row_text(maker, column), copy) != 0)
            return false;
    }
    return true;
}

static bool
make_own_key(RowMaker *maker, const FakeForeignKey *key)
{
    for (size_t i = 0; i < key->count; i++) {
        const size_t own = (size_t)key->keys[i];
        Draw draw = {.random = &maker->random, .number = maker->number, .attempt = maker->tries};
        gint64 ticks;
        if (maker->values[own].state == VALUE_SET)
            continue;
        g_string_truncate(maker->scratch, 0);
        if (maker->is_counted[own])
            append_number(maker->scratch, maker->first[own] + (gint64)(maker->number + maker->skipped));
        else if (maker->values[own].state == VALUE_NULL ||
                 !maker_make(maker->table->columns[own].maker, &maker->frame.limits[own], &draw, maker->scratch,
                             &ticks))
            return false;
        row_set(maker, own, maker->scratch->str, maker->scratch->len);
    }
    return true;
}

/* NULL until all rows are there. */
static void
leave_open(RowMaker *maker, const FakeForeignKey *key)
{
    const bool all = maker->table->circle != 0;
    for (size_t i = 0; i < key->count; i++)
        if (maker->values[key->columns[i]].state == VALUE_OPEN &&
            (all || row_may_be_null(maker, (size_t)key->columns[i])))
            row_set_null(maker, (size_t)key->columns[i]);
}

static bool
choose_parent(RowMaker *maker, size_t number)
{
    const FakeForeignKey *key = key_of(maker, number);
    const bool rarely = random_chance(&maker->random, maker->table->columns[key->columns[0]].maker->rare);
    if (key->later) {
        leave_open(maker, key);
        return true;
    }
    if ((must_be_null(maker, key) || rarely) && take_none(maker, key))
        return true;
    if (maker->pools[number] != NULL && pool_count(maker->pools[number]) > 0 && take_any(maker, number))
        return true;
    if (key->referenced == maker->table && !take_none(maker, key))
        return make_own_key(maker, key) && take_itself(maker, key);
    if (take_none(maker, key))
        return true;
    g_snprintf(maker->reason, sizeof maker->reason, "%s.%s has no row that foreign key \"%s\" could refer to",
               key->referenced->schema, key->referenced->name, key->name);
    return false;
}

bool
parents_choose(RowMaker *maker)
{
    for (size_t i = 0; i < maker->table->n_foreign_keys; i++)
        if (!choose_parent(maker, maker->parent_order[i]))
            return false;
    return true;
}

/* What is referred to within the table itself. */
void
parents_add(RowMaker *maker)
{
    for (size_t number = 0; !maker->by_choice && number < maker->table->n_foreign_keys; number++) {
        const FakeForeignKey *key = key_of(maker, number);
        if (!maker->own_pool[number] || pool_count(maker->pools[number]) >= MOST_OWN)
            continue;
        g_autofree const char **texts = g_new(const char *, key->count);
        bool given = true;
        for (size_t i = 0; i < key->count; i++)
            given = (texts[i] = row_text(maker, (size_t)key->keys[i])) != NULL && given;
        if (given)
            pool_add(maker->pools[number], texts);
    }
}
