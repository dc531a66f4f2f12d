#include "fake/row_private.h"

#include <string.h>

enum { MOST_TRIES = 200, PIN_FROM_TRY = 12, MOST_PINNED_TRIES = 200000 };

G_GNUC_PRINTF(2, 3)
static bool
because(RowMaker *maker, const char *reason, ...)
{
    va_list args;
    va_start(args, reason);
    g_vsnprintf(maker->reason, sizeof maker->reason, reason, args);
    va_end(args);
    return false;
}

void
row_set(RowMaker *maker, size_t column, const char *text, gsize length)
{
    Value *value = &maker->values[column];
    value->state = VALUE_SET;
    value->at = maker->texts->len;
    g_string_append_len(maker->texts, text, (gssize)length);
    g_string_append_c(maker->texts, '\0');
    const Axis *axis = &maker->table->columns[column].maker->axis;
    value->has_ticks = maker->is_paired[column] && axis_parse(axis, text, &value->ticks);
    if (value->has_ticks)
        maker->frame.limits[column].low = maker->frame.limits[column].high = value->ticks;
}

void
row_set_null(RowMaker *maker, size_t column)
{
    maker->values[column].state = VALUE_NULL;
}

const char *
row_text(const RowMaker *maker, size_t column)
{
    const Value *value = &maker->values[column];
    return value->state == VALUE_SET ? maker->texts->str + value->at : NULL;
}

bool
row_may_be_null(const RowMaker *maker, size_t column)
{
    return !maker->frame.limits[column].not_null;
}

/* Of "column < other": other is above what column is at least, column below what other is at most. */
static bool
narrow_pair(RowMaker *maker, const Pair *pair)
{
    Limits *low = &maker->frame.limits[pair->column], *high = &maker->frame.limits[pair->other];
    const Axis *low_axis = &maker->table->columns[pair->column].maker->axis;
    const Axis *high_axis = &maker->table->columns[pair->other].maker->axis;
    const gint64 gap = pair->kind == PAIR_LESS;
    gint64 bound;
    bool changed = false;
    if (maker->values[pair->column].state == VALUE_NULL || maker->values[pair->other].state == VALUE_NULL)
        return false;
    if (low->low != G_MININT64 && axis_convert(low_axis, low->low, high_axis, &bound) && bound + gap > high->low) {
        high->low = bound + gap;
        changed = true;
    }
    if (high->high != G_MAXINT64 && axis_convert(high_axis, high->high, low_axis, &bound) && bound - gap < low->high) {
        low->high = bound - gap;
        changed = true;
    }
    return changed;
}

static void
narrow_pairs(RowMaker *maker)
{
    bool changed = true;
    for (int round = 0; changed && round < MOST_PAIRS; round++) {
        changed = false;
        for (size_t i = 0; i < maker->frame.n_pairs; i++)
            if (maker->frame.pairs[i].kind <= PAIR_LESS_OR_EQUAL)
                changed |= narrow_pair(maker, &maker->frame.pairs[i]);
    }
}

/*
 * One partition after the other, as time fills them, and so that few indexes are written to at a time. Where the server
 * chooses, nobody knows how many rows there will be: they take turns.
 */
static size_t
choose_leaf(RowMaker *maker)
{
    const size_t leaves = maker->table->n_leaves;
    const gint64 rows = maker->table->wanted - maker->existing;
    if (maker->tries > 0)
        return random_below(&maker->random, leaves);
    if (maker->by_choice || (gint64)maker->number >= rows)
        return maker->number % leaves;
    return (size_t)((double)maker->number * (double)leaves / (double)rows);
}

/* What the row is made within: what all are, a partition, the branches of checks. */
static bool
begin(RowMaker *maker)
{
    const FakeTable *table = maker->table;
    memcpy(maker->frame.limits, table->limits, table->n_columns * sizeof(Limits));
    memset(maker->values, 0, table->n_columns * sizeof(Value));
    g_string_truncate(maker->texts, 0);
    maker->frame.n_pairs = table->n_pairs;
    if (table->n_pairs > 0)
        memcpy(maker->frame.pairs, table->pairs, table->n_pairs * sizeof(Pair));
    if (table->n_leaves > 0) {
        const size_t leaf = maker->leaf = choose_leaf(maker);
        if (!condition_apply(table->leaf_conditions[leaf], &maker->random, &maker->frame))
            return because(maker, "the bound of partition \"%s\" leaves nothing", table->leaves[leaf]->name);
    }
    for (size_t i = 0; i < table->n_choices; i++)
        if (!condition_apply(table->choices[i], &maker->random, &maker->frame))
            return because(maker, "its checks contradict each other");
    if (!slots_apply(maker))
        return because(maker, "an exclusion constraint and a check contradict each other");
    memset(maker->is_paired, 0, table->n_columns * sizeof(bool));
    for (size_t i = 0; i < maker->frame.n_pairs; i++)
        maker->is_paired[maker->frame.pairs[i].column] = maker->is_paired[maker->frame.pairs[i].other] = true;
    return true;
}

/* What compares equal to a column that is there is the same text. */
static bool
copy_equal(RowMaker *maker, size_t column)
{
    for (size_t i = 0; i < maker->frame.n_pairs; i++) {
        const Pair *pair = &maker->frame.pairs[i];
        const size_t other = (size_t)((size_t)pair->column == column ? pair->other : pair->column);
        if (pair->kind != PAIR_EQUAL || ((size_t)pair->column != column && (size_t)pair->other != column) ||
            maker->values[other].state != VALUE_SET)
            continue;
        g_autofree char *text = g_strdup(row_text(maker, other));
        row_set(maker, column, text, strlen(text));
        return true;
    }
    return false;
}

