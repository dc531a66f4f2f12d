#include "fake/axis.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
append_number(GString *out, gint64 number)
{
    char digits[24];
    size_t at = sizeof digits;
    guint64 rest = number < 0 ? 0 - (guint64)number : (guint64)number;
    do
        digits[--at] = (char)('0' + rest % 10);
    while ((rest /= 10) != 0);
    if (number < 0)
        digits[--at] = '-';
    g_string_append_len(out, digits + at, (gssize)(sizeof digits - at));
}

static void
append_digits(GString *out, gint64 number, int width)
{
    char digits[20];
    for (int i = width - 1; i >= 0; i--, number /= 10)
        digits[i] = (char)('0' + number % 10);
    g_string_append_len(out, digits, width);
}

/* Howard Hinnant's days_from_civil and its inverse, in the proleptic Gregorian calendar. */
gint64
days_of(int year, int month, int day)
{
    const gint64 y = month <= 2 ? year - 1 : year;
    const gint64 era = (y >= 0 ? y : y - 399) / 400;
    const gint64 of_era = y - era * 400;
    const gint64 of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static void
append_date(GString *out, gint64 days)
{
    const gint64 z = days + 719468, era = (z >= 0 ? z : z - 146096) / 146097;
    const gint64 day_of_era = z - era * 146097;
    const gint64 year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const gint64 day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const gint64 shifted = (5 * day_of_year + 2) / 153, month = shifted < 10 ? shifted + 3 : shifted - 9;
    append_digits(out, year_of_era + era * 400 + (month <= 2), 4);
    g_string_append_c(out, '-');
    append_digits(out, month, 2);
    g_string_append_c(out, '-');
    append_digits(out, day_of_year - (153 * shifted + 2) / 5 + 1, 2);
}

static void
append_clock(GString *out, gint64 ticks)
{
    const gint64 seconds = ticks / TICKS_A_SECOND, rest = ticks % TICKS_A_SECOND;
    append_digits(out, seconds / 3600, seconds / 3600 > 99 ? 7 : 2);
    g_string_append_c(out, ':');
    append_digits(out, seconds / 60 % 60, 2);
    g_string_append_c(out, ':');
    append_digits(out, seconds % 60, 2);
    if (rest != 0) {
        g_string_append_c(out, '.');
        append_digits(out, rest, 6);
    }
}

static void
append_decimal(GString *out, gint64 ticks, int scale)
{
    gint64 unit = 1;
    for (int i = 0; i < scale; i++)
        unit *= 10;
    if (ticks < 0)
        g_string_append_c(out, '-');
    const gint64 size = ticks < 0 ? -ticks : ticks;
    append_number(out, size / unit);
    if (scale > 0) {
        g_string_append_c(out, '.');
        append_digits(out, size % unit, scale);
    }
}

static gint64
floor_divide(gint64 a, gint64 b)
{
    return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

void
axis_format(const Axis *axis, gint64 ticks, GString *out)
{
    const gint64 day = axis->kind == AXIS_TIMESTAMP ? floor_divide(ticks, TICKS_A_DAY) : ticks;
    switch (axis->kind) {
    case AXIS_DECIMAL:
        append_decimal(out, ticks, axis->scale);
        break;
    case AXIS_DATE:
        append_date(out, day);
        break;
    case AXIS_TIMESTAMP:
        append_date(out, day);
        g_string_append_c(out, ' ');
        append_clock(out, ticks - day * TICKS_A_DAY);
        break;
    case AXIS_TIME:
    case AXIS_INTERVAL:
        if (ticks < 0)
            g_string_append_c(out, '-');
        append_clock(out, ticks < 0 ? -ticks : ticks);
        break;
    default:
        append_number(out, ticks);
    }
    if (axis->zone)
        g_string_append(out, "+00");
}

static bool
parse_decimal(const char *text, int scale, gint64 *ticks)
{
    const bool minus = *text == '-';
    gint64 number = 0;
    int behind = -1, digits = 0;
    for (const char *c = text + (minus || *text == '+'); *c != '\0'; c++) {
        if (*c == '.' && behind < 0) {
            behind = 0;
        } else if (!g_ascii_isdigit(*c)) {
            return false;
        } else if (behind < scale) {
            if (++digits > 18)
                return false;
            number = number * 10 + (*c - '0');
            behind += behind >= 0;
        }
    }
    for (behind = behind < 0 ? 0 : behind; behind < scale; behind++, number *= 10)
        if (number > G_MAXINT64 / 10)
            return false;
    *ticks = minus ? -number : number;
    return digits > 0;
}

/* "hh:mm:ss.ffffff" and what follows; *rest is behind it. */
static bool
parse_clock(const char *text, gint64 *ticks, const char **rest)
{
    int hours = 0, minutes = 0, read = 0;
    double seconds = 0;
    if (sscanf(text, "%d:%d:%lf%n", &hours, &minutes, &seconds, &read) < 3)
        return false;
    const gint64 whole = (gint64)(seconds * (double)TICKS_A_SECOND + 0.5);
    *ticks = labs(hours) * TICKS_AN_HOUR + minutes * 60 * TICKS_A_SECOND + whole;
    if (*text == '-')
        *ticks = -*ticks;
    *rest = text + read;
    return true;
}

static bool
parse_timestamp(const char *text, gint64 *ticks)
{
    int year, month, day, read = 0;
    gint64 clock = 0;
    const char *rest = "";
    if (sscanf(text, "%d-%d-%d%n", &year, &month, &day, &read) < 3 || strstr(text, " BC") != NULL || year > 200000)
        return false;
    if (text[read] != '\0' && !parse_clock(text + read + 1, &clock, &rest))
        return false;
    *ticks = days_of(year, month, day) * TICKS_A_DAY + clock;
    return true;
}

/* IntervalStyle postgres: "3 days 04:05:06"; months have no fixed length and are none of ours. */
static bool
parse_interval(const char *text, gint64 *ticks)
{
    int days = 0, read = 0;
    gint64 clock = 0;
    const char *rest;
    if (sscanf(text, "%d day%n", &days, &read) == 1 && read > 0)
        text += text[read] == 's' ? read + 1 : read;
    else
        days = 0;
    text += *text == ' ';
    if (*text != '\0' && !parse_clock(text, &clock, &rest))
        return false;
    *ticks = days * TICKS_A_DAY + clock;
    return true;
}

bool
axis_parse(const Axis *axis, const char *text, gint64 *ticks)
{
    const char *rest;
    if (strcmp(text, "infinity") == 0 || strcmp(text, "-infinity") == 0) {
        *ticks = text[0] == '-' ? axis->least : axis->most;
        return true;
    }
    switch (axis->kind) {
    case AXIS_INTEGER:
        return parse_decimal(text, 0, ticks);
    case AXIS_DECIMAL:
        return parse_decimal(text, axis->scale, ticks);
    case AXIS_DATE:
        if (!parse_timestamp(text, ticks))
            return false;
        *ticks = floor_divide(*ticks, TICKS_A_DAY);
        return true;
    case AXIS_TIMESTAMP:
        return parse_timestamp(text, ticks);
    case AXIS_TIME:
        return parse_clock(text, ticks, &rest);
    case AXIS_INTERVAL:
        return parse_interval(text, ticks);
    default:
        return false;
    }
}

static bool
is_number(const Axis *axis)
{
    return axis->kind == AXIS_INTEGER || axis->kind == AXIS_DECIMAL;
}

bool
axis_convert(const Axis *from, gint64 ticks, const Axis *to, gint64 *out)
{
    if (is_number(from) && is_number(to)) {
        const int left = from->kind == AXIS_DECIMAL ? from->scale : 0, right = to->kind == AXIS_DECIMAL ? to->scale : 0;
        for (int i = left; i < right; i++)
            ticks = ticks > G_MAXINT64 / 10 ? G_MAXINT64 : ticks < G_MININT64 / 10 ? G_MININT64 : ticks * 10;
        for (int i = right; i < left; i++)
            ticks = floor_divide(ticks, 10);
    } else if (from->kind == AXIS_DATE && to->kind == AXIS_TIMESTAMP) {
        ticks *= TICKS_A_DAY;
    } else if (from->kind == AXIS_TIMESTAMP && to->kind == AXIS_DATE) {
        ticks = floor_divide(ticks, TICKS_A_DAY);
    } else if (from->kind != to->kind || from->kind == AXIS_NONE) {
        return false;
    }
    *out = ticks;
    return true;
}
