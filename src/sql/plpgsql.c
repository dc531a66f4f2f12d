#include "sql/plpgsql_private.h"

#include <string.h>

static void read_statements(PlReader *reader, const char *const *ends);

/* Statements ----------------------------------------------------------------------------------------------------- */

static void
read_handlers(PlReader *reader)
{
    const guint outer = reader->scope->len;
    plpgsql_declare(reader, "sqlstate", "text");
    plpgsql_declare(reader, "sqlerrm", "text");
    while (!reader->is_lost && plpgsql_accept(reader, "when")) {
        UNTIL(reader, "then");
        plpgsql_expect(reader, "then");
        read_statements(reader, (const char *const[]){"when", "end", NULL});
    }
    g_ptr_array_set_size(reader->scope, (gint)outer);
}

static void
read_label(PlReader *reader)
{
    if (!plpgsql_accept(reader, "<<"))
        return;
    plpgsql_next(reader);
    plpgsql_expect(reader, ">>");
}

/* From DECLARE or BEGIN to END and the label behind it. */
static void
read_block(PlReader *reader)
{
    const guint outer = reader->scope->len;
    if (plpgsql_accept(reader, "declare"))
        plpgsql_read_declarations(reader);
    plpgsql_expect(reader, "begin");
    read_statements(reader, (const char *const[]){"exception", "end", NULL});
    if (plpgsql_accept(reader, "exception"))
        read_handlers(reader);
    plpgsql_expect(reader, "end");
    g_ptr_array_set_size(reader->scope, (gint)outer);
}

static void
read_if(PlReader *reader)
{
    do {
        plpgsql_add_expression(reader, UNTIL(reader, "then"));
        plpgsql_expect(reader, "then");
        read_statements(reader, (const char *const[]){"elsif", "elseif", "else", "end", NULL});
    } while (!reader->is_lost && (plpgsql_accept(reader, "elsif") || plpgsql_accept(reader, "elseif")));
    if (plpgsql_accept(reader, "else"))
        read_statements(reader, (const char *const[]){"end", NULL});
    plpgsql_expect(reader, "end");
    plpgsql_expect(reader, "if");
}

static void
read_case(PlReader *reader)
{
    if (!token_is(plpgsql_peek(reader), "when"))
        plpgsql_add_expression(reader, UNTIL(reader, "when"));
    while (!reader->is_lost && plpgsql_accept(reader, "when")) {
        plpgsql_add_expression(reader, UNTIL(reader, "then"));
        plpgsql_expect(reader, "then");
        read_statements(reader, (const char *const[]){"when", "else", "end", NULL});
    }
    if (plpgsql_accept(reader, "else"))
        read_statements(reader, (const char *const[]){"end", NULL});
    plpgsql_expect(reader, "end");
    plpgsql_expect(reader, "case");
}

/* own: a record that gets a row each time; NULL: there is none. */
static void
read_loop_body(PlReader *reader, const PlVariable *own)
{
    plpgsql_enter_loop(reader, own);
    plpgsql_expect(reader, "loop");
    read_statements(reader, (const char *const[]){"end", NULL});
    plpgsql_expect(reader, "end");
    plpgsql_expect(reader, "loop");
    if (!token_is(plpgsql_peek(reader), ";"))
        plpgsql_next(reader); /* the label */
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
    plpgsql_accept(reader, "reverse");
    plpgsql_add_expression(reader, (Span){plpgsql_peek(reader).text, dots});
    reader->at = dots + 2;
    plpgsql_add_expression(reader, UNTIL(reader, "loop", "by"));
    if (plpgsql_accept(reader, "by"))
        plpgsql_add_expression(reader, UNTIL(reader, "loop"));
    plpgsql_declare(reader, name, "integer");
    read_loop_body(reader, NULL);
}

/* Over a cursor, the record is the loop's own. */
static void
read_cursor_loop(PlReader *reader, const char *name, const PlVariable *cursor)
{
    PlVariable *record = plpgsql_declare(reader, name, NULL);
    plpgsql_fill_from(record, cursor);
    if (record->rows == NULL)
        reader->out->left_out++;
    read_loop_body(reader, record);
}

