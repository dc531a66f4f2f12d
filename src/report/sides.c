#include "report/sides.h"

#include "report/lines.h"
#include <string.h>

static void
segment_free(void *data)
{
    g_free(((Segment *)data)->text);
    g_free(data);
}

static void
pair_clear(void *data)
{
    SidePair *pair = data;
    g_clear_pointer(&pair->left.segments, g_ptr_array_unref);
    g_clear_pointer(&pair->right.segments, g_ptr_array_unref);
}

static void
side_begin(Side *side, int number)
{
    *side = (Side){number, g_ptr_array_new_with_free_func(segment_free)};
}

/* Neighbours of one sort become one. */
static void
side_add(Side *side, bool differs, const char *text)
{
    Segment *last = side->segments->len == 0 ? NULL : side->segments->pdata[side->segments->len - 1];
    if (last != NULL && last->differs == differs) {
        char *longer = g_strconcat(last->text, text, NULL);
        g_free(last->text);
        last->text = longer;
        return;
    }
    Segment *segment = g_new(Segment, 1);
    *segment = (Segment){differs, g_strdup(text)};
    g_ptr_array_add(side->segments, segment);
}

static bool
is_word(char byte)
{
    return g_ascii_isalnum(byte) || byte == '_' || (byte & 0x80) != 0;
}

/* Words, runs of blanks, and every other character: NULL-terminated, g_strfreev. */
static char **
split_words(const char *line)
{
    GPtrArray *words = g_ptr_array_new();
    while (*line != '\0') {
        size_t length = 1;
        if (is_word(*line))
            while (is_word(line[length]))
                length++;
        else if (*line == ' ')
            length = strspn(line, " ");
        g_ptr_array_add(words, g_strndup(line, length));
        line += length;
    }
    g_ptr_array_add(words, NULL);
    return (char **)g_ptr_array_free(words, FALSE);
}

static void
compare_words(SidePair *pair, const char *left, const char *right)
{
    g_auto(GStrv) before = split_words(left), after = split_words(right);
    g_autoptr(GArray) words = lines_compare(before, after);
    for (guint i = 0; i < words->len; i++) {
        const Line *word = &g_array_index(words, Line, i);
        if (word->mark != '+')
            side_add(&pair->left, word->mark == '-', word->text);
        if (word->mark != '-')
            side_add(&pair->right, word->mark == '+', word->text);
    }
}

typedef struct {
    GArray *pairs;
    int left, right; /* lines so far */
} Sides;

static void
add_same(Sides *sides, const char *text, bool is_near)
{
    SidePair pair = {.is_near = is_near};
    side_begin(&pair.left, ++sides->left);
    side_begin(&pair.right, ++sides->right);
    side_add(&pair.left, false, text);
    side_add(&pair.right, false, text);
    g_array_append_val(sides->pairs, pair);
}

static void
add_changed(Sides *sides, const char *left, const char *right)
{
    SidePair pair = {.differs = true, .is_near = true};
    if (left != NULL)
        side_begin(&pair.left, ++sides->left);
    if (right != NULL)
        side_begin(&pair.right, ++sides->right);
    if (left != NULL && right != NULL)
        compare_words(&pair, left, right);
    else
        side_add(left != NULL ? &pair.left : &pair.right, false, left != NULL ? left : right);
    g_array_append_val(sides->pairs, pair);
}

/* The lines that go and those that come from here to the next that stays; where that is. */
static guint
add_run(Sides *sides, const GArray *lines, guint at)
{
    g_autoptr(GPtrArray) gone = g_ptr_array_new(), come = g_ptr_array_new();
    for (; at < lines->len && g_array_index(lines, Line, at).mark != ' '; at++) {
        const Line *line = &g_array_index(lines, Line, at);
        g_ptr_array_add(line->mark == '-' ? gone : come, (gpointer)(guintptr)line->text);
    }
    for (guint i = 0; i < MAX(gone->len, come->len); i++)
        add_changed(sides, i < gone->len ? gone->pdata[i] : NULL, i < come->len ? come->pdata[i] : NULL);
    return at;
}

GArray *
sides_compare(const char *left, const char *right)
{
    g_auto(GStrv) before = g_strsplit(left, "\n", -1), after = g_strsplit(right, "\n", -1);
    g_autoptr(GArray) lines = lines_compare(before, after);
    Sides sides = {.pairs = g_array_new(FALSE, FALSE, sizeof(SidePair))};
    g_array_set_clear_func(sides.pairs, pair_clear);
    for (guint i = 0; i < lines->len;) {
        if (g_array_index(lines, Line, i).mark != ' ') {
            i = add_run(&sides, lines, i);
            continue;
        }
        add_same(&sides, g_array_index(lines, Line, i).text, lines_is_near_change(lines, i));
        i++;
    }
    return sides.pairs;
}
