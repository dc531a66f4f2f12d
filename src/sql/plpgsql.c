#include "sql/plpgsql_private.h"

#include <string.h>

static void read_statements(PlReader *reader, const char *const *ends);

/* Tokens --------------------------------------------------------------------------------------------------------- */

static Token
peek(const PlReader *reader)
{
    const char *cursor = reader->at;
    return lex_next_solid(&cursor);
}

static Token
next(PlReader *reader)
{
    return lex_next_solid(&reader->at);
}

static bool
accept(PlReader *reader, const char *word)
{
    if (!token_is(peek(reader), word))
        return false;
    next(reader);
    return true;
}

static void
expect(PlReader *reader, const char *word)
{
    reader->is_lost = !accept(reader, word) || reader->is_lost;
}

static bool
is_any(Token token, const char *const *words)
{
    while (*words != NULL && !token_is(token, *words))
        words++;
    return *words != NULL;
}

/* Up to one of the words outside of parentheses, which is not read; as PL/pgSQL itself looks for the end of SQL. */
static Span
read_until(PlReader *reader, const char *const *words)
{
    Span span = {peek(reader).text, NULL};
    for (int depth = 0;;) {
        const Token token = peek(reader);
        if (token.kind == TOKEN_END || token.kind == TOKEN_BROKEN || depth < 0 ||
            (token_is(token, ";") && !is_any(token, words))) {
            reader->is_lost = true;
            return (Span){span.start, span.start};
        }
        if (depth == 0 && is_any(token, words)) {
            span.end = token.text;
            return span;
        }
        depth += (token_is(token, "(") || token_is(token, "[")) - (token_is(token, ")") || token_is(token, "]"));
        next(reader);
    }
}

#define UNTIL(reader, ...) read_until(reader, (const char *const[]){__VA_ARGS__, NULL})

static bool
is_empty(Span span)
{
    const char *cursor = span.start;
    return span.start >= span.end || lex_next_solid(&cursor).text >= span.end;
}

static void
add_expression(PlReader *reader, Span span)
{
    if (!reader->is_lost && !is_empty(span))
        plpgsql_add(reader, "SELECT ", span);
}

static void
leave_out(PlReader *reader)
{
    UNTIL(reader, ";");
    reader->out->left_out++;
}

/* Variables ------------------------------------------------------------------------------------------------------ */

static PlVariable *
declare(PlReader *reader, const char *name, const char *type)
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
    if (accept(reader, "(")) {
        do {
            g_autofree char *argument = plpgsql_name(reader, next(reader));
            const char *type = type_of(reader, UNTIL(reader, ",", ")"));
            if (argument != NULL)
                declare(reader, argument, type);
        } while (!reader->is_lost && accept(reader, ","));
        expect(reader, ")");
    }
    if (!accept(reader, "for"))
        expect(reader, "is");
    const Span query = UNTIL(reader, ";");
    if (!reader->is_lost)
        plpgsql_add(reader, "", query);
    g_ptr_array_set_size(reader->scope, (gint)outer);
    declare(reader, name, "pg_catalog.refcursor");
}

static void
read_alias(PlReader *reader, const char *name)
{
    expect(reader, "for");
    g_autofree char *of = plpgsql_name(reader, next(reader));
    const PlVariable *known = of == NULL ? NULL : plpgsql_find(reader, of);
    declare(reader, name, known == NULL ? NULL : known->type);
}

static void
read_variable(PlReader *reader, const char *name)
{
    accept(reader, "constant");
    const Span span = UNTIL(reader, ";", "default", ":=", "=", "not", "collate");
    PlVariable *variable = declare(reader, name, reader->is_lost ? NULL : type_of(reader, span));
    if (variable->type != NULL)
        plpgsql_add_declaration(reader, variable, span);
    if (accept(reader, "collate"))
        UNTIL(reader, ";", "default", ":=", "=", "not");
    if (accept(reader, "not"))
        expect(reader, "null");
    if (accept(reader, "default") || accept(reader, ":=") || accept(reader, "="))
        add_expression(reader, UNTIL(reader, ";"));
}

static void
read_declarations(PlReader *reader)
{
    while (!reader->is_lost && !token_is(peek(reader), "begin")) {
        if (accept(reader, "declare"))
            continue;
        g_autofree char *name = token_name(next(reader));
        if (name == NULL) {
            reader->is_lost = true;
            return;
        }
        if (accept(reader, "alias"))
            read_alias(reader, name);
        else if (accept(reader, "cursor"))
            read_cursor(reader, name);
        else if (accept(reader, "scroll") || accept(reader, "no")) {
            accept(reader, "scroll");
            expect(reader, "cursor");
            read_cursor(reader, name);
        } else
            read_variable(reader, name);
        expect(reader, ";");
    }
}

