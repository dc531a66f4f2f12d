#include "fake/row_private.h"

#include "fake/expression.h"
#include <string.h>

static Slot
slot_on(const RowMaker *maker, const Maker *axis_of)
{
    const gint64 rows = MAX(1, maker->table->wanted), span = axis_of->usual_high - axis_of->usual_low;
    const gint64 width = MAX(2 * axis_of->step, span / rows / axis_of->step * axis_of->step);
    return (Slot){-1, -1, -1, axis_of->usual_low + maker->existing * width, width, axis_of->step};
}

/* "during", or "tsrange(starts_at, ends_at)". */
static bool
find_slot(const RowMaker *maker, const Expression *expression, Slot *slot)
{
    const FakeTable *table = maker->table;
    if (expression->kind == EXPRESSION_NAME) {
        const int column = table_find_column(table, expression->name);
        const Maker *range = column >= 0 ? table->columns[column].maker : NULL;
        if (range == NULL || range->type->form != 'r' || range->part->axis.kind == AXIS_NONE)
            return false;
        *slot = slot_on(maker, range->part);
        slot->range = column;
        return true;
    }
    if (expression->kind != EXPRESSION_CALL || !g_str_has_suffix(expression->name, "range") || expression->n_more < 2 ||
        expression->more[0]->kind != EXPRESSION_NAME || expression->more[1]->kind != EXPRESSION_NAME)
        return false;
    const int from = table_find_column(table, expression->more[0]->name);
    const int to = table_find_column(table, expression->more[1]->name);
    if (from < 0 || to < 0 || from == to || table->columns[from].maker == NULL ||
        table->columns[from].maker->axis.kind == AXIS_NONE)
        return false;
    *slot = slot_on(maker, table->columns[from].maker);
    slot->from = from;
    slot->to = to;
    return true;
}

/* The elements of an exclusion constraint are "&& during" or "= room", one a line: one that keeps apart will do. */
void
slots_new(RowMaker *maker)
{
    g_autoptr(Arena) arena = arena_new();
    maker->slots = g_new0(Slot, MAX(maker->table->n_keys, 1));
    for (size_t i = 0; i < maker->table->n_keys; i++) {
        const FakeKey *key = &maker->table->keys[i];
        if (!key->exclusion || key->elements == NULL)
            continue;
        g_auto(GStrv) lines = g_strsplit(key->elements, "\n", -1);
        for (char **line = lines; *line != NULL; line++) {
            if (g_str_has_prefix(*line, "&& ") &&
                find_slot(maker, expression_parse(arena, *line + strlen("&& ")), &maker->slots[maker->n_slots])) {
                maker->n_slots++;
                break;
            }
        }
    }
}

static void
within(Limits *limits, gint64 low, gint64 high)
{
    limits->low = MAX(limits->low, low);
    limits->high = MIN(limits->high, high);
}

bool
slots_apply(RowMaker *maker)
{
    for (size_t i = 0; i < maker->n_slots; i++) {
        const Slot *slot = &maker->slots[i];
        const gint64 low = slot->first + (gint64)(maker->number + maker->skipped) * slot->width;
        const gint64 last = low + slot->width - slot->step;
        Limits *limits = maker->frame.limits;
        if (slot->range >= 0) {
            within(&limits[slot->range], low, last);
            continue;
        }
        within(&limits[slot->from], low, low);
        within(&limits[slot->to], low + slot->step, last);
        if (limits[slot->from].low > limits[slot->from].high || limits[slot->to].low > limits[slot->to].high)
            return false;
    }
    return true;
}
