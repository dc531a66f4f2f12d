#include "sql/reach.h"

#include "sql/lex.h"

/* The value of an option in the rest of the statement, "connect = false"; TOKEN_END: it is not said. */
static Token
option(const char *cursor, const char *name)
{
    Token token = lex_next_solid(&cursor);
    for (; token.kind != TOKEN_END; token = lex_next_solid(&cursor)) {
        const char *behind = cursor;
        if (token_is(token, name) && token_is(lex_next_solid(&behind), "="))
            return lex_next_solid(&behind);
    }
    return token;
}

static bool
is_off(const char *cursor, const char *name)
{
    Token value = option(cursor, name);
    g_autofree char *text = token_string(value);
    return token_is(value, "false") || token_is(value, "off") || token_is(value, "0") ||
           (text != NULL && (g_ascii_strcasecmp(text, "false") == 0 || g_ascii_strcasecmp(text, "off") == 0));
}

static bool
is_said(const char *cursor, const char *name)
{
    return option(cursor, name).kind != TOKEN_END;
}

static bool
is_none(const char *cursor, const char *name)
{
    Token value = option(cursor, name);
    g_autofree char *text = token_string(value);
    return token_is(value, "none") || g_strcmp0(text, "none") == 0;
}

static bool
alter_reaches_out(const char *cursor, char *name, GHashTable *let_go)
{
    Token verb = lex_next_solid(&cursor);
    if (token_is(verb, "refresh") || token_is(verb, "enable"))
        return true;
    const char *behind = cursor;
    if (token_is(lex_next_solid(&behind), "publication")) /* SET, ADD, DROP */
        return !is_off(behind, "refresh");
    if (is_none(cursor, "slot_name"))
        g_hash_table_add(let_go, g_strdup(name));
    return token_is(verb, "set") && (is_said(cursor, "failover") || is_said(cursor, "two_phase"));
}

bool
statement_reaches_out(const char *sql, GHashTable *let_go)
{
    const char *cursor = sql;
    Token verb = lex_next_solid(&cursor);
    if (!token_is(lex_next_solid(&cursor), "subscription"))
        return false;
    Token token = lex_next_solid(&cursor);
    if (token_is(verb, "drop") && token_is(token, "if")) {
        lex_next_solid(&cursor); /* EXISTS */
        token = lex_next_solid(&cursor);
    }
    g_autofree char *name = token_name(token);
    if (name == NULL)
        return false;
    if (token_is(verb, "create"))
        return !is_off(cursor, "connect");
    if (token_is(verb, "alter"))
        return alter_reaches_out(cursor, name, let_go);
    return token_is(verb, "drop") && !g_hash_table_contains(let_go, name);
}
