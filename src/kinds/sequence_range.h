/*
 * sequence_range.h - the values that a sequence may have, be it a column's identity or not
 *
 * PostgreSQL refuses a range in which a sequence's start or where it stands does not lie. So the start is said whenever
 * it changes, and a sequence that stands outside is moved, but only then.
 */
#pragma once

#include "model/action.h"

typedef struct {
    gint64 low, high, first;
    bool down; /* does it count down? */
} SequenceRange;

/* The highest value of a type, "bigint" for NULL. */
gint64 sequence_type_limit(const char *type);

/* Statements that move it, where it stands outside of the new range and both ranges have some of it in common. name:
 * the sequence's own at that time, as SQL. */
void sequence_move(Actions *actions, Action *action, const char *name, SequenceRange from, SequenceRange to,
                   ActionAdd *add);

/* Appends what ALTER has to say of start and place. word: before START, " SET" for an identity. */
void sequence_append_start(GString *sql, const char *word, SequenceRange from, SequenceRange to);
