#include "report/lines.h"

#include <string.h>

enum { AROUND = 2 };

static void
add(GArray *lines, char mark, const char *text)
{
    Line line = {mark, text};
    g_array_append_val(lines, line);
}

/*
 * The classic longest common subsequence, over what is left between equal beginnings and ends: bodies are a few hundred
 * lines. Larger rests are shown as one removal and one addition.
 */
static void
compare_middle(GArray *lines, char **from, size_t n, char **to, size_t m)
{
    enum { LARGEST = 4000000 };
    if (n * m > LARGEST) {
        for (size_t i = 0; i < n; i++)
            add(lines, '-', from[i]);
        for (size_t k = 0; k < m; k++)
            add(lines, '+', to[k]);
        return;
    }
    g_autofree guint *length = g_new0(guint, (n + 1) * (m + 1));
    for (size_t i = n; i-- > 0;)
        for (size_t k = m; k-- > 0;)
            length[i * (m + 1) + k] = strcmp(from[i], to[k]) == 0
                                          ? length[(i + 1) * (m + 1) + k + 1] + 1
                                          : MAX(length[(i + 1) * (m + 1) + k], length[i * (m + 1) + k + 1]);
    size_t i = 0, k = 0;
    while (i < n || k < m) {
        if (i < n && k < m && strcmp(from[i], to[k]) == 0) {
            add(lines, ' ', from[i++]);
            k++;
        } else if (i < n && (k == m || length[(i + 1) * (m + 1) + k] >= length[i * (m + 1) + k + 1])) {
            add(lines, '-', from[i++]);
        } else {
            add(lines, '+', to[k++]);
        }
    }
}

bool
lines_is_near_change(const GArray *lines, guint at)
{
    guint first = at > AROUND ? at - AROUND : 0, last = MIN(at + AROUND, lines->len - 1);
    for (guint i = first; i <= last; i++)
        if (g_array_index(lines, Line, i).mark != ' ')
            return true;
    return false;
}

static void
print(GString *out, GArray *lines, const char *indent, bool color)
{
    bool skipped = false;
    for (guint i = 0; i < lines->len; i++) {
        const Line *line = &g_array_index(lines, Line, i);
        if (!lines_is_near_change(lines, i)) {
            skipped = true;
            continue;
        }
        if (skipped)
            g_string_append_printf(out, "%s  ...\n", indent);
        skipped = false;
        const char *paint = !color || line->mark == ' ' ? "" : line->mark == '+' ? "\033[32m" : "\033[31m";
        g_string_append_printf(out, "%s%s%c %s%s\n", indent, paint, line->mark, line->text,
                               *paint == '\0' ? "" : "\033[0m");
    }
}

GArray *
lines_compare(char **from, char **to)
{
    size_t n = g_strv_length(from), m = g_strv_length(to), start = 0, end = 0;
    while (start < n && start < m && strcmp(from[start], to[start]) == 0)
        start++;
    while (end < n - start && end < m - start && strcmp(from[n - 1 - end], to[m - 1 - end]) == 0)
        end++;
    GArray *lines = g_array_new(FALSE, FALSE, sizeof(Line));
    for (size_t i = 0; i < start; i++)
        add(lines, ' ', from[i]);
    compare_middle(lines, from + start, n - start - end, to + start, m - start - end);
    for (size_t i = n - end; i < n; i++)
        add(lines, ' ', from[i]);
    return lines;
}

void
lines_append_diff(GString *out, const char *from, const char *to, const char *indent, bool color)
{
    g_auto(GStrv) before = g_strsplit(from, "\n", -1);
    g_auto(GStrv) after = g_strsplit(to, "\n", -1);
    g_autoptr(GArray) lines = lines_compare(before, after);
    print(out, lines, indent, color);
}
