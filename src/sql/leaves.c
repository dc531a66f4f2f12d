#include "sql/leaves.h"

#include "sql/lex.h"

static bool
is_any(Token token, const char *const *words)
{
    while (*words != NULL && !token_is(token, *words))
        words++;
    return *words != NULL;
}

/* Does the word stand in the statement, outside of parentheses? */
static bool
has_word(const char *cursor, const char *word)
{
    int depth = 0;
    for (Token token = lex_next_solid(&cursor); token.kind != TOKEN_END; token = lex_next_solid(&cursor)) {
        depth += token_is(token, "(") - token_is(token, ")");
        if (depth == 0 && token_is(token, word))
            return true;
    }
    return false;
}

/* Objects that all databases of a server share. */
static bool
is_shared(const char *cursor)
{
    static const char *const SHARED[] = {"role", "group", "database", "tablespace", "system", "parameter", NULL};
    Token object = lex_next_solid(&cursor);
    return is_any(object, SHARED) || (token_is(object, "user") && !token_is(lex_next_solid(&cursor), "mapping"));
}

static bool
is_shared_behind(const char *cursor, const char *word)
{
    for (Token token = lex_next_solid(&cursor); token.kind != TOKEN_END; token = lex_next_solid(&cursor))
        if (token_is(token, word))
            return is_shared(cursor);
    return false;
}

static const char SERVER[] = "it concerns the whole server";

static const char *
create_leaves(const char *cursor)
{
    if (is_shared(cursor))
        return SERVER;
    for (Token token = lex_next_solid(&cursor); token.kind == TOKEN_WORD; token = lex_next_solid(&cursor))
        if (token_is(token, "table"))
            return has_word(cursor, "as") ? "it makes rows" : NULL;
        else if (!token_is(token, "unlogged") && !token_is(token, "global") && !token_is(token, "local"))
            return token_is(token, "temp") || token_is(token, "temporary") ? "it is for the session alone" : NULL;
    return NULL;
}

static const char *
alter_leaves(const char *cursor, bool owners)
{
    if (is_shared(cursor))
        return SERVER;
    if (has_word(cursor, "restart"))
        return "it sets where a sequence stands";
    return !owners && has_word(cursor, "owner") ? "owners are not managed here" : NULL;
}

static const char *
grant_leaves(const char *cursor)
{
    if (!has_word(cursor, "on"))
        return SERVER; /* memberships of roles */
    return is_shared_behind(cursor, "on") ? SERVER : NULL;
}

const char *
statement_leaves(const char *sql, bool owners, bool *only_rows)
{
    static const char *const CHANGE[] = {"update", "delete", "truncate", NULL};
    static const char *const HARMLESS[] = {"set",     "reset",   "lock",    "analyze", "vacuum",
                                           "reindex", "refresh", "cluster", "show",    NULL};
    static const char *const MAKE[] = {"insert", "copy", "merge", "with", NULL};
    const char *cursor = sql;
    Token verb = lex_next_solid(&cursor);
    *only_rows = is_any(verb, CHANGE);
    if (*only_rows || is_any(verb, HARMLESS))
        return NULL;
    if (is_any(verb, MAKE))
        return "it makes rows";
    if (token_is(verb, "create"))
        return create_leaves(cursor);
    if (token_is(verb, "alter"))
        return alter_leaves(cursor, owners);
    if (token_is(verb, "drop"))
        return is_shared(cursor) ? SERVER : NULL;
    if (token_is(verb, "grant") || token_is(verb, "revoke"))
        return grant_leaves(cursor);
    if (token_is(verb, "comment") || token_is(verb, "security"))
        return is_shared_behind(cursor, "on") ? SERVER : NULL;
    return "what it does is not known";
}
