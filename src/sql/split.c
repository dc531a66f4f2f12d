#include "sql/split.h"

#include "sql/format.h"
#include <string.h>

typedef struct {
    int parens;   /* open ( and [ */
    int ends;     /* ENDs that an open BEGIN ATOMIC still needs, the CASEs inside of it included */
    bool begun;   /* the last solid token was BEGIN */
    bool routine; /* the statement started with CREATE: only there does BEGIN ATOMIC open a body */
} Nesting;

/* psql's rule: inside a routine's BEGIN ATOMIC body, BEGIN and CASE need an END each. */
static void
nest(Nesting *nesting, Token token)
{
    bool begun = nesting->begun;
    nesting->begun = token_is(token, "begin");
    if (token_is(token, "(") || token_is(token, "["))
        nesting->parens++;
    else if (token_is(token, ")") || token_is(token, "]"))
        nesting->parens--;
    else if (nesting->routine && begun && token_is(token, "atomic"))
        nesting->ends++;
    else if (nesting->ends > 0 && token_is(token, "case"))
        nesting->ends++;
    else if (nesting->ends > 0 && token_is(token, "end"))
        nesting->ends--;
}

bool
split_next(const char *text, const char **cursor, Statement *statement)
{
    Nesting nesting = {0};
    bool open = false;
    for (;;) {
        Token token = lex_next(cursor);
        if (token.kind == TOKEN_SPACE)
            continue;
        bool end = token.kind == TOKEN_END;
        if (end || (token_is(token, ";") && nesting.parens <= 0 && nesting.ends == 0)) {
            statement->ended = !end;
            if (open || end)
                return open;
            continue;
        }
        if (!open) {
            statement->start = (size_t)(token.text - text);
            nesting.routine = token_is(token, "create");
            open = true;
        }
        statement->length = (size_t)(*cursor - text) - statement->start;
        nest(&nesting, token);
    }
}

GArray *
split_statements(const char *text)
{
    GArray *statements = g_array_new(FALSE, FALSE, sizeof(Statement));
    Statement statement;
    const char *cursor = text;
    while (split_next(text, &cursor, &statement))
        g_array_append_val(statements, statement);
    return statements;
}

const char *
split_fragment_fault(const char *text, size_t *offset)
{
    g_autoptr(GByteArray) open = g_byte_array_new();
    const char *cursor = text;
    bool comment_at_end = false;
    for (Token token = lex_next(&cursor); token.kind != TOKEN_END; token = lex_next(&cursor)) {
        *offset = (size_t)(token.text - text);
        if (token.kind == TOKEN_BROKEN)
            return token.text[0] == '/' ? "a comment that never ends" : "a quote that never ends";
        if (token.kind == TOKEN_SPACE)
            comment_at_end =
                memmem(token.text, token.length, "--", 2) != NULL && memchr(token.text, '\n', token.length) == NULL;
        else
            comment_at_end = false;
        if (token_is(token, ";") && open->len == 0)
            return "a semicolon";
        if (token_is(token, "(") || token_is(token, "[")) {
            g_byte_array_append(open, (const guint8 *)(token.text[0] == '(' ? ")" : "]"), 1);
        } else if (token_is(token, ")") || token_is(token, "]")) {
            if (open->len == 0 || open->data[open->len - 1] != (guint8)token.text[0])
                return token.text[0] == ')' ? "a \")\" that closes nothing" : "a \"]\" that closes nothing";
            g_byte_array_set_size(open, open->len - 1);
        }
    }
    *offset = strlen(text);
    if (open->len > 0)
        return open->data[open->len - 1] == ')' ? "a \"(\" that is never closed" : "a \"[\" that is never closed";
    return comment_at_end ? "a comment that would hide what follows" : NULL;
}

static char *
trimmed(Arena *arena, const char *start, const char *end)
{
    while (start < end && g_ascii_isspace(*start))
        start++;
    while (end > start && g_ascii_isspace(end[-1]))
        end--;
    return arena_strndup(arena, start, (size_t)(end - start));
}

char **
split_list(Arena *arena, const char *text)
{
    g_autoptr(GPtrArray) items = g_ptr_array_new();
    Nesting nesting = {0};
    const char *cursor = text, *start = text;
    bool any = false;
    for (;;) {
        Token token = lex_next(&cursor);
        any = any || (token.kind != TOKEN_SPACE && token.kind != TOKEN_END);
        nest(&nesting, token);
        bool end = token.kind == TOKEN_END;
        if (end || (token_is(token, ",") && nesting.parens == 0)) {
            if (any)
                g_ptr_array_add(items, trimmed(arena, start, token.text));
            start = cursor;
        }
        if (end)
            break;
    }
    char **list = arena_new_array(arena, char *, items->len + 1);
    for (size_t i = 0; i < items->len; i++)
        list[i] = items->pdata[i];
    return list;
}

char *
strip_parentheses(Arena *arena, const char *text)
{
    char *inner = trimmed(arena, text, text + strlen(text));
    size_t length = strlen(inner);
    if (length < 2 || inner[0] != '(' || inner[length - 1] != ')')
        return inner;
    Nesting nesting = {0};
    const char *cursor = inner;
    for (Token token = lex_next(&cursor); token.kind != TOKEN_END; token = lex_next(&cursor)) {
        nest(&nesting, token);
        if (nesting.parens == 0 && *cursor != '\0')
            return inner;
    }
    return trimmed(arena, inner + 1, inner + length - 1);
}

void
option_append(GString *out, const char *name, const char *value)
{
    static const char TOAST[] = "toast.";
    bool toast = g_str_has_prefix(name, TOAST);
    sql_append(out, "%s%I=%L", toast ? TOAST : "", name + (toast ? strlen(TOAST) : 0), value);
}

void
option_read(const char *item, char **name, char **value)
{
    const char *cursor = item;
    g_autoptr(GString) out = g_string_new(NULL);
    Token token = lex_next_solid(&cursor);
    for (; token.kind != TOKEN_END && !token_is(token, "="); token = lex_next_solid(&cursor)) {
        g_autofree char *part = token_name(token);
        g_string_append(out, part == NULL ? "." : part);
    }
    *name = g_strdup(out->str);
    *value = token_string(lex_next_solid(&cursor));
}
