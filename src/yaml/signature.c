#include "yaml/signature.h"

#include "sql/format.h"
#include "sql/split.h"
#include <string.h>

typedef struct {
    Token tokens[32];
    size_t n;
} Words;

/* The solid tokens of an argument up to its default; false when there are too many for an argument. */
static void
read_words(const char *text, Words *words)
{
    words->n = 0;
    int depth = 0;
    const char *cursor = text;
    for (Token token = lex_next_solid(&cursor); token.kind != TOKEN_END; token = lex_next_solid(&cursor)) {
        bool ends = depth == 0 && (token_is(token, "default") || token_is(token, "=") || token_is(token, ":="));
        if (ends || words->n == G_N_ELEMENTS(words->tokens))
            return;
        depth += token_is(token, "(") - token_is(token, ")");
        words->tokens[words->n++] = token;
    }
}

static bool
word_is(const Words *words, size_t at, const char *text)
{
    return at < words->n && token_is(words->tokens[at], text);
}

static bool
is_name(const Words *words, size_t at)
{
    return at < words->n && (words->tokens[at].kind == TOKEN_WORD || words->tokens[at].kind == TOKEN_QUOTED);
}

/* Behind "(10, 2)". */
static size_t
skip_limits(const Words *words, size_t at)
{
    if (!word_is(words, at, "("))
        return at;
    while (at < words->n && !word_is(words, at, ")"))
        at++;
    return at + 1;
}

static size_t
skip_type_name(const Words *words, size_t at)
{
    static const char *const PAIRS[][2] = {{"double", "precision"}, {"character", "varying"},  {"char", "varying"},
                                           {"bit", "varying"},      {"national", "character"}, {"national", "char"}};
    for (size_t i = 0; i < G_N_ELEMENTS(PAIRS); i++)
        if (word_is(words, at, PAIRS[i][0]) && word_is(words, at + 1, PAIRS[i][1]))
            return at + 2 + (i >= 4 && word_is(words, at + 2, "varying"));
    if (!is_name(words, at))
        return at;
    for (at++; word_is(words, at, ".") && is_name(words, at + 1);)
        at += 2;
    return at;
}

/* Behind "with time zone", "without time zone", "year to month". */
static size_t
skip_suffix(const Words *words, size_t at)
{
    if ((word_is(words, at, "with") || word_is(words, at, "without")) && word_is(words, at + 1, "time"))
        return at + 3;
    static const char *const FIELDS[] = {"year", "month", "day", "hour", "minute", "second", "to"};
    for (size_t i = 0; i < G_N_ELEMENTS(FIELDS); i++)
        if (word_is(words, at, FIELDS[i]))
            return skip_suffix(words, at + 1);
    return at;
}

static size_t
skip_array(const Words *words, size_t at)
{
    if (word_is(words, at, "array"))
        at++;
    while (word_is(words, at, "["))
        while (at < words->n && !word_is(words, at++, "]"))
            ;
    return at;
}

/* Where a type that starts at "at" ends, or "at" when none starts there. */
static size_t
type_end(const Words *words, size_t at)
{
    size_t name = skip_type_name(words, at);
    if (name == at)
        return at;
    return skip_array(words, skip_suffix(words, skip_limits(words, skip_suffix(words, skip_limits(words, name)))));
}

/* The words of a type joined as SQL, folded, without limits, array or "pg_catalog." */
static char *
base_name(const Words *words, size_t from, size_t end)
{
    GString *out = g_string_new(NULL);
    if (word_is(words, from, "pg_catalog") && word_is(words, from + 1, "."))
        from += 2;
    for (size_t i = from; i < end && !word_is(words, i, "[") && !word_is(words, i, "array"); i++) {
        if (word_is(words, i, "(")) {
            i = skip_limits(words, i) - 1;
            continue;
        }
        g_autofree char *name = token_name(words->tokens[i]);
        bool spaced = out->len > 0 && !word_is(words, i, ".") && !word_is(words, i - 1, ".");
        if (spaced)
            g_string_append_c(out, ' ');
        bool quoted = words->tokens[i].kind == TOKEN_QUOTED;
        if (quoted)
            sql_append_identifier(out, name);
        else
            g_string_append(out, name == NULL ? "." : name);
    }
    return g_string_free(out, FALSE);
}

