#include "report/lines.h"

#include "base/spell.h"
#include <string.h>

enum { AROUND = 3 };

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

/* Hunks ------------------------------------------------------------------------------------------------------------ */

typedef struct {
    guint start, end;         /* of the list of lines, the end excluded */
    int from_line, to_line;   /* where it begins in each text */
    int from_count, to_count; /* how many lines of each it has */
} Hunk;

bool
lines_is_near_change(const GArray *lines, guint at)
{
    guint first = at > AROUND ? at - AROUND : 0, last = MIN(at + AROUND, lines->len - 1);
    for (guint i = first; i <= last; i++)
        if (g_array_index(lines, Line, i).mark != ' ')
            return true;
    return false;
}

/* The next one from "at" on, of which hunk->from_line and to_line say where it stands in both texts. */
static bool
next_hunk(GArray *lines, Hunk *hunk, guint at)
{
    for (; at < lines->len && !lines_is_near_change(lines, at); at++) {
        hunk->from_line++; /* a line that is far from any change is in both */
        hunk->to_line++;
    }
    hunk->start = at;
    hunk->from_count = hunk->to_count = 0;
    for (; at < lines->len && lines_is_near_change(lines, at); at++) {
        hunk->from_count += g_array_index(lines, Line, at).mark != '+';
        hunk->to_count += g_array_index(lines, Line, at).mark != '-';
    }
    hunk->end = at;
    return hunk->start < hunk->end;
}

static const char *
paint_of(char mark)
{
    return mark == '+' ? "\033[32m" : mark == '-' ? "\033[31m" : "";
}

static void
print_line(GString *out, const Line *line, const char *indent, bool color)
{
    const char *paint = color ? paint_of(line->mark) : "";
    g_autofree char *text = spell_controls(line->text, "\t");
    g_string_append_printf(out, "%s%s%c%s%s%s\n", indent, paint, line->mark, *text == '\0' ? "" : " ", text,
                           *paint == '\0' ? "" : "\033[0m");
}

static void
print(GString *out, GArray *lines, const LinesView *view)
{
    Hunk hunk = {.from_line = MAX(view->from_line, 1), .to_line = MAX(view->to_line, 1)};
    for (guint at = 0; next_hunk(lines, &hunk, at); at = hunk.end) {
        bool whole = hunk.start == 0 && hunk.end == lines->len && view->from_line == 0;
        if (!whole)
            g_string_append_printf(out, "%s%s@@ -%d,%d +%d,%d @@%s\n", view->indent, view->color ? "\033[36m" : "",
                                   hunk.from_line, hunk.from_count, hunk.to_line, hunk.to_count,
                                   view->color ? "\033[0m" : "");
        for (guint i = hunk.start; i < hunk.end; i++)
            print_line(out, &g_array_index(lines, Line, i), view->indent, view->color);
        hunk.from_line += hunk.from_count;
        hunk.to_line += hunk.to_count;
    }
}

GArray *
lines_compare(char **before, char **after)
{
    size_t n = g_strv_length(before), m = g_strv_length(after), start = 0, end = 0;
    while (start < n && start < m && strcmp(before[start], after[start]) == 0)
        start++;
    while (end < n - start && end < m - start && strcmp(before[n - 1 - end], after[m - 1 - end]) == 0)
        end++;
    GArray *lines = g_array_new(FALSE, FALSE, sizeof(Line));
    for (size_t i = 0; i < start; i++)
        add(lines, ' ', before[i]);
    compare_middle(lines, before + start, n - start - end, after + start, m - start - end);
    for (size_t i = n - end; i < n; i++)
        add(lines, ' ', before[i]);
    return lines;
}

/* A line end at the very end begins no line. */
static char **
split_lines(const char *text)
{
    char **lines = g_strsplit(text, "\n", -1);
    guint count = g_strv_length(lines);
    if (count > 0 && lines[count - 1][0] == '\0')
        g_clear_pointer(&lines[count - 1], g_free);
    return lines;
}

void
lines_append_diff(GString *out, const char *from, const char *to, const LinesView *view)
{
    g_auto(GStrv) before = split_lines(from), after = split_lines(to);
    g_autoptr(GArray) lines = lines_compare(before, after);
    print(out, lines, view);
}

void
lines_append_whole(GString *out, const char *text, char mark, const LinesView *view)
{
    g_auto(GStrv) all = split_lines(text);
    for (char **each = all; *each != NULL; each++)
        print_line(out, &(Line){mark, *each}, view->indent, view->color);
}

void
lines_count(const char *from, const char *to, guint *added, guint *removed)
{
    g_auto(GStrv) before = split_lines(from), after = split_lines(to);
    g_autoptr(GArray) lines = lines_compare(before, after);
    *added = *removed = 0;
    for (guint i = 0; i < lines->len; i++) {
        *added += g_array_index(lines, Line, i).mark == '+';
        *removed += g_array_index(lines, Line, i).mark == '-';
    }
}
