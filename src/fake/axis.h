/*
 * axis.h - types whose values stand on a line, as whole numbers of ticks
 *
 * So that bounds, comparisons between columns and steps are written once: an integer is itself, a decimal number counts
 * in its last digit, a date in days since 1970, times in microseconds.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef enum { AXIS_NONE, AXIS_INTEGER, AXIS_DECIMAL, AXIS_DATE, AXIS_TIMESTAMP, AXIS_TIME, AXIS_INTERVAL } AxisKind;

typedef struct {
    AxisKind kind;
    int scale;          /* of AXIS_DECIMAL: digits behind the point */
    bool zone;          /* the text says "+00" */
    gint64 least, most; /* what the type can hold, or what is sensible of it */
} Axis;

#define TICKS_A_SECOND G_GINT64_CONSTANT(1000000)
#define TICKS_AN_HOUR (3600 * TICKS_A_SECOND)
#define TICKS_A_DAY (24 * TICKS_AN_HOUR)

/* PostgreSQL's own text (DateStyle ISO, UTC) as ticks. False where it is no such value. Digits that the scale does not
 * have are cut. "infinity" is the end of the axis. */
bool axis_parse(const Axis *axis, const char *text, gint64 *ticks);

void axis_format(const Axis *axis, gint64 ticks, GString *out);

/* Ticks of one axis on another: false where the two cannot be compared. */
bool axis_convert(const Axis *from, gint64 ticks, const Axis *to, gint64 *out);

void append_number(GString *out, gint64 number);

/* Days since 1970 of a date. */
gint64 days_of(int year, int month, int day);
