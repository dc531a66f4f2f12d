/* plpgsql_declare.c - the tokens of a PL/pgSQL body, and what its DECLARE sections say */
#include "sql/plpgsql_private.h"

/* Tokens --------------------------------------------------------------------------------------------------------- */

Token
plpgsql_peek(const PlReader *reader)
{
    const char *cursor = reader->at;
    return lex_next_solid(&cursor);
}

Token
plpgsql_next(PlReader *reader)
{
    return lex_next_solid(&reader->at);
}

bool
plpgsql_accept(PlReader *reader, const char *word)
{
    if (!token_is(plpgsql_peek(reader), word))
        return false;
    plpgsql_next(reader);
    return true;
}

void
plpgsql_expect(PlReader *reader, const char *word)
{
    reader->is_lost = !plpgsql_accept(reader, word) || reader->is_lost;
}

bool
plpgsql_is_any(Token token, const char *const *words)
{
    while (*words != NULL && !token_is(token, *words))
        words++;
    return *words != NULL;
}

/* Up to one of the words outside of parentheses, which is not read; as PL/pgSQL itself looks for the end of SQL. */
Span
plpgsql_until(PlReader *reader, const char *const *words)
{
    Span span = {plpgsql_peek(reader).text, NULL};
    for (int depth = 0;;) {
        const Token token = plpgsql_peek(reader);
        if (token.kind == TOKEN_END || token.kind == TOKEN_BROKEN || depth < 0 ||
            (token_is(token, ";") && !plpgsql_is_any(token, words))) {
            reader->is_lost = true;
            return (Span){span.start, span.start};
        }
        if (depth == 0 && plpgsql_is_any(token, words)) {
            span.end = token.text;
            return span;
        }
        depth += (token_is(token, "(") || token_is(token, "[")) - (token_is(token, ")") || token_is(token, "]"));
        plpgsql_next(reader);
    }
}

static bool
is_empty(Span span)
{
    const char *cursor = span.start;
    return span.start >= span.end || lex_next_solid(&cursor).text >= span.end;
}

void
plpgsql_add_expression(PlReader *reader, Span span)
{
    if (!reader->is_lost && !is_empty(span))
        plpgsql_add(reader, "SELECT ", span);
}

void
plpgsql_leave_out(PlReader *reader)
{
    UNTIL(reader, ";");
    reader->out->left_out++;
}

/* Variables ------------------------------------------------------------------------------------------------------ */

PlVariable *
plpgsql_declare(PlReader *reader, const char *name, const char *type)
{
    PlVariable *variable = arena_new_one(reader->arena, PlVariable);
    *variable = (PlVariable){.name = arena_strdup(reader->arena, name), .type = type};
    g_ptr_array_add(reader->scope, variable);
    return variable;
}

/* "t%ROWTYPE" is t; "a%TYPE" of a variable is the type of that; a record has no type. */
static const char *
type_of(PlReader *reader, Span span)
{
    const char *cursor = span.start;
    const Token first = lex_next_solid(&cursor), second = lex_next_solid(&cursor), third = lex_next_solid(&cursor);
    g_autofree char *name = plpgsql_name(reader, first);
    const PlVariable *like = name == NULL ? NULL : plpgsql_find(reader, name);
    if (like != NULL && token_is(second, "%") && token_is(third, "type"))
        return like->type;
    char *text = g_strchomp(arena_strndup(reader->arena, span.start, (size_t)(span.end - span.start)));
    if (g_ascii_strcasecmp(text, "record") == 0)
        return NULL;
    cursor = text;
    for (Token token = lex_next_solid(&cursor); token.kind != TOKEN_END; token = lex_next_solid(&cursor)) {
        const char *behind = cursor;
        if (token_is(token, "%") && token_is(lex_next_solid(&behind), "rowtype"))
            text[token.text - text] = '\0';
    }
    return text;
}

static void
read_cursor(PlReader *reader, const char *name)
{
    const guint outer = reader->scope->len;
    if (plpgsql_accept(reader, "(")) {
        do {
            g_autofree char *argument = plpgsql_name(reader, plpgsql_next(reader));
            const char *type = type_of(reader, UNTIL(reader, ",", ")"));
            if (argument != NULL)
                plpgsql_declare(reader, argument, type);
        } while (!reader->is_lost && plpgsql_accept(reader, ","));
        plpgsql_expect(reader, ")");
    }
    if (!plpgsql_accept(reader, "for"))
        plpgsql_expect(reader, "is");
    const Span query = UNTIL(reader, ";");
    PlVariable rows = {0}; /* where its arguments are seen */
    if (!reader->is_lost && plpgsql_add(reader, "", query))
        plpgsql_fill(reader, &rows, query);
    g_ptr_array_set_size(reader->scope, (gint)outer);
    plpgsql_fill_from(plpgsql_declare(reader, name, "pg_catalog.refcursor"), &rows);
}

static void
read_alias(PlReader *reader, const char *name)
{
    plpgsql_expect(reader, "for");
    g_autofree char *of = plpgsql_name(reader, plpgsql_next(reader));
    const PlVariable *known = of == NULL ? NULL : plpgsql_find(reader, of);
    plpgsql_declare(reader, name, known == NULL ? NULL : known->type);
}

static void
read_variable(PlReader *reader, const char *name)
{
    plpgsql_accept(reader, "constant");
    const Span span = UNTIL(reader, ";", "default", ":=", "=", "not", "collate");
    PlVariable *variable = plpgsql_declare(reader, name, reader->is_lost ? NULL : type_of(reader, span));
    if (variable->type != NULL)
        plpgsql_add_declaration(reader, variable, span);
    if (plpgsql_accept(reader, "collate"))
        UNTIL(reader, ";", "default", ":=", "=", "not");
    if (plpgsql_accept(reader, "not"))
        plpgsql_expect(reader, "null");
    if (plpgsql_accept(reader, "default") || plpgsql_accept(reader, ":=") || plpgsql_accept(reader, "="))
        plpgsql_add_expression(reader, UNTIL(reader, ";"));
}

void
plpgsql_read_declarations(PlReader *reader)
{
    while (!reader->is_lost && !token_is(plpgsql_peek(reader), "begin")) {
        if (plpgsql_accept(reader, "declare"))
            continue;
        g_autofree char *name = token_name(plpgsql_next(reader));
        if (name == NULL) {
            reader->is_lost = true;
            return;
        }
        if (plpgsql_accept(reader, "alias"))
            read_alias(reader, name);
        else if (plpgsql_accept(reader, "cursor"))
            read_cursor(reader, name);
        else if (plpgsql_accept(reader, "scroll") || plpgsql_accept(reader, "no")) {
            plpgsql_accept(reader, "scroll");
            plpgsql_expect(reader, "cursor");
            read_cursor(reader, name);
        } else
            read_variable(reader, name);
        plpgsql_expect(reader, ";");
    }
}
