#include "kinds/sequence_range.h"

#include "sql/format.h"
#include <string.h>

gint64
sequence_type_limit(const char *type)
{
    if (type == NULL || strcmp(type, "bigint") == 0)
        return G_MAXINT64;
    return strcmp(type, "smallint") == 0 ? G_MAXINT16 : G_MAXINT32;
}

/* Where it stands is out of the new range for sure. */
static bool
is_apart(SequenceRange from, SequenceRange to)
{
    return from.high < to.low || from.low > to.high;
}

/* In the header, for no way leads back to where it stood. */
static void
tell(Actions *actions, Action *action, const char *name, const char *where, ActionAdd *add)
{
    const char *told = action->loss == NULL ? "" : arena_printf(actions->arena, "%s; ", action->loss);
    action->loss = arena_printf(actions->arena, "%swhere sequence %s stands: %s%s", told, name,
                                add == action_down ? "the downgrade moves it " : "it moves ", where);
}

/* What it stands at has been handed out already where it has come there by counting. */
static void
move(Actions *actions, Action *action, const char *name, gint64 limit, bool lower, bool down, ActionAdd *add)
{
    const char *number = arena_printf(actions->arena, "%" G_GINT64_FORMAT, limit), *sign = lower ? "<" : ">";
    add(actions, action,
        sql_printf(actions->arena, "SELECT pg_catalog.setval(%L, %s%s) FROM %s WHERE last_value %s %s", name, number,
                   lower == down ? "" : ", false", name, sign, number));
    tell(actions, action, name, arena_printf(actions->arena, "to %s if that is %s", number, lower ? "lower" : "higher"),
         add);
}

void
sequence_move(Actions *actions, Action *action, const char *name, SequenceRange from, SequenceRange to, ActionAdd *add)
{
    if (is_apart(from, to)) {
        tell(actions, action, name, "to its start", add);
        return;
    }
    if (to.low > from.low)
        move(actions, action, name, to.low, true, to.down, add);
    if (to.high < from.high)
        move(actions, action, name, to.high, false, to.down, add);
}

void
sequence_append_start(GString *sql, const char *word, SequenceRange from, SequenceRange to)
{
    if (from.first != to.first)
        g_string_append_printf(sql, "%s START WITH %" G_GINT64_FORMAT, word, to.first);
    if (is_apart(from, to))
        g_string_append(sql, " RESTART");
}
