/* plpgsql_records.c - whose rows the records and cursors of a PL/pgSQL body hold */
#include "sql/plpgsql_private.h"

#include <string.h>

/* A record may be made of itself, and that again. */
enum { LONGEST_ROWS = 8192 };

void
plpgsql_forget_rows(PlVariable *variable)
{
    if (variable == NULL)
        return;
    variable->rows = NULL;
    variable->filled++;
}

/* INSERT ... RETURNING and the like cannot stand in a subquery, wherever they are in the statement. */
static bool
is_subquery(Span query)
{
    static const char *const FIRST[] = {"select", "values", "table", "with", "(", NULL};
    static const char *const CHANGES[] = {"insert", "update", "delete", "merge", NULL};
    const char *cursor = query.start;
    Token token = lex_next_solid(&cursor), last = token;
    if (!plpgsql_is_any(token, FIRST))
        return false;
    for (; token.kind != TOKEN_END && token.text < query.end; last = token, token = lex_next_solid(&cursor))
        if (plpgsql_is_any(token, CHANGES) && !token_is(last, "for") && !token_is(last, "key"))
            return false;
    return true;
}

void
plpgsql_fill(PlReader *reader, PlVariable *variable, Span query)
{
    if (variable == NULL)
        return;
    const PlVariable before = *variable; /* which the query may name */
    plpgsql_forget_rows(variable);
    if (!is_subquery(query))
        return;
    variable->rows = before.rows;
    plpgsql_set_rows(reader, variable, query);
    if (variable->rows != NULL && strlen(variable->rows) > LONGEST_ROWS)
        variable->rows = NULL;
}

void
plpgsql_fill_from(PlVariable *variable, const PlVariable *source)
{
    plpgsql_forget_rows(variable);
    if (variable == NULL || source == NULL)
        return;
    variable->rows = source->rows;
    variable->rows_see = source->rows_see;
}

PlVariable *
plpgsql_target(const PlReader *reader, Span span, Token *before)
{
    const char *cursor = span.start;
    Token last = {TOKEN_END, span.start, 0};
    for (Token token = lex_next_solid(&cursor); token.text < span.end; last = token, token = lex_next_solid(&cursor)) {
        if (!token_is(token, "into") || token_is(last, "insert") || token_is(last, "merge"))
            continue;
        Token target = lex_next_solid(&cursor);
        if (token_is(target, "strict"))
            target = lex_next_solid(&cursor);
        g_autofree char *name = plpgsql_name(reader, target);
        PlVariable *variable = name == NULL ? NULL : plpgsql_find(reader, name);
        *before = last;
        return variable != NULL && variable->type == NULL ? variable : NULL;
    }
    return NULL;
}

guint *
plpgsql_note_filled(const PlReader *reader)
{
    guint *filled = g_new(guint, reader->scope->len + 1);
    for (guint i = 0; i < reader->scope->len; i++)
        filled[i] = ((const PlVariable *)reader->scope->pdata[i])->filled;
    return filled;
}

void
plpgsql_forget_filled(PlReader *reader, const guint *filled, guint count)
{
    for (guint i = 0; i < count; i++) {
        PlVariable *variable = reader->scope->pdata[i];
        if (variable->filled != filled[i])
            variable->rows = NULL;
    }
}

/* The one before says that a variable gets other rows, or the one behind it; what only looks like it does no harm. A
 * record is the only target of its statement. */
static bool
fills(Token before, Token behind)
{
    static const char *const BEFORE[] = {"into", "strict", "for", "foreach", NULL};
    if (token_is(before, "open")) /* what is bound has always the same */
        return !token_is(behind, "(") && !token_is(behind, ";");
    return plpgsql_is_any(before, BEFORE) || token_is(behind, ":=") || token_is(behind, "=");
}

/* From LOOP to END LOOP. */
static bool
is_filled_in_loop(const PlReader *reader, const PlVariable *variable)
{
    const char *cursor = reader->at;
    Token last = {TOKEN_END, cursor, 0};
    int depth = 0;
    for (Token token = lex_next_solid(&cursor); token.kind != TOKEN_END;
         last = token, token = lex_next_solid(&cursor)) {
        const char *ahead = cursor;
        if (token_is(token, "loop"))
            depth += token_is(last, "end") ? -1 : 1;
        if (depth == 0)
            return false;
        g_autofree char *name = plpgsql_name(reader, token);
        if (name != NULL && strcmp(name, variable->name) == 0 && fills(last, lex_next_solid(&ahead)))
            return true;
    }
    return false;
}

void
plpgsql_enter_loop(PlReader *reader, const PlVariable *own)
{
    for (guint i = 0; i < reader->scope->len; i++) {
        PlVariable *variable = reader->scope->pdata[i];
        if (variable->rows != NULL && variable != own && is_filled_in_loop(reader, variable))
            plpgsql_forget_rows(variable);
    }
}