/* Columns that must differ from it and are there. */
static bool
differs(const RowMaker *maker, size_t column, const char *text)
{
    for (size_t i = 0; i < maker->frame.n_pairs; i++) {
        const Pair *pair = &maker->frame.pairs[i];
        if (pair->kind != PAIR_DIFFERENT || ((size_t)pair->column != column && (size_t)pair->other != column))
            continue;
        const char *other = row_text(maker, (size_t)((size_t)pair->column == column ? pair->other : pair->column));
        if (other != NULL && strcmp(other, text) == 0)
            return false;
    }
    return true;
}

/* One number after the other, where it is within the limits. */
static bool
make_counted(RowMaker *maker, size_t column)
{
    const Limits *limits = &maker->frame.limits[column];
    const Axis *axis = &maker->table->columns[column].maker->axis;
    if (!maker->is_counted[column])
        return false;
    const gint64 first = MAX(maker->first[column], limits->low);
    const gint64 value = first + (gint64)(maker->number + maker->skipped);
    if (value > limits->high || value > axis->most)
        return false;
    g_string_truncate(maker->scratch, 0);
    append_number(maker->scratch, value);
    row_set(maker, column, maker->scratch->str, maker->scratch->len);
    return true;
}

/* A row that the column's name speaks of, unless the row has been refused with such ones. */
static bool
take_implied(RowMaker *maker, size_t column)
{
    enum { TRIES = 3 };
    const Pool *pool = maker->implied[column];
    const size_t count = pool != NULL ? pool_count(pool) : 0;
    const bool alone = table_has_key_of(maker->table, (int)column);
    const guint64 next = maker->number + maker->skipped + (guint64)maker->existing;
    if (count == 0 || maker->tries >= TRIES || (alone && next >= count))
        return false;
    const char *text = pool_text(pool, alone ? next : random_below(&maker->random, count), 0);
    if (!limits_accept(&maker->frame.limits[column], &maker->table->columns[column].maker->axis, text) ||
        !differs(maker, column, text))
        return false;
    row_set(maker, column, text, strlen(text));
    return true;
}

static bool
make_column(RowMaker *maker, size_t column)
{
    enum { TRIES = 20 };
    const FakeColumn *described = &maker->table->columns[column];
    const Limits *limits = &maker->frame.limits[column];
    Draw draw = {.random = &maker->random,
                 .number = maker->number + (guint64)maker->existing,
                 .of = (guint64)maker->table->wanted,
                 .attempt = maker->tries};
    gint64 ticks;
    if (limits->only_null ||
        (row_may_be_null(maker, column) && random_chance(&maker->random, described->maker->rare))) {
        row_set_null(maker, column);
        return true;
    }
    if (copy_equal(maker, column) || make_counted(maker, column) || take_implied(maker, column))
        return true;
    for (int i = 0; i < TRIES; i++) {
        g_string_truncate(maker->scratch, 0);
        if (!maker_make(described->maker, limits, &draw, maker->scratch, &ticks))
            break;
        if (differs(maker, column, maker->scratch->str)) {
            row_set(maker, column, maker->scratch->str, maker->scratch->len);
            return true;
        }
    }
    if (row_may_be_null(maker, column)) {
        row_set_null(maker, column);
        return true;
    }
    if (described->maker->make == NULL && described->maker->axis.kind == AXIS_NONE &&
        described->maker->type->form == 'b')
        return because(maker, "no value of type %s is known", described->type->name);
    return because(maker, "no value for column \"%s\" satisfies all that is asked of it", described->name);
}

static bool
make_columns(RowMaker *maker)
{
    narrow_pairs(maker);
    for (size_t column = 0; column < maker->table->n_columns; column++) {
        if (maker->table->columns[column].maker == NULL || maker->values[column].state != VALUE_OPEN)
            continue;
        if (!make_column(maker, column))
            return false;
        if (maker->is_paired[column])
            narrow_pairs(maker);
    }
    return true;
}

static bool
make_once(RowMaker *maker)
{
    return begin(maker) && keys_pin(maker) && parents_choose(maker) && make_columns(maker);
}

static RowResult
count_out(const FakeKey *key)
{
    return key->partial ? ROW_NEEDS_SERVER : ROW_EXHAUSTED;
}

RowResult
row_make(RowMaker *maker, const char **reason)
{
    *reason = maker->reason;
    int most = MOST_TRIES;
    for (maker->tries = 0; maker->tries < most; maker->tries++) {
        const KeyState *failed = NULL;
        if (keys_are_exhausted(maker, &failed)) {
            because(maker, "key \"%s\" allows no more", failed->key->name);
            return count_out(failed->key);
        }
        if (keys_are_pinned(maker))
            most = MOST_PINNED_TRIES;
        if (!make_once(maker))
            continue;
        if (keys_accept(maker, &failed)) {
            maker->number++;
            parents_add(maker);
            return ROW_MADE;
        }
        because(maker, "no more new values for key \"%s\" were found", failed->key->name);
        if (maker->tries == PIN_FROM_TRY)
            keys_start_to_pin(maker, failed);
        maker->skipped += maker->tries > 0;
    }
    return ROW_IMPOSSIBLE;
}
