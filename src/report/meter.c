#include "report/meter.h"

#include <string.h>

enum { BAR_LEAST = 10, BAR_MOST = 30, SHOWN_HOLDERS = 3 };

char *
meter_duration(double seconds)
{
    gint64 whole = (gint64)(seconds + 0.5);
    if (whole < 60)
        return g_strdup_printf("%" G_GINT64_FORMAT " s", whole);
    if (whole < 3600)
        return g_strdup_printf("%" G_GINT64_FORMAT " min %" G_GINT64_FORMAT " s", whole / 60, whole % 60);
    return g_strdup_printf("%" G_GINT64_FORMAT " h %" G_GINT64_FORMAT " min", whole / 3600, whole % 3600 / 60);
}

/* "1200 of 5000 rows", "1200 rows": g_free; NULL: nobody knows. */
static char *
count_words(const RunProgress *progress)
{
    if (progress->unit == NULL)
        return NULL;
    if (progress->total == 0)
        return g_strdup_printf("%" G_GINT64_FORMAT " %s", progress->done, progress->unit);
    return g_strdup_printf("%" G_GINT64_FORMAT " of %" G_GINT64_FORMAT " %s", progress->done, progress->total,
                           progress->unit);
}

/* From 0 to 100, -1: not known. */
static int
percent(const RunProgress *progress)
{
    if (progress->unit == NULL || progress->total == 0)
        return -1;
    return progress->done >= progress->total ? 100 : (int)(100.0 * (double)progress->done / (double)progress->total);
}

static void
append_part(GString *line, const char *separator, const char *part)
{
    if (part != NULL && *part != '\0')
        g_string_append_printf(line, "%s%s", line->len > 0 ? separator : "", part);
}

static char *
rate_words(const RunProgress *progress, const char *unit)
{
    return progress->rate < 1 ? NULL : g_strdup_printf("%.0f%s", progress->rate, unit);
}

/* g_free; NULL: not known, or there is nothing left. */
static char *
left_words(const RunProgress *progress)
{
    g_autofree char *duration =
        progress->seconds_left < 0 || progress->done >= progress->total ? NULL : meter_duration(progress->seconds_left);
    return duration == NULL ? NULL : g_strconcat(duration, " left", NULL);
}

char *
meter_words(const RunEvent *event)
{
    const RunProgress *progress = &event->progress;
    GString *line = g_string_new(NULL);
    g_autofree char *count = count_words(progress), *left = left_words(progress);
    g_autofree char *rate = rate_words(progress, " a second");
    append_part(line, ", ", progress->phase);
    append_part(line, ", ", count);
    if (percent(progress) >= 0)
        g_string_append_printf(line, " (%d%%)", percent(progress));
    append_part(line, ", ", rate);
    append_part(line, ", ", left);
    return g_string_free(line, FALSE);
}

static int
columns_of(const char *text)
{
    return (int)g_utf8_strlen(text, -1);
}

/* "[====      ]", or nothing where it would have no room. */
static void
append_bar(GString *line, int share, int room)
{
    int width = MIN(room - 3, BAR_MOST); /* a blank and the brackets */
    if (share < 0 || width < BAR_LEAST)
        return;
    g_string_append(line, " [");
    for (int i = 0; i < width; i++)
        g_string_append_c(line, i * 100 < share * width ? '=' : ' ');
    g_string_append_c(line, ']');
}

/* Cuts off what is too much, at a character. */
static void
cut(GString *line, int columns)
{
    if (columns_of(line->str) > columns)
        g_string_truncate(line, (gsize)(g_utf8_offset_to_pointer(line->str, MAX(columns, 0)) - line->str));
}

/* What stands on the line, in this order. */
enum { PART_PERCENT, PART_AGO, PART_LEFT, PART_COUNT, PART_RATE, PART_WAITS, PART_PHASE, N_PARTS };

/* g_strfreev() does not do: any of them may be NULL. */
static void
make_parts(const RunEvent *event, char *parts[N_PARTS])
{
    const RunProgress *progress = &event->progress;
    bool lasts = event->kind == RUN_STATEMENT_LASTS && progress->unit == NULL;
    g_autofree char *holders = event->holders == NULL ? NULL : meter_holders(event->holders);
    parts[PART_PERCENT] = percent(progress) < 0 ? NULL : g_strdup_printf("%d%%", percent(progress));
    parts[PART_AGO] = lasts ? meter_duration(event->seconds) : NULL;
    parts[PART_LEFT] = left_words(progress);
    parts[PART_COUNT] = count_words(progress);
    parts[PART_RATE] = rate_words(progress, "/s");
    parts[PART_WAITS] = holders == NULL ? NULL : g_strconcat("waits for ", holders, NULL);
    parts[PART_PHASE] = g_strdup(progress->phase);
}

/* Drops what has no room; gives the columns that are left. */
static int
fit_parts(char *parts[N_PARTS], int room)
{
    static const int BY_NEED[] = {PART_PERCENT, PART_AGO, PART_LEFT, PART_COUNT, PART_WAITS, PART_RATE, PART_PHASE};
    for (size_t i = 0; i < G_N_ELEMENTS(BY_NEED); i++) {
        char **part = &parts[BY_NEED[i]];
        int width = *part == NULL ? 0 : columns_of(*part) + 2;
        if (width > room)
            g_clear_pointer(part, g_free);
        else
            room -= width;
    }
    return room;
}

char *
meter_line(const RunEvent *event, int columns)
{
    char *parts[N_PARTS];
    GString *line = g_string_new(NULL);
    g_string_append_printf(line, "  step %d of %d", event->step_number, event->steps);
    make_parts(event, parts);
    int room = fit_parts(parts, columns - 1 - columns_of(line->str));
    append_bar(line, percent(&event->progress), room);
    for (int i = 0; i < N_PARTS; i++) {
        append_part(line, "  ", parts[i]);
        g_free(parts[i]);
    }
    cut(line, columns - 1);
    return g_string_free(line, FALSE);
}

static char *
holder_words(const RunHolder *holder)
{
    if (holder->pid == 0)
        return g_strdup("a prepared transaction");
    GString *words = g_string_new(NULL);
    g_string_append_printf(words, "process %d (%s", holder->pid,
                           holder->application == NULL ? "unnamed" : holder->application);
    if (holder->user != NULL)
        g_string_append_printf(words, ", user %s", holder->user);
    if (holder->client != NULL)
        g_string_append_printf(words, ", from %s", holder->client);
    append_part(words, ", ", holder->state);
    g_autofree char *duration = holder->seconds < 0 ? NULL : meter_duration(holder->seconds);
    if (duration != NULL)
        g_string_append_printf(words, " for %s", duration);
    g_string_append_c(words, ')');
    return g_string_free(words, FALSE);
}

char *
meter_holders(const GPtrArray *holders)
{
    GString *words = g_string_new(NULL);
    for (guint i = 0; i < MIN(holders->len, (guint)SHOWN_HOLDERS); i++) {
        g_autofree char *holder = holder_words(holders->pdata[i]);
        append_part(words, ", ", holder);
    }
    if (holders->len > SHOWN_HOLDERS)
        g_string_append_printf(words, " and %u more", holders->len - SHOWN_HOLDERS);
    return g_string_free(words, FALSE);
}