/* Manual, "Data Types": the aliases, and what format_type() calls them. */
static const char *
canonical(const char *name)
{
    static const char *const ALIASES[][2] = {
        {"int", "integer"},
        {"int4", "integer"},
        {"int8", "bigint"},
        {"int2", "smallint"},
        {"bool", "boolean"},
        {"float8", "double precision"},
        {"float", "double precision"},
        {"float4", "real"},
        {"decimal", "numeric"},
        {"dec", "numeric"},
        {"varchar", "character varying"},
        {"char varying", "character varying"},
        {"national character varying", "character varying"},
        {"national char varying", "character varying"},
        {"char", "character"},
        {"nchar", "character"},
        {"national character", "character"},
        {"national char", "character"},
        {"bpchar", "character"},
        {"varbit", "bit varying"},
        {"timestamptz", "timestamp with time zone"},
        {"timestamp", "timestamp without time zone"},
        {"timetz", "time with time zone"},
        {"time", "time without time zone"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(ALIASES); i++)
        if (strcmp(name, ALIASES[i][0]) == 0)
            return ALIASES[i][1];
    return g_str_has_prefix(name, "interval ") ? "interval" : name;
}

static bool
is_array(const Words *words, size_t from, size_t end)
{
    for (size_t i = from; i < end; i++)
        if (word_is(words, i, "[") || word_is(words, i, "array"))
            return true;
    return false;
}

/* Appends the argument's type; nothing for an OUT argument. The mode may stand before the name or behind it. */
static void
append_argument(GString *out, const char *text, SignatureQualify *qualify, void *data)
{
    Words words;
    read_words(text, &words);
    size_t at = 0;
    for (int i = 0; i < 2; i++) {
        size_t mode = at + (size_t)(i == 1);
        if (i == 1 && type_end(&words, at) == words.n)
            break;
        if (mode + 1 >= words.n)
            continue;
        if (word_is(&words, mode, "out"))
            return;
        if (word_is(&words, mode, "in") || word_is(&words, mode, "inout") || word_is(&words, mode, "variadic"))
            at = mode + 1;
        if (word_is(&words, mode, "in") && word_is(&words, at, "out"))
            at++;
    }
    if (type_end(&words, at) != words.n && is_name(&words, at) && type_end(&words, at + 1) > at + 1)
        at++;
    g_autofree char *name = base_name(&words, at, words.n);
    const char *type = canonical(name);
    const char *full = qualify == NULL ? NULL : qualify(type, data);
    g_string_append_printf(out, "%s%s%s", out->len > 0 ? ", " : "", full == NULL ? type : full,
                           is_array(&words, at, words.n) ? "[]" : "");
}

/* An aggregate's "order by" parts its direct arguments from the others; for its signature it is a comma. Behind direct
 * ones that are variadic it repeats the last of them (manual, CREATE AGGREGATE). */
static char *
without_order_by(const char *arguments)
{
    GString *out = g_string_new(NULL);
    const char *cursor = arguments;
    bool any = false, variadic = false;
    for (Token token = lex_next(&cursor); token.kind != TOKEN_END; token = lex_next(&cursor)) {
        const char *ahead = cursor;
        if (token_is(token, "order") && token_is(lex_next_solid(&ahead), "by")) {
            if (variadic)
                break;
            g_string_append(out, any ? "," : "");
            cursor = ahead;
            continue;
        }
        any = any || token.kind != TOKEN_SPACE;
        variadic = variadic || token_is(token, "variadic");
        g_string_append_len(out, token.text, (gssize)token.length);
    }
    return g_string_free(out, FALSE);
}

char *
signature_read(Arena *arena, const char *arguments, SignatureQualify *qualify, void *data)
{
    g_autofree char *plain = without_order_by(arguments);
    g_autoptr(GString) out = g_string_new(NULL);
    char **items = split_list(arena, plain);
    bool none = items[0] != NULL && strcmp(items[0], "*") == 0 && items[1] == NULL;
    for (size_t i = 0; items[i] != NULL && !none; i++)
        append_argument(out, items[i], qualify, data);
    return arena_strndup(arena, out->str, out->len);
}