/* Rows of a string are not known. */
static void
read_rows(PlReader *reader, const char *name)
{
    PlVariable *record = plpgsql_find(reader, name);
    const Span query = UNTIL(reader, "loop");
    const char *start = query.start;
    const Token first = lex_next_solid(&start);
    g_autofree char *word = token_name(first);
    const PlVariable *cursor = word == NULL ? NULL : plpgsql_find(reader, word);
    if (cursor != NULL) {
        read_cursor_loop(reader, name, cursor);
        return;
    }
    plpgsql_forget_rows(record);
    if (reader->is_lost || token_is(first, "execute")) {
        reader->out->left_out++;
    } else if (plpgsql_add(reader, "", query) && record != NULL && record->type == NULL) {
        plpgsql_fill(reader, record, query);
    }
    read_loop_body(reader, record);
    plpgsql_forget_rows(record);
}

static void
read_for(PlReader *reader)
{
    const guint outer = reader->scope->len;
    g_autofree char *name = token_name(plpgsql_peek(reader));
    UNTIL(reader, "in"); /* several targets are variables, or fields of one */
    plpgsql_expect(reader, "in");
    if (reader->is_lost || name == NULL)
        return;
    const char *dots = find_range(reader);
    if (dots != NULL)
        read_range(reader, name, dots);
    else
        read_rows(reader, name);
    g_ptr_array_set_size(reader->scope, (gint)outer);
}

/* What a loop over an array gives to a record is not known. */
static void
read_foreach(PlReader *reader)
{
    g_autofree char *name = token_name(plpgsql_peek(reader));
    PlVariable *variable = name == NULL ? NULL : plpgsql_find(reader, name);
    UNTIL(reader, "in");
    plpgsql_expect(reader, "in");
    plpgsql_expect(reader, "array");
    plpgsql_add_expression(reader, UNTIL(reader, "loop"));
    plpgsql_forget_rows(variable);
    read_loop_body(reader, NULL);
}

static void
read_return(PlReader *reader)
{
    if (plpgsql_accept(reader, "query")) {
        if (token_is(plpgsql_peek(reader), "execute"))
            plpgsql_leave_out(reader);
        else
            plpgsql_add(reader, "", UNTIL(reader, ";"));
        return;
    }
    plpgsql_accept(reader, "next");
    plpgsql_add_expression(reader, UNTIL(reader, ";"));
}

/* RAISE [level] 'format' [, expression]... [USING option = expression, ...]; */
static void
read_raise(PlReader *reader)
{
    UNTIL(reader, ";", ",", "using");
    if (plpgsql_accept(reader, ","))
        plpgsql_add_expression(reader, UNTIL(reader, ";", "using"));
    if (!plpgsql_accept(reader, "using"))
        return;
    do {
        plpgsql_next(reader);
        if (!plpgsql_accept(reader, "="))
            plpgsql_expect(reader, ":=");
        plpgsql_add_expression(reader, UNTIL(reader, ";", ","));
    } while (!reader->is_lost && plpgsql_accept(reader, ","));
}

/* OPEN cursor [[NO] SCROLL] FOR query, FOR EXECUTE string, or that of its declaration. */
static void
read_open(PlReader *reader)
{
    g_autofree char *name = plpgsql_name(reader, plpgsql_peek(reader));
    PlVariable *cursor = name == NULL ? NULL : plpgsql_find(reader, name);
    UNTIL(reader, ";", "for", "(");
    if (!plpgsql_accept(reader, "for")) {
        if (!token_is(plpgsql_peek(reader), ";"))
            plpgsql_leave_out(reader);
    } else if (token_is(plpgsql_peek(reader), "execute")) {
        plpgsql_forget_rows(cursor);
        plpgsql_leave_out(reader);
    } else {
        const Span query = UNTIL(reader, ";");
        if (plpgsql_add(reader, "", query))
            plpgsql_fill(reader, cursor, query);
        else
            plpgsql_forget_rows(cursor);
    }
}

/* What goes in: the fields that it is assigned to, and the value. */
static void
read_assignment(PlReader *reader)
{
    const Span target = UNTIL(reader, ":=", "=");
    const char *cursor = target.start;
    g_autofree char *name = plpgsql_name(reader, lex_next_solid(&cursor));
    PlVariable *variable = name == NULL ? NULL : plpgsql_find(reader, name);
    if (variable != NULL && !token_is(lex_next_solid(&cursor), "."))
        plpgsql_forget_rows(variable);
    if (variable != NULL && variable->type != NULL && memchr(target.start, '.', (size_t)(target.end - target.start)))
        plpgsql_add_expression(reader, target);
    plpgsql_next(reader);
    plpgsql_add_expression(reader, UNTIL(reader, ";"));
}

