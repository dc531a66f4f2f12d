/* tokens.c - looking at the tokens of a statement */
#include "lint/operation.h"

#include "sql/format.h"
#include <string.h>

bool
tokens_begin(const Token *tokens, const char *words)
{
    for (;;) {
        size_t length = strcspn(words, " ");
        g_autofree char *word = g_strndup(words, length);
        if (!token_is(*tokens, word))
            return false;
        words += length;
        if (*words == '\0')
            return true;
        words++;
        tokens++;
    }
}

static size_t
count_words(const char *words)
{
    size_t count = 1;
    for (; *words != '\0'; words++)
        count += *words == ' ';
    return count;
}

const Token *
tokens_skip(const Token *open)
{
    int depth = 0;
    for (const Token *at = open; at->kind != TOKEN_END; at++) {
        depth += token_is(*at, "(") || token_is(*at, "[");
        depth -= token_is(*at, ")") || token_is(*at, "]");
        if (depth == 0)
            return at + 1;
    }
    while (open->kind != TOKEN_END)
        open++;
    return open;
}

const Token *
tokens_find(const Token *tokens, const char *words)
{
    for (const Token *at = tokens; at->kind != TOKEN_END;) {
        if (tokens_begin(at, words))
            return at + count_words(words);
        at = token_is(*at, "(") || token_is(*at, "[") ? tokens_skip(at) : at + 1;
    }
    return NULL;
}

const char *
tokens_text(Arena *arena, const Token *tokens, const Token *end)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (; tokens->kind != TOKEN_END && tokens != end; tokens++) {
        if (text->len > 0)
            g_string_append_c(text, ' ');
        g_autofree char *word = g_strndup(tokens->text, tokens->length);
        g_autofree char *lower = tokens->kind == TOKEN_WORD ? g_ascii_strdown(word, -1) : g_strdup(word);
        g_string_append(text, lower);
    }
    return arena_strdup(arena, text->str);
}

const Token *
tokens_cut(Arena *arena, const Token *start, const Token **next)
{
    const Token *end = start;
    while (end->kind != TOKEN_END && !token_is(*end, ",") && !token_is(*end, ")"))
        end = token_is(*end, "(") || token_is(*end, "[") ? tokens_skip(end) : end + 1;
    *next = token_is(*end, ",") ? end + 1 : NULL;
    size_t length = (size_t)(end - start);
    Token *copy = arena_new_array(arena, Token, length + 1);
    memcpy(copy, start, sizeof(Token) * length);
    copy[length] = (Token){.kind = TOKEN_END, .text = end->text};
    return copy;
}

static const char *
word_of(Arena *arena, Token token)
{
    g_autofree char *name = token_name(token);
    return arena_strdup(arena, name);
}

bool
tokens_name(Arena *arena, const Token **at, ObjectName *name)
{
    const char *parts[3] = {NULL};
    size_t n = 0;
    const Token *token = *at;
    while (n < G_N_ELEMENTS(parts) && (parts[n] = word_of(arena, *token)) != NULL) {
        n++;
        token++;
        if (!token_is(*token, "."))
            break;
        token++;
    }
    if (n == 0)
        return false;
    *name = (ObjectName){n > 1 ? parts[n - 2] : NULL, parts[n - 1]};
    *at = token;
    return true;
}

bool
object_is(ObjectName left, ObjectName right)
{
    if (left.name == NULL || right.name == NULL || strcmp(left.name, right.name) != 0)
        return false;
    return left.schema == NULL || right.schema == NULL || strcmp(left.schema, right.schema) == 0;
}

const char *
object_text(Arena *arena, ObjectName object)
{
    if (object.name == NULL)
        return "?";
    const char *name = name_text(arena, object.name);
    return object.schema == NULL ? name : arena_printf(arena, "%s.%s", name_text(arena, object.schema), name);
}

const char *
name_text(Arena *arena, const char *name)
{
    const bool is_placeholder = name[0] == '{' && g_str_has_suffix(name, "}"); /* of section.h */
    return is_placeholder ? name : sql_printf(arena, "%I", name);
}
