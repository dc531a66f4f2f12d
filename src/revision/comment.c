/* comment.c - comments between statements, and which of them are directives */
#include "revision/parser.h"

#include <string.h>

static const char *
skip_block(const char *at, const char *end)
{
    int depth = 0;
    while (at < end) {
        bool opens = at + 1 < end && at[0] == '/' && at[1] == '*',
             closes = at + 1 < end && at[0] == '*' && at[1] == '/';
        depth += opens - closes;
        at += opens || closes ? 2 : 1;
        if (depth == 0)
            break;
    }
    return at;
}

char *
comment_next(const char **at, const char *end, const char **start, bool *is_line)
{
    while (*at < end && g_ascii_isspace(**at))
        (*at)++;
    if (*at >= end)
        return NULL;
    *start = *at;
    *is_line = **at == '-';
    if (*is_line) {
        const char *newline = memchr(*at, '\n', (size_t)(end - *at));
        *at = newline == NULL ? end : newline;
    } else {
        *at = skip_block(*at, end);
    }
    return g_strchomp(g_strndup(*start, (gsize)(*at - *start)));
}

const char *
comment_directive(const char *comment)
{
    const char *at = comment + strspn(comment, "-");
    at += strspn(at, " \t");
    if (g_ascii_strncasecmp(at, "pleat", 5) != 0)
        return NULL;
    at += 5 + strspn(at + 5, " \t");
    return *at == ':' ? at + 1 + strspn(at + 1, " \t") : NULL;
}
