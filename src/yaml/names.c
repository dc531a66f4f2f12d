#include "yaml/names.h"

#include "sql/format.h"

#include "sql/lex.h"
#include <string.h>

/* One part at *at, which moves behind it: an identifier in quotes, or all up to the next dot. */
static const char *
read_part(Arena *arena, const char **at, bool qualified, const char **part)
{
    if (**at == '"') {
        const char *cursor = *at;
        Token token = lex_next(&cursor);
        if (token.kind != TOKEN_QUOTED)
            return "a double quote that is never closed";
        if (*cursor != '\0' && (!qualified || *cursor != '.'))
            return "more behind the closing double quote";
        g_autofree char *name = token_name(token);
        *part = arena_strdup(arena, name);
        *at = cursor;
        return NULL;
    }
    size_t length = qualified ? strcspn(*at, ".") : strlen(*at);
    *part = arena_strndup(arena, *at, length);
    *at += length;
    return NULL;
}

static const char *
part_fault(const char *part)
{
    if (part[0] == '\0')
        return "an empty name";
    return strlen(part) > SQL_NAME_LONGEST ? "longer than 63 bytes, where PostgreSQL would cut it" : NULL;
}

const char *
name_parse(Arena *arena, const char *key, bool qualified, const char **schema, const char **name)
{
    const char *parts[2] = {NULL, NULL};
    int n = 0;
    for (const char *at = key;; at++) {
        if (n == 2)
            return "more than schema and name";
        const char *fault = read_part(arena, &at, qualified, &parts[n]);
        if (fault == NULL)
            fault = part_fault(parts[n]);
        if (fault != NULL)
            return fault;
        n++;
        if (*at == '\0')
            break;
    }
    *schema = n == 2 ? parts[0] : NULL;
    *name = parts[n - 1];
    return NULL;
}

/* Would reading a name make another one of it? White space before the "(" of a signature does not count. */
static bool
needs_quotes(const char *part, bool qualified)
{
    size_t length = strlen(part);
    return part[0] == '"' ||
           (qualified && (strpbrk(part, ".\"(") != NULL || (length > 0 && g_ascii_isspace(part[length - 1]))));
}

static void
append_part(GString *out, const char *part, bool qualified)
{
    if (!needs_quotes(part, qualified)) {
        g_string_append(out, part);
        return;
    }
    g_string_append_c(out, '"');
    for (const char *at = part; *at != '\0'; at++) {
        if (*at == '"')
            g_string_append_c(out, '"');
        g_string_append_c(out, *at);
    }
    g_string_append_c(out, '"');
}

char *
name_format(const char *schema, const char *name, bool qualified)
{
    GString *out = g_string_new(NULL);
    if (schema != NULL) {
        append_part(out, schema, true);
        g_string_append_c(out, '.');
    }
    append_part(out, name, qualified);
    return g_string_free(out, FALSE);
}

const char *
name_split_signature(Arena *arena, const char *key, const char **before, const char **arguments)
{
    const char *at = key;
    while (*at != '\0' && *at != '(') {
        if (*at == '"')
            at = strchr(at + 1, '"');
        if (at == NULL)
            return "a double quote that is never closed";
        at++;
    }
    const char *end = at;
    while (end > key && g_ascii_isspace(end[-1]))
        end--;
    *before = arena_strndup(arena, key, (size_t)(end - key));
    *arguments = NULL;
    if (*at == '\0')
        return NULL;
    const char *close = key + strlen(key);
    while (g_ascii_isspace(close[-1]))
        close--;
    if (close[-1] != ')')
        return "a \"(\" with no \")\" at the end";
    *arguments = arena_strndup(arena, at + 1, (size_t)(close - at - 2));
    return NULL;
}

const char *
name_split_word(Arena *arena, const char *key, const char *word, const char **before, const char **behind)
{
    const char *cursor = key, *found = NULL;
    for (Token token = lex_next_solid(&cursor); token.kind != TOKEN_END; token = lex_next_solid(&cursor)) {
        if (token.kind == TOKEN_BROKEN)
            return "a quote that is never closed";
        if (token_is(token, word))
            found = token.text;
    }
    if (found == NULL)
        return arena_printf(arena, "what is wanted is: ... %s ...", word);
    g_autofree char *first = g_strstrip(g_strndup(key, (gsize)(found - key)));
    g_autofree char *second = g_strstrip(g_strdup(found + strlen(word)));
    *before = arena_strdup(arena, first);
    *behind = arena_strdup(arena, second);
    return NULL;
}
