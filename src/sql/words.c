#include "sql/words.h"

bool
words_is_name(Token token)
{
    return token.kind == TOKEN_WORD || token.kind == TOKEN_QUOTED;
}

char *
words_name(const char **cursor)
{
    Token token = lex_next_solid(cursor);
    GString *name = g_string_new(NULL);
    while (words_is_name(token)) {
        g_string_append_len(name, token.text, (gssize)token.length);
        const char *ahead = *cursor;
        if (!token_is(lex_next_solid(&ahead), "."))
            break;
        g_string_append_c(name, '.');
        *cursor = ahead;
        token = lex_next_solid(cursor);
    }
    return g_string_free(name, name->len == 0);
}

bool
words_skip(const char **cursor, const char *words)
{
    g_auto(GStrv) list = g_strsplit(words, " ", -1);
    const char *ahead = *cursor;
    for (char **word = list; *word != NULL; word++)
        if (!token_is(lex_next_solid(&ahead), *word))
            return false;
    *cursor = ahead;
    return true;
}

bool
words_skip_to(const char **cursor, const char *word)
{
    for (Token token = lex_next_solid(cursor); token.kind != TOKEN_END; token = lex_next_solid(cursor))
        if (token_is(token, word))
            return true;
    return false;
}

void
words_skip_list(const char **cursor)
{
    if (words_skip(cursor, "("))
        words_skip_to(cursor, ")");
}
