/*
 * maker.h - values of one column: of its type, within limits, and such as its name suggests
 *
 * A maker is chosen once for each column and then writes texts that the type's input function reads.
 */
#pragma once

#include "fake/subject.h"

/* For which row a value is made. */
typedef struct {
    Random *random;
    guint64 number; /* of the row */
    guint64 of;     /* so many rows there will be */
    int attempt;    /* how often the row was refused: the higher, the more unlike the usual a value may be */
} Draw;

typedef void MakeFunction(const Maker *maker, const Limits *limits, Draw *draw, GString *out);

struct Maker {
    const FakeType *type; /* below all domains */
    int typmod;
    Axis axis;
    gint64 usual_low, usual_high; /* what the name suggests, in ticks */
    gint64 step;                  /* in ticks: whole hundreds, whole seconds */
    bool in_order;                /* the later the row, the later the time: it tells when the row came */
    Limits limits;                /* what the type allows */
    MakeFunction *make;
    Maker *part; /* of elements, of the subtype; NULL: none */
    Maker **fields;
    size_t n_fields;
    bool all_letters; /* of a text of one or two: beyond ASCII too */
    unsigned rare;    /* NULL in so many of 100 rows, where it may be */
};

/* Lives in the subject. */
Maker *maker_new(Subject *subject, const FakeType *type, int typmod, const char *column, const char *table);

/* Appends one value. *ticks is set where the maker has an axis. False: none was found within the limits. */
bool maker_make(const Maker *maker, const Limits *limits, Draw *draw, GString *out, gint64 *ticks);

/* How many values there are; 0: many. */
gint64 maker_count(const Maker *maker, const Limits *limits);

/* Appends one of them by number, from 0. */
bool maker_pick(const Maker *maker, const Limits *limits, gint64 number, GString *out, gint64 *ticks);