/* Statements ----------------------------------------------------------------------------------------------------- */

static void
read_handlers(PlReader *reader)
{
    const guint outer = reader->scope->len;
    declare(reader, "sqlstate", "text");
    declare(reader, "sqlerrm", "text");
    while (!reader->is_lost && accept(reader, "when")) {
        UNTIL(reader, "then");
        expect(reader, "then");
        read_statements(reader, (const char *const[]){"when", "end", NULL});
    }
    g_ptr_array_set_size(reader->scope, (gint)outer);
}

static void
read_label(PlReader *reader)
{
    if (!accept(reader, "<<"))
        return;
    next(reader);
    expect(reader, ">>");
}

/* From DECLARE or BEGIN to END and the label behind it. */
static void
read_block(PlReader *reader)
{
    const guint outer = reader->scope->len;
    if (accept(reader, "declare"))
        read_declarations(reader);
    expect(reader, "begin");
    read_statements(reader, (const char *const[]){"exception", "end", NULL});
    if (accept(reader, "exception"))
        read_handlers(reader);
    expect(reader, "end");
    g_ptr_array_set_size(reader->scope, (gint)outer);
}

static void
read_if(PlReader *reader)
{
    do {
        add_expression(reader, UNTIL(reader, "then"));
        expect(reader, "then");
        read_statements(reader, (const char *const[]){"elsif", "elseif", "else", "end", NULL});
    } while (!reader->is_lost && (accept(reader, "elsif") || accept(reader, "elseif")));
    if (accept(reader, "else"))
        read_statements(reader, (const char *const[]){"end", NULL});
    expect(reader, "end");
    expect(reader, "if");
}

static void
read_case(PlReader *reader)
{
    if (!token_is(peek(reader), "when"))
        add_expression(reader, UNTIL(reader, "when"));
    while (!reader->is_lost && accept(reader, "when")) {
        add_expression(reader, UNTIL(reader, "then"));
        expect(reader, "then");
        read_statements(reader, (const char *const[]){"when", "else", "end", NULL});
    }
    if (accept(reader, "else"))
        read_statements(reader, (const char *const[]){"end", NULL});
    expect(reader, "end");
    expect(reader, "case");
}

static void
read_loop_body(PlReader *reader)
{
    expect(reader, "loop");
    read_statements(reader, (const char *const[]){"end", NULL});
    expect(reader, "end");
    expect(reader, "loop");
    if (!token_is(peek(reader), ";"))
        next(reader); /* the label */
}

/* Where ".." stands outside of parentheses before LOOP; NULL: it is a query. */
static const char *
find_range(const PlReader *reader)
{
    const char *cursor = reader->at;
    int depth = 0;
    for (Token token = lex_next_solid(&cursor); token.kind != TOKEN_END; token = lex_next_solid(&cursor)) {
        depth += token_is(token, "(") - token_is(token, ")");
        if (depth == 0 && token_is(token, "loop"))
            return NULL;
        if (depth == 0 && token_is(token, ".") && *cursor == '.')
            return token.text;
    }
    return NULL;
}

static void
read_range(PlReader *reader, const char *name, const char *dots)
{
    accept(reader, "reverse");
    add_expression(reader, (Span){reader->at, dots});
    reader->at = dots + 2;
    add_expression(reader, UNTIL(reader, "loop", "by"));
    if (accept(reader, "by"))
        add_expression(reader, UNTIL(reader, "loop"));
    declare(reader, name, "integer");
    read_loop_body(reader);
}

/* A cursor's rows, or those of a string, are not known. */
static void
read_rows(PlReader *reader, PlVariable *record)
{
    const Span query = UNTIL(reader, "loop");
    const char *cursor = query.start;
    const Token first = lex_next_solid(&cursor);
    g_autofree char *name = token_name(first);
    const PlVariable *cursor_variable = name == NULL ? NULL : plpgsql_find(reader, name);
    const bool is_query = !token_is(first, "execute") && cursor_variable == NULL;
    if (record != NULL)
        record->rows = NULL;
    if (reader->is_lost || !is_query) {
        reader->out->left_out++;
    } else if (plpgsql_add(reader, "", query) && record != NULL && record->type == NULL) {
        plpgsql_set_rows(reader, record, query);
    }
    read_loop_body(reader);
    if (record != NULL)
        record->rows = NULL;
}

