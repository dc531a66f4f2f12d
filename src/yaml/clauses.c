#include "yaml/clauses.h"

#include "sql/lex.h"
#include <string.h>

/* The words that begin a constraint, and those that begin something else of a column. */
static const struct {
    const char *word, *naming;
} BEGINNINGS[] = {
    {"primary", "pk"},    {"unique", "uq"},  {"references", "fk"},  {"check", "ck"},
    {"constraint", NULL}, {"default", NULL}, {"null", NULL},        {"generated", NULL},
    {"collate", NULL},    {"not", NULL},     {"compression", NULL}, {"storage", NULL},
};

typedef struct {
    Arena *arena;
    GArray *found;
    Clause open; /* being read; naming NULL: none */
    const char *leaf, *start, *name;
} Reading;

static void
end_clause(Reading *reading, const char *end)
{
    if (reading->open.naming != NULL) {
        g_autofree char *text = g_strchomp(g_strndup(reading->start, (gsize)(end - reading->start)));
        reading->open.text = arena_strdup(reading->arena, text);
        reading->open.end = (size_t)(reading->start - reading->leaf) + strlen(text);
        g_array_append_val(reading->found, reading->open);
    }
    reading->open = (Clause){0};
}

/* "not deferrable" and "nulls not distinct" go on with a constraint; so does what stands behind "set". */
static bool
goes_on(Token before, Token token, const char *behind)
{
    bool negated = token_is(token, "not") && !token_is(lex_next_solid(&behind), "null");
    return negated || token_is(before, "set");
}

static void
begin_clause(Reading *reading, Token token, const char **cursor)
{
    for (size_t i = 0; i < G_N_ELEMENTS(BEGINNINGS); i++) {
        if (!token_is(token, BEGINNINGS[i].word))
            continue;
        const char *begin = reading->name != NULL ? reading->start : token.text;
        end_clause(reading, begin);
        reading->open =
            (Clause){.name = reading->name, .naming = BEGINNINGS[i].naming, .start = (size_t)(begin - reading->leaf)};
        reading->start = token.text;
        reading->name = NULL;
        if (token_is(token, "constraint")) {
            g_autofree char *name = token_name(lex_next_solid(cursor));
            reading->name = name == NULL ? NULL : arena_strdup(reading->arena, name);
        }
        return;
    }
}

GArray *
clauses_read(Arena *arena, const char *leaf)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(Clause));
    Reading reading = {.arena = arena, .found = found, .leaf = leaf};
    const char *cursor = leaf;
    int depth = 0;
    Token before = {TOKEN_END, leaf, 0};
    for (Token token = lex_next_solid(&cursor); token.kind != TOKEN_END; token = lex_next_solid(&cursor)) {
        depth += token_is(token, "(") - token_is(token, ")");
        if (depth == 0 && token.kind == TOKEN_WORD && !goes_on(before, token, cursor))
            begin_clause(&reading, token, &cursor);
        before = token;
    }
    end_clause(&reading, cursor);
    return found;
}
