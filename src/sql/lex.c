#include "sql/lex.h"

#include <string.h>

static bool
is_word_start(char c)
{
    return g_ascii_isalpha(c) || c == '_' || (unsigned char)c >= 0x80;
}

static bool
is_word_part(char c)
{
    return is_word_start(c) || g_ascii_isdigit(c) || c == '$';
}

/* Behind the end of what `quote` closes, doubled quotes skipped; NULL when it never ends. */
static const char *
skip_quoted(const char *at, char quote, bool backslashes)
{
    for (at++; *at != '\0'; at++) {
        if (backslashes && *at == '\\' && at[1] != '\0')
            at++;
        else if (*at == quote && at[1] == quote)
            at++;
        else if (*at == quote)
            return at + 1;
    }
    return NULL;
}

/* Behind a nested comment that starts at "at"; NULL when it never ends. */
static const char *
skip_block_comment(const char *at)
{
    int depth = 0;
    do {
        if (at[0] == '\0')
            return NULL;
        if (at[0] == '/' && at[1] == '*') {
            depth++;
            at += 2;
        } else if (at[0] == '*' && at[1] == '/') {
            depth--;
            at += 2;
        } else {
            at++;
        }
    } while (depth > 0);
    return at;
}

/* Behind white space and comments; sets *broken when a comment never ends. */
static const char *
skip_space(const char *at, bool *broken)
{
    for (;;) {
        if (g_ascii_isspace(*at) || *at == '\v') {
            at++;
        } else if (at[0] == '-' && at[1] == '-') {
            at += strcspn(at, "\n");
        } else if (at[0] == '/' && at[1] == '*') {
            const char *end = skip_block_comment(at);
            if (end == NULL) {
                *broken = true;
                return at + strlen(at);
            }
            at = end;
        } else {
            return at;
        }
    }
}

/* Behind $tag$...$tag$, or NULL when "at" starts no dollar quote; *broken when it never ends. */
static const char *
skip_dollar(const char *at, bool *broken)
{
    const char *tag = at + 1;
    if (is_word_start(*tag))
        while (is_word_part(*tag) && *tag != '$')
            tag++;
    if (*tag != '$')
        return NULL;
    size_t length = (size_t)(tag + 1 - at);
    for (const char *end = strchr(tag + 1, '$'); end != NULL; end = strchr(end + 1, '$'))
        if (strncmp(end, at, length) == 0)
            return end + length;
    *broken = true;
    return at + strlen(at);
}

static const char *
skip_number(const char *at)
{
    while (g_ascii_isalnum(*at) || *at == '_' || (*at == '.' && at[1] != '.') ||
           ((*at == '+' || *at == '-') && (at[-1] == 'e' || at[-1] == 'E')))
        at++;
    return at;
}

/* An operator ends where a comment begins (manual, "Operators"). */
static const char *
skip_operator(const char *at)
{
    const char *start = at;
    while (*at != '\0' && strchr("+-*/<>=~!@#%^&|`?:", *at) != NULL) {
        if ((at[0] == '-' && at[1] == '-') || (at[0] == '/' && at[1] == '*'))
            break;
        at++;
    }
    return at > start ? at : at + 1;
}

static Token
token(TokenKind kind, const char *start, const char *end, bool broken)
{
    if (broken || end == NULL)
        return (Token){TOKEN_BROKEN, start, strlen(start)};
    return (Token){kind, start, (size_t)(end - start)};
}

/* E'', B'', X'', N'', U&'' and U&"" begin with letters; NULL when the word is an ordinary one. */
static const char *
prefixed_quote(const char *at)
{
    if (strchr("eEbBxXnN", *at) != NULL && at[1] == '\'')
        return at + 1;
    if ((*at == 'u' || *at == 'U') && at[1] == '&' && (at[2] == '\'' || at[2] == '"'))
        return at + 2;
    return NULL;
}

