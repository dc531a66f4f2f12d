#include "sql/words.h"

char *
words_not_null_name(const char *definition)
{
    const char *cursor = definition;
    for (Token token = lex_next_solid(&cursor); token.kind != TOKEN_END; token = lex_next_solid(&cursor)) {
        if (!token_is(token, "constraint"))
            continue;
        Token name = lex_next_solid(&cursor);
        if (words_skip(&cursor, "not null"))
            return token_name(name);
    }
    return NULL;
}

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

static void
add_names(GHashTable *names, const char *text)
{
    const char *cursor = text;
    for (Token token = lex_next_solid(&cursor); token.kind != TOKEN_END; token = lex_next_solid(&cursor)) {
        char *name = token_name(token);
        if (name != NULL)
            g_hash_table_add(names, name);
        g_autofree char *string = token_string(token); /* what EXECUTE runs, or 'name'::regclass */
        if (string != NULL && string[0] != '\0')
            add_names(names, string);
    }
}

GHashTable *
words_names(const char *text)
{
    GHashTable *names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    add_names(names, text);
    return names;
}
