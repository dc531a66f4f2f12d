#include "kinds/bound.h"

#include "base/arena.h"
#include "sql/lex.h"
#include "sql/split.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The items in the parentheses behind a word; NULL: the bound has no such word. */
static char **
items_behind(Arena *arena, const char *bound, const char *word)
{
    const char *cursor = bound;
    Token token = lex_next_solid(&cursor);
    while (token.kind != TOKEN_END && !token_is(token, word))
        token = lex_next_solid(&cursor);
    if (token.kind == TOKEN_END || !token_is(lex_next_solid(&cursor), "("))
        return NULL;
    const char *start = cursor, *end = cursor;
    for (int depth = 1; depth > 0;) {
        end = cursor;
        token = lex_next(&cursor);
        if (token.kind == TOKEN_END)
            return NULL;
        depth += token_is(token, "(");
        depth -= token_is(token, ")");
    }
    return split_list(arena, arena_strndup(arena, start, (size_t)(end - start)));
}

static bool
share_item(char **a, char **b)
{
    for (; *a != NULL; a++)
        if (g_strv_contains((const char *const *)b, *a))
            return true;
    return false;
}

/* Values of two moduli, of which one divides the other, meet or do not meet for good. */
static bool
hashes_overlap(char **a, char **b)
{
    int modulus_a = 1, modulus_b = 1, remainder_a = 0, remainder_b = 0;
    if (a[0] == NULL || b[0] == NULL || a[1] == NULL || b[1] == NULL || sscanf(a[0], "modulus %d", &modulus_a) != 1 ||
        sscanf(b[0], "modulus %d", &modulus_b) != 1 || sscanf(a[1], "remainder %d", &remainder_a) != 1 ||
        sscanf(b[1], "remainder %d", &remainder_b) != 1)
        return true;
    int smaller = MIN(modulus_a, modulus_b);
    return smaller <= 0 || (remainder_a - remainder_b) % smaller == 0;
}

/* Where a value of a range stands: behind every one, before every one, or among them. */
static int
extreme(const char *item)
{
    return strcmp(item, "MINVALUE") == 0 ? -1 : strcmp(item, "MAXVALUE") == 0;
}

static bool
is_date(const char *text)
{
    return strlen(text) >= 10 && strspn(text, "0123456789") == 4 && text[4] == '-';
}

/* Negative, 0, positive; *known: whether numbers or dates say so. */
static int
compare_items(const char *a, const char *b, bool *known)
{
    if (extreme(a) != 0 || extreme(b) != 0)
        return extreme(a) - extreme(b);
    if (strcmp(a, b) == 0)
        return 0;
    const char *at = a;
    g_autofree char *text = token_string(lex_next(&at));
    at = b;
    g_autofree char *other = token_string(lex_next(&at));
    const char *left = text == NULL ? a : text, *right = other == NULL ? b : other;
    char *end, *other_end;
    double number = strtod(left, &end), other_number = strtod(right, &other_end);
    if (*left != '\0' && *right != '\0' && *end == '\0' && *other_end == '\0')
        return (number > other_number) - (number < other_number);
    *known = *known && is_date(left) && is_date(right) && strlen(left) == strlen(right);
    return strcmp(left, right);
}

static bool
may_be_before(char **a, char **b)
{
    for (; *a != NULL && *b != NULL; a++, b++) {
        bool known = true;
        int order = compare_items(*a, *b, &known);
        if (!known || order != 0)
            return !known || order < 0;
    }
    return false;
}

bool
bounds_overlap(const char *a, const char *b)
{
    g_autoptr(Arena) arena = arena_new();
    if (strcmp(a, "DEFAULT") == 0 || strcmp(b, "DEFAULT") == 0)
        return strcmp(a, b) == 0;
    static const char *const WORDS[] = {"in", "with", "from", "to"};
    char **of_a[G_N_ELEMENTS(WORDS)], **of_b[G_N_ELEMENTS(WORDS)];
    for (size_t i = 0; i < G_N_ELEMENTS(WORDS); i++) {
        of_a[i] = items_behind(arena, a, WORDS[i]);
        of_b[i] = items_behind(arena, b, WORDS[i]);
    }
    if (of_a[0] != NULL && of_b[0] != NULL)
        return share_item(of_a[0], of_b[0]);
    if (of_a[1] != NULL && of_b[1] != NULL)
        return hashes_overlap(of_a[1], of_b[1]);
    if (of_a[2] == NULL || of_a[3] == NULL || of_b[2] == NULL || of_b[3] == NULL)
        return true;
    return may_be_before(of_a[2], of_b[3]) && may_be_before(of_b[2], of_a[3]);
}