static Token
scan(const char *at)
{
    bool broken = false;
    if (*at == '\0')
        return token(TOKEN_END, at, at, false);
    const char *end = skip_space(at, &broken);
    if (end > at)
        return token(TOKEN_SPACE, at, end, broken);
    if (is_word_start(*at)) {
        const char *quote = prefixed_quote(at);
        if (quote != NULL)
            return token(*quote == '"' ? TOKEN_QUOTED : TOKEN_STRING, at,
                         skip_quoted(quote, *quote, *at == 'e' || *at == 'E'), false);
        for (end = at; is_word_part(*end);)
            end++;
        return token(TOKEN_WORD, at, end, false);
    }
    if (*at == '"')
        return token(TOKEN_QUOTED, at, skip_quoted(at, '"', false), false);
    if (*at == '\'')
        return token(TOKEN_STRING, at, skip_quoted(at, '\'', false), false);
    if (*at == '$') {
        if (g_ascii_isdigit(at[1])) {
            for (end = at + 1; g_ascii_isdigit(*end);)
                end++;
            return token(TOKEN_PARAM, at, end, false);
        }
        end = skip_dollar(at, &broken);
        return end == NULL ? token(TOKEN_OPERATOR, at, at + 1, false) : token(TOKEN_DOLLAR, at, end, broken);
    }
    if (g_ascii_isdigit(*at) || (*at == '.' && g_ascii_isdigit(at[1])))
        return token(TOKEN_NUMBER, at, skip_number(at), false);
    if (strchr("()[],;.", *at) != NULL || (*at == ':' && at[1] != ':' && at[1] != '='))
        return token(TOKEN_PUNCT, at, at + 1, false);
    if (*at == ':')
        return token(TOKEN_OPERATOR, at, at + 2, false);
    return token(TOKEN_OPERATOR, at, skip_operator(at), false);
}

Token
lex_next(const char **cursor)
{
    Token next = scan(*cursor);
    *cursor = next.text + next.length;
    return next;
}

Token
lex_next_solid(const char **cursor)
{
    Token next;
    do
        next = lex_next(cursor);
    while (next.kind == TOKEN_SPACE);
    return next;
}

bool
token_is(Token token, const char *text)
{
    bool comparable = token.kind == TOKEN_WORD || token.kind == TOKEN_PUNCT || token.kind == TOKEN_OPERATOR;
    return comparable && strlen(text) == token.length && g_ascii_strncasecmp(token.text, text, token.length) == 0;
}

/* The inside of a quoted token with doubled quotes made single. */
static char *
undouble(const char *text, size_t length, char quote)
{
    GString *out = g_string_sized_new(length);
    for (size_t i = 0; i < length; i++) {
        g_string_append_c(out, text[i]);
        if (text[i] == quote)
            i++;
    }
    return g_string_free(out, FALSE);
}

char *
token_name(Token token)
{
    if (token.kind == TOKEN_WORD)
        return g_ascii_strdown(token.text, (gssize)token.length);
    if (token.kind == TOKEN_QUOTED && token.text[0] == '"')
        return undouble(token.text + 1, token.length - 2, '"');
    return NULL;
}

static char *
unescape(const char *text, size_t length)
{
    g_autofree char *raw = undouble(text, length, '\'');
    return g_strcompress(raw);
}

char *
token_string(Token token)
{
    if (token.kind == TOKEN_DOLLAR) {
        size_t tag = (size_t)(strchr(token.text + 1, '$') - token.text) + 1;
        return g_strndup(token.text + tag, token.length - 2 * tag);
    }
    if (token.kind != TOKEN_STRING)
        return NULL;
    if (token.text[0] == '\'')
        return undouble(token.text + 1, token.length - 2, '\'');
    if (token.text[0] == 'e' || token.text[0] == 'E')
        return unescape(token.text + 2, token.length - 3);
    return NULL;
}

char *
lex_parenthesised(const char **cursor)
{
    Token token = lex_next(cursor);
    while (token.kind != TOKEN_END && !token_is(token, "("))
        token = lex_next(cursor);
    const char *start = *cursor;
    for (int depth = 1; token.kind != TOKEN_END && depth > 0; depth += token_is(token, "(") - token_is(token, ")"))
        token = lex_next(cursor);
    return token.kind == TOKEN_END ? NULL : g_strndup(start, (gsize)(token.text - start));
}

void
text_position(const char *text, size_t offset, int *line, int *column)
{
    const char *start = text, *end = text + strnlen(text, offset);
    *line = 1;
    for (const char *at_end; (at_end = memchr(start, '\n', (size_t)(end - start))) != NULL; start = at_end + 1)
        ++*line;
    *column = 1;
    for (; start < end; start++)
        *column += ((unsigned char)*start & 0xC0) != 0x80;
}