static void
read_for(PlReader *reader)
{
    const guint outer = reader->scope->len;
    g_autofree char *name = token_name(peek(reader));
    UNTIL(reader, "in"); /* several targets are variables, or fields of one */
    expect(reader, "in");
    if (reader->is_lost || name == NULL)
        return;
    const char *dots = find_range(reader);
    if (dots != NULL)
        read_range(reader, name, dots);
    else
        read_rows(reader, plpgsql_find(reader, name));
    g_ptr_array_set_size(reader->scope, (gint)outer);
}

/* What a loop over an array gives to a record is not known. */
static void
read_foreach(PlReader *reader)
{
    g_autofree char *name = token_name(peek(reader));
    PlVariable *variable = name == NULL ? NULL : plpgsql_find(reader, name);
    UNTIL(reader, "in");
    expect(reader, "in");
    expect(reader, "array");
    add_expression(reader, UNTIL(reader, "loop"));
    if (variable != NULL)
        variable->rows = NULL;
    read_loop_body(reader);
}

static void
read_return(PlReader *reader)
{
    if (accept(reader, "query")) {
        if (token_is(peek(reader), "execute"))
            leave_out(reader);
        else
            plpgsql_add(reader, "", UNTIL(reader, ";"));
        return;
    }
    accept(reader, "next");
    add_expression(reader, UNTIL(reader, ";"));
}

/* RAISE [level] 'format' [, expression]... [USING option = expression, ...]; */
static void
read_raise(PlReader *reader)
{
    UNTIL(reader, ";", ",", "using");
    if (accept(reader, ","))
        add_expression(reader, UNTIL(reader, ";", "using"));
    if (!accept(reader, "using"))
        return;
    do {
        next(reader);
        if (!accept(reader, "="))
            expect(reader, ":=");
        add_expression(reader, UNTIL(reader, ";", ","));
    } while (!reader->is_lost && accept(reader, ","));
}

static void
read_open(PlReader *reader)
{
    UNTIL(reader, ";", "for", "(");
    if (accept(reader, "for") && !token_is(peek(reader), "execute"))
        plpgsql_add(reader, "", UNTIL(reader, ";"));
    else if (!token_is(peek(reader), ";"))
        leave_out(reader);
}

/* What goes in: the fields that it is assigned to, and the value. */
static void
read_assignment(PlReader *reader)
{
    const Span target = UNTIL(reader, ":=", "=");
    const char *cursor = target.start;
    g_autofree char *name = plpgsql_name(reader, lex_next_solid(&cursor));
    PlVariable *variable = name == NULL ? NULL : plpgsql_find(reader, name);
    if (variable != NULL && variable->type == NULL && !token_is(lex_next_solid(&cursor), "."))
        variable->rows = NULL;
    if (variable != NULL && variable->type != NULL && memchr(target.start, '.', (size_t)(target.end - target.start)))
        add_expression(reader, target);
    next(reader);
    add_expression(reader, UNTIL(reader, ";"));
}

/* A record that a statement fills: its rows are those of the statement, if that is a query. */
static void
note_targets(PlReader *reader, Span span)
{
    const char *cursor = span.start;
    const Token first = lex_next_solid(&cursor);
    Token last = first;
    for (Token token = lex_next_solid(&cursor); token.text < span.end; last = token, token = lex_next_solid(&cursor)) {
        if (!token_is(token, "into") || token_is(last, "insert") || token_is(last, "merge"))
            continue;
        Token target = lex_next_solid(&cursor);
        if (token_is(target, "strict"))
            target = lex_next_solid(&cursor);
        g_autofree char *name = plpgsql_name(reader, target);
        PlVariable *variable = name == NULL ? NULL : plpgsql_find(reader, name);
        if (variable != NULL && variable->type == NULL)
            variable->rows = NULL;
        return;
    }
}

static void
read_sql(PlReader *reader)
{
    static const char *const JUDGED[] = {"select", "insert", "update", "delete", "merge",
                                         "with",   "values", "table",  "("};
    bool is_judged = false;
    for (size_t i = 0; i < G_N_ELEMENTS(JUDGED); i++)
        is_judged = is_judged || token_is(peek(reader), JUDGED[i]);
    const Span span = UNTIL(reader, ";");
    if (reader->is_lost)
        return;
    note_targets(reader, span);
    if (is_judged)
        plpgsql_add(reader, "", span);
    else
        reader->out->left_out++;
}

