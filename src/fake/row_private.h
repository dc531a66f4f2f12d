/* row_private.h - what the files that make rows share */
#pragma once

#include "fake/maker.h"
#include "fake/row.h"

typedef enum { VALUE_OPEN, VALUE_NULL, VALUE_SET } ValueState;

typedef struct {
    ValueState state;
    gsize at; /* in the row's texts, ended by NUL */
    bool has_ticks;
    gint64 ticks;
} Value;

/* Where the values of a pinned key come from: a foreign key's rows or a column's few values. */
typedef struct {
    int foreign_key; /* -1: a column */
    int column;
    guint64 count;
} KeySource;

typedef struct {
    const FakeKey *key;
    bool is_checked; /* here, not by the server alone */
    GHashTable *seen;
    bool pinned; /* values are counted through */
    KeySource *sources;
    size_t n_sources;
    guint64 next, product;
} KeyState;

/* Values of an exclusion constraint that keep apart by their place: of a range, or of two columns. */
typedef struct {
    int range, from, to; /* columns; -1: none */
    gint64 first, width, step;
} Slot;

struct RowMaker {
    const FakeTable *table;
    Random random;
    Pool **pools;   /* of each foreign key */
    Pool **implied; /* of each column */
    bool *own_pool;
    bool by_choice; /* not all rows will be written */
    gint64 existing;
    guint64 number, skipped; /* of rows made, and of numbers left out */
    int tries;
    size_t leaf;
    Frame frame;
    Value *values;
    bool *is_paired, *is_counted;
    gint64 *first; /* of counted columns */
    KeyState *keys;
    Slot *slots;
    size_t n_slots;
    size_t *parent_order; /* foreign keys, those of most columns first */
    GString *texts, *scratch;
    char reason[200];
};

void row_set(RowMaker *maker, size_t column, const char *text, gsize length);
void row_set_null(RowMaker *maker, size_t column);
bool row_may_be_null(const RowMaker *maker, size_t column);

/* row_parents.c: foreign keys */
bool parents_choose(RowMaker *maker);
void parents_order(RowMaker *maker);
bool parents_take(RowMaker *maker, size_t foreign_key, size_t row);
void parents_add(RowMaker *maker);

/* row_keys.c: what must not be there twice */
void keys_new(RowMaker *maker);
void keys_free(RowMaker *maker);
bool keys_read_existing(RowMaker *maker, PGconn *connection, GError **error);
bool keys_pin(RowMaker *maker);
bool keys_are_pinned(const RowMaker *maker);
bool keys_are_exhausted(const RowMaker *maker, const KeyState **which);
void keys_start_to_pin(RowMaker *maker, const KeyState *state);
bool keys_accept(RowMaker *maker, const KeyState **failed);

/* row_slots.c: exclusion constraints */
void slots_new(RowMaker *maker);
bool slots_apply(RowMaker *maker);