static void
read_sql(PlReader *reader)
{
    static const char *const JUDGED[] = {"select", "insert", "update", "delete", "merge",
                                         "with",   "values", "table",  "("};
    bool is_judged = false;
    for (size_t i = 0; i < G_N_ELEMENTS(JUDGED); i++)
        is_judged = is_judged || token_is(plpgsql_peek(reader), JUDGED[i]);
    const Span span = UNTIL(reader, ";");
    if (reader->is_lost)
        return;
    Token before;
    PlVariable *target = plpgsql_target(reader, span, &before);
    if (!is_judged)
        reader->out->left_out++;
    if (is_judged && plpgsql_add(reader, "", span))
        plpgsql_fill(reader, target, span);
    else
        plpgsql_forget_rows(target);
}

static void
read_while(PlReader *reader)
{
    plpgsql_add_expression(reader, UNTIL(reader, "loop"));
    read_loop_body(reader, NULL);
}

static void
read_exit(PlReader *reader)
{
    UNTIL(reader, ";", "when");
    if (plpgsql_accept(reader, "when"))
        plpgsql_add_expression(reader, UNTIL(reader, ";"));
}

static void
read_perform(PlReader *reader)
{
    plpgsql_add_expression(reader, UNTIL(reader, ";"));
}

/* A string may fill a record with anything. */
static void
read_execute(PlReader *reader)
{
    Token before;
    plpgsql_forget_rows(plpgsql_target(reader, UNTIL(reader, ";"), &before));
    reader->out->left_out++;
}

/* FETCH [direction {FROM | IN}] cursor INTO target */
static void
read_fetch(PlReader *reader)
{
    Token cursor = {TOKEN_END, reader->at, 0};
    PlVariable *target = plpgsql_target(reader, UNTIL(reader, ";"), &cursor);
    g_autofree char *name = plpgsql_name(reader, cursor);
    const PlVariable *source = name == NULL ? NULL : plpgsql_find(reader, name);
    plpgsql_fill_from(target, source);
    if (source == NULL || source->rows == NULL)
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
    {"if", read_if},           {"case", read_case},      {"loop", NULL},
    {"while", read_while},     {"for", read_for},        {"foreach", read_foreach},
    {"exit", read_exit},       {"continue", read_exit},  {"return", read_return},
    {"raise", read_raise},     {"assert", read_perform}, {"perform", read_perform},
    {"execute", read_execute}, {"open", read_open},      {"fetch", read_fetch},
    {"move", read_nothing},    {"close", read_nothing},  {"get", read_nothing},
    {"null", read_nothing},    {"commit", read_nothing}, {"rollback", read_nothing},
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
    if (token_is(plpgsql_peek(reader), "declare") || token_is(plpgsql_peek(reader), "begin")) {
        read_block(reader);
        if (!token_is(plpgsql_peek(reader), ";"))
            plpgsql_next(reader); /* the label */
    } else if (is_assignment(reader)) {
        read_assignment(reader);
    } else {
        size_t i = 0;
        while (i < G_N_ELEMENTS(STATEMENTS) && !token_is(plpgsql_peek(reader), STATEMENTS[i].word))
            i++;
        if (i == G_N_ELEMENTS(STATEMENTS)) {
            read_sql(reader);
        } else if (STATEMENTS[i].read == NULL) {
            read_loop_body(reader, NULL);
        } else {
            plpgsql_next(reader);
            STATEMENTS[i].read(reader);
        }
    }
    plpgsql_expect(reader, ";");
}

static void
read_statements(PlReader *reader, const char *const *ends)
{
    const guint outer = reader->scope->len;
    g_autofree guint *filled = plpgsql_note_filled(reader);
    while (!reader->is_lost && !plpgsql_is_any(plpgsql_peek(reader), ends)) {
        if (plpgsql_peek(reader).kind == TOKEN_END)
            reader->is_lost = true;
        else
            read_statement(reader);
    }
    plpgsql_forget_filled(reader, filled, outer);
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
    for (Token token = plpgsql_peek(reader); token.kind == TOKEN_OPERATOR && *token.text == '#';
         token = plpgsql_peek(reader)) {
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
        plpgsql_declare(&reader, variable->name, variable->type);
    plpgsql_declare(&reader, "found", "boolean");
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