static void
read_while(PlReader *reader)
{
    add_expression(reader, UNTIL(reader, "loop"));
    read_loop_body(reader);
}

static void
read_exit(PlReader *reader)
{
    UNTIL(reader, ";", "when");
    if (accept(reader, "when"))
        add_expression(reader, UNTIL(reader, ";"));
}

static void
read_perform(PlReader *reader)
{
    add_expression(reader, UNTIL(reader, ";"));
}

/* What takes rows from a cursor, or runs a string, may fill a record with anything. */
static void
read_fetch(PlReader *reader)
{
    const Span span = UNTIL(reader, ";");
    if (!reader->is_lost)
        note_targets(reader, (Span){span.start, span.end});
    reader->out->left_out++;
}

static void
read_nothing(PlReader *reader)
{
    UNTIL(reader, ";");
}

static const struct {
    const char *word;
    void (*read)(PlReader *reader);
} STATEMENTS[] = {
    {"if", read_if},         {"case", read_case},      {"loop", NULL},
    {"while", read_while},   {"for", read_for},        {"foreach", read_foreach},
    {"exit", read_exit},     {"continue", read_exit},  {"return", read_return},
    {"raise", read_raise},   {"assert", read_perform}, {"perform", read_perform},
    {"execute", read_fetch}, {"open", read_open},      {"fetch", read_fetch},
    {"move", read_nothing},  {"close", read_nothing},  {"get", read_nothing},
    {"null", read_nothing},  {"commit", read_nothing}, {"rollback", read_nothing},
};

/* "a := ", "a.b[1] = ", whatever the word before it is. */
static bool
is_assignment(const PlReader *reader)
{
    const char *cursor = reader->at;
    const Token first = lex_next_solid(&cursor), second = lex_next_solid(&cursor);
    const bool is_name = first.kind == TOKEN_WORD || first.kind == TOKEN_QUOTED || first.kind == TOKEN_PARAM;
    return is_name &&
           (token_is(second, ":=") || token_is(second, "=") || token_is(second, ".") || token_is(second, "["));
}

static void
read_statement(PlReader *reader)
{
    read_label(reader);
    if (token_is(peek(reader), "declare") || token_is(peek(reader), "begin")) {
        read_block(reader);
        if (!token_is(peek(reader), ";"))
            next(reader); /* the label */
    } else if (is_assignment(reader)) {
        read_assignment(reader);
    } else {
        size_t i = 0;
        while (i < G_N_ELEMENTS(STATEMENTS) && !token_is(peek(reader), STATEMENTS[i].word))
            i++;
        if (i == G_N_ELEMENTS(STATEMENTS)) {
            read_sql(reader);
        } else if (STATEMENTS[i].read == NULL) {
            read_loop_body(reader);
        } else {
            next(reader);
            STATEMENTS[i].read(reader);
        }
    }
    expect(reader, ";");
}

static void
read_statements(PlReader *reader, const char *const *ends)
{
    while (!reader->is_lost && !is_any(peek(reader), ends)) {
        if (peek(reader).kind == TOKEN_END)
            reader->is_lost = true;
        else
            read_statement(reader);
    }
}

/* The whole ------------------------------------------------------------------------------------------------------- */

const char *
plpgsql_argument(Arena *arena, guint number)
{
    return arena_printf(arena, "pleat_argument_%u", number);
}

/* "#variable_conflict use_column" and the like stand before the block, a line each. */
static void
skip_options(PlReader *reader)
{
    for (Token token = peek(reader); token.kind == TOKEN_OPERATOR && *token.text == '#'; token = peek(reader)) {
        const char *line = strchr(token.text, '\n');
        reader->at = line == NULL ? token.text + strlen(token.text) : line;
    }
}

void
plpgsql_read(Arena *arena, const char *body, const PlVariable *given, PlBody *out)
{
    g_autoptr(GPtrArray) scope = g_ptr_array_new();
    *out = (PlBody){.fragments = g_ptr_array_new()};
    PlReader reader = {.arena = arena, .body = body, .at = body, .scope = scope, .out = out, .given = given};
    for (const PlVariable *variable = given; variable->name != NULL; variable++)
        declare(&reader, variable->name, variable->type);
    declare(&reader, "found", "boolean");
    skip_options(&reader);
    read_label(&reader);
    read_block(&reader);
    out->is_whole = !reader.is_lost;
}

void
plpgsql_clear(PlBody *body)
{
    g_clear_pointer(&body->fragments, g_ptr_array_unref);
}
