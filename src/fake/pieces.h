/*
 * pieces.h - rows that go to their table in pieces, because something there refuses some of them
 *
 * A trigger says no to a row only when the row comes. A piece that is refused is halved until one row is left, which is
 * given up; a piece that is taken is followed by one twice as large. So what refuses nothing costs a few statements,
 * and what refuses all is found out soon.
 */
#pragma once

#include "fake/subject.h"

typedef struct {
    gint64 wanted; /* no more than so many are taken */
    gint64 next;   /* number of the first row that was not tried */
    gint64 size;   /* of the next piece; 0: all that there are */
    gint64 taken, refused;
    int statements, in_a_row; /* rows that were refused since one was taken */
    char *reason;             /* what the last refusal said (g_free); NULL: there was none */
} Pieces;

/* Moves the rows from "from", a table that numbers them in pleat_number, up to number "last". Those that are refused
 * are deleted there. */
bool pieces_move(PGconn *connection, const FakeTable *table, const char *from, gint64 last, Pieces *pieces,
                 GError **error);

/* Enough was tried: no more rows are worth it. */
bool pieces_are_given_up(const Pieces *pieces);
