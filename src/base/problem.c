#include "base/problem.h"

#include <string.h>

struct Problems {
    GArray *list; /* of Problem */
    size_t errors;
};

static void
problem_clear(void *data)
{
    Problem *problem = data;
    g_free(problem->text);
    g_free(problem->hint);
}

Problems *
problems_new(void)
{
    Problems *problems = g_new0(Problems, 1);
    problems->list = g_array_new(FALSE, TRUE, sizeof(Problem));
    g_array_set_clear_func(problems->list, problem_clear);
    return problems;
}

void
problems_free(Problems *problems)
{
    if (problems == NULL)
        return;
    g_array_unref(problems->list);
    g_free(problems);
}

static void
add(Problems *problems, ProblemLevel level, Place place, char *text)
{
    Problem problem = {.level = level, .place = place, .text = text};
    g_array_append_val(problems->list, problem);
    problems->errors += level == PROBLEM_ERROR;
}

bool
problems_add(Problems *problems, Place place, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add(problems, PROBLEM_ERROR, place, g_strdup_vprintf(format, args));
    va_end(args);
    return false;
}

bool
problems_warn(Problems *problems, Place place, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add(problems, PROBLEM_WARNING, place, g_strdup_vprintf(format, args));
    va_end(args);
    return false;
}

void
problems_hint(Problems *problems, const char *format, ...)
{
    g_return_if_fail(problems->list->len > 0);
    Problem *last = &g_array_index(problems->list, Problem, problems->list->len - 1);
    va_list args;
    va_start(args, format);
    g_free(last->hint);
    last->hint = g_strdup_vprintf(format, args);
    va_end(args);
}

size_t
problems_errors(const Problems *problems)
{
    return problems->errors;
}

size_t
problems_count(const Problems *problems)
{
    return problems->list->len;
}

const Problem *
problems_get(const Problems *problems, size_t index)
{
    return &g_array_index(problems->list, Problem, index);
}

static int
compare_places(const void *left, const void *right)
{
    const Problem *a = left, *b = right;
    int by_file = g_strcmp0(a->place.file, b->place.file);
    if (by_file != 0)
        return by_file;
    if (a->place.line != b->place.line)
        return a->place.line < b->place.line ? -1 : 1;
    return (a->place.column > b->place.column) - (a->place.column < b->place.column);
}

void
problems_sort(Problems *problems)
{
    g_array_sort(problems->list, compare_places); /* GLib's is a merge sort: stable */
}

char *
problems_format(const Problems *problems)
{
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < problems_count(problems); i++) {
        const Problem *problem = problems_get(problems, i);
        if (i > 0)
            g_string_append_c(out, '\n');
        if (problem->place.file != NULL) {
            g_string_append(out, problem->place.file);
            if (problem->place.line > 0)
                g_string_append_printf(out, ":%d:%d", problem->place.line, problem->place.column);
            g_string_append(out, ": ");
        }
        g_string_append_printf(out, "%s: %s", problem->level == PROBLEM_ERROR ? "error" : "warning", problem->text);
        if (problem->hint != NULL)
            g_string_append_printf(out, "\n    hint: %s", problem->hint);
    }
    return g_string_free(out, FALSE);
}

bool
problems_raise(Problems *problems, GError **error)
{
    if (problems->errors == 0)
        return true;
    problems_sort(problems);
    g_autofree char *text = problems_format(problems);
    return fail(error, PLEAT_ERROR_INPUT, "%s", text);
}

/* Levenshtein's distance with transpositions, one row at a time. */
static size_t
edit_distance(const char *a, const char *b)
{
    size_t width = strlen(b) + 1;
    g_autofree size_t *rows = g_new(size_t, 3 * width);
    size_t *before = rows, *last = rows + width, *row = rows + 2 * width;
    for (size_t j = 0; j < width; j++)
        last[j] = j;
    for (size_t i = 1; a[i - 1] != '\0'; i++) {
        row[0] = i;
        for (size_t j = 1; j < width; j++) {
            size_t cost = a[i - 1] != b[j - 1];
            row[j] = MIN(MIN(last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = MIN(row[j], before[j - 2] + 1);
        }
        size_t *spare = before;
        before = last;
        last = row;
        row = spare;
    }
    return last[width - 1];
}

const char *
problem_did_you_mean(const char *word, const char *const *candidates)
{
    const char *best = NULL;
    size_t best_distance = strlen(word) / 3 + 1;
    for (; *candidates != NULL; candidates++) {
        size_t distance = edit_distance(word, *candidates);
        if (distance <= best_distance && (best == NULL || distance < best_distance)) {
            best = *candidates;
            best_distance = distance;
        }
    }
    return best;
}
