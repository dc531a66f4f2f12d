#include "project/statement_text.h"

#include "sql/lex.h"
#include <string.h>

const char *
statement_behind_create(const char *sql)
{
    const char *cursor = sql;
    if (!token_is(lex_next_solid(&cursor), "create"))
        return NULL;
    const char *ahead = cursor;
    if (!token_is(lex_next_solid(&ahead), "or"))
        return cursor;
    lex_next_solid(&ahead);
    return ahead;
}

char *
statement_name(const char *sql, const char *words)
{
    const char *cursor = statement_behind_create(sql), *ahead;
    if (cursor == NULL)
        return NULL;
    g_auto(GStrv) parts = g_strsplit(words, " ", -1);
    for (char **part = parts; *part != NULL; part++)
        if (!token_is(lex_next_solid(&cursor), *part))
            return NULL;
    char *name = token_name(lex_next_solid(&cursor));
    for (ahead = cursor; token_is(lex_next_solid(&ahead), "."); ahead = cursor) {
        cursor = ahead;
        g_free(name);
        name = token_name(lex_next_solid(&cursor));
    }
    return name;
}

bool
statement_has_body(const char *sql, const char *body)
{
    const char *cursor = sql;
    for (Token token = lex_next_solid(&cursor); token.kind != TOKEN_END; token = lex_next_solid(&cursor)) {
        g_autofree char *text = token_string(token);
        if (text != NULL && strcmp(text, body) == 0)
            return true;
    }
    return false;
}

/* LANGUAGE may be a string, too. */
char *
statement_body(const char *sql)
{
    char *body = NULL;
    const char *cursor = sql;
    for (Token token = lex_next_solid(&cursor); token.kind != TOKEN_END; token = lex_next_solid(&cursor)) {
        char *text = token_string(token);
        if (text != NULL && (body == NULL || strlen(text) > strlen(body))) {
            g_free(body);
            body = g_steal_pointer(&text);
        }
        g_free(text);
    }
    return body;
}

guint
text_distance(const char *left, const char *right)
{
    g_auto(GStrv) mine = g_strsplit(left, "\n", -1), theirs = g_strsplit(right, "\n", -1);
    g_autoptr(GHashTable) open = g_hash_table_new(g_str_hash, g_str_equal); /* line -> how often it is left over */
    guint n = 0;
    for (char **line = mine; *line != NULL; line++, n++)
        g_hash_table_insert(open, *line, GUINT_TO_POINTER(GPOINTER_TO_UINT(g_hash_table_lookup(open, *line)) + 1));
    for (char **line = theirs; *line != NULL; line++) {
        guint left_over = GPOINTER_TO_UINT(g_hash_table_lookup(open, *line));
        if (left_over > 0)
            g_hash_table_insert(open, *line, GUINT_TO_POINTER(left_over - 1));
        n = left_over > 0 ? n - 1 : n + 1;
    }
    return n;
}

/* Each word on a line of its own: what PostgreSQL has understood of a statement and what its author wrote have hardly a
 * line in common. */
static char *
one_word_a_line(const char *sql)
{
    GString *out = g_string_new(NULL);
    const char *cursor = sql;
    for (Token token = lex_next_solid(&cursor); token.kind != TOKEN_END; token = lex_next_solid(&cursor)) {
        g_autofree char *word = token.kind == TOKEN_WORD ? g_ascii_strdown(token.text, (gssize)token.length)
                                                         : g_strndup(token.text, token.length);
        g_string_append_printf(out, "%s\n", word);
    }
    return g_string_free(out, FALSE);
}

guint
statement_distance(const char *left, const char *right)
{
    g_autofree char *mine = one_word_a_line(left), *theirs = one_word_a_line(right);
    return text_distance(mine, theirs);
}
