#include "report/amount.h"

#include <string.h>

static const char *const THOUSANDS[] = {"", " k", " M", " G", " T", " P", NULL};
static const char *const BYTES[] = {" bytes", " kB", " MB", " GB", " TB", " PB", NULL};

/* Three digits, without zeros behind the point. */
static char *
format(double amount, double step, const char *const *units)
{
    guint unit = 0;
    for (; amount >= step * (1 - 0.0005) && units[unit + 1] != NULL; unit++)
        amount /= step;
    char digits[32];
    const int places = amount >= 99.95 ? 0 : amount >= 9.995 ? 1 : 2;
    g_ascii_formatd(digits, sizeof digits, places == 0 ? "%.0f" : places == 1 ? "%.1f" : "%.2f", amount);
    char *end = digits + strlen(digits);
    while (strchr(digits, '.') != NULL && strchr("0.", end[-1]) != NULL) {
        const bool is_point = *--end == '.';
        *end = '\0';
        if (is_point)
            break;
    }
    return g_strconcat(digits, units[unit], NULL);
}

/* Thousands of so few are read more easily as they are. */
char *
amount_count(gint64 count)
{
    enum { PLAIN = 9995 };
    if (count >= PLAIN)
        return format((double)count, 1000, THOUSANDS);
    if (count >= 1000)
        count = (count + 5) / 10 * 10;
    return g_strdup_printf("%" G_GINT64_FORMAT, count);
}

char *
amount_bytes(gint64 bytes)
{
    return format((double)bytes, 1024, BYTES);
}

static bool
find_unit(const char *text, double step, const char *const *units, double *factor)
{
    *factor = 1;
    for (; *units != NULL; units++, *factor *= step)
        if (strcmp(text, *units) == 0)
            return true;
    return false;
}

gint64
amount_parse(const char *text)
{
    char *end;
    double factor;
    const double number = g_ascii_strtod(text, &end);
    if (!g_ascii_isdigit(*text) || (!find_unit(end, 1000, THOUSANDS, &factor) && !find_unit(end, 1024, BYTES, &factor)))
        return -1;
    return number * factor < 9e18 ? (gint64)(number * factor + 0.5) : -1;
}
