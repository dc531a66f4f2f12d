/* plpgsql_fragment.c - a part of a PL/pgSQL body as SQL that stands alone, but for the variables that it names */
#include "sql/format.h"
#include "sql/plpgsql_private.h"

#include <string.h>

typedef struct {
    PlReader *reader;
    GString *sql;
    GPtrArray *sees;
    const char *end;
    Token last;      /* the solid token before */
    bool in_line;    /* no comments, and no line ends */
    bool is_unknown; /* nothing can be said of it */
} Maker;

PlVariable *
plpgsql_find(const PlReader *reader, const char *name)
{
    for (guint i = reader->scope->len; i-- > 0;) {
        PlVariable *variable = reader->scope->pdata[i];
        if (strcmp(variable->name, name) == 0)
            return variable;
    }
    return NULL;
}

char *
plpgsql_name(const PlReader *reader, Token token)
{
    if (token.kind != TOKEN_PARAM)
        return token_name(token);
    const guint64 number = g_ascii_strtoull(token.text + 1, NULL, 10);
    for (guint64 i = 0; reader->given[i].name != NULL; i++)
        if (i + 1 == number)
            return g_strdup(reader->given[i].name);
    return NULL;
}

static Token
peek(const Maker *maker, const char *at, const char **behind)
{
    const char *cursor = at;
    Token token = lex_next_solid(&cursor);
    if (token.text >= maker->end)
        token = (Token){TOKEN_END, maker->end, 0};
    if (behind != NULL)
        *behind = cursor;
    return token;
}

/* Two of one name, of which a record's query sees the other, cannot both be told. */
static void
see(Maker *maker, const PlVariable *variable)
{
    for (guint i = 0; i < maker->sees->len; i++) {
        const PlVariable *seen = maker->sees->pdata[i];
        if (strcmp(seen->name, variable->name) != 0)
            continue;
        maker->is_unknown = maker->is_unknown || strcmp(seen->type, variable->type) != 0;
        return;
    }
    g_ptr_array_add(maker->sees, (gpointer)(guintptr)variable);
}

/* r.a of a record r whose rows are known: the column of that query. Nothing is told of the record as a whole. */
static const char *
put_field(Maker *maker, const PlVariable *record, const char *at)
{
    const char *behind = NULL, *end = NULL;
    const Token point = peek(maker, at, &behind), field = peek(maker, behind, &end);
    if (record->rows == NULL || !token_is(point, ".") || (field.kind != TOKEN_WORD && field.kind != TOKEN_QUOTED)) {
        maker->is_unknown = true;
        return at;
    }
    sql_append(maker->sql, "(SELECT %I.", record->name);
    g_string_append_len(maker->sql, field.text, (gssize)field.length);
    sql_append(maker->sql, " FROM (%s) %I)", record->rows, record->name);
    for (const PlVariable **seen = record->rows_see; *seen != NULL; seen++)
        see(maker, *seen);
    return end;
}

/* A name that is a column's is the column's: SQL functions look for these first, too. */
static const char *
put_name(Maker *maker, Token token, const char *at)
{
    g_autofree char *name = token_is(maker->last, ".") ? NULL : plpgsql_name(maker->reader, token);
    PlVariable *variable = name == NULL ? NULL : plpgsql_find(maker->reader, name);
    if (variable != NULL && variable->type == NULL)
        return put_field(maker, variable, at);
    if (variable != NULL)
        see(maker, variable);
    if (token.kind == TOKEN_PARAM && variable != NULL)
        sql_append(maker->sql, "%I", name);
    else
        g_string_append_len(maker->sql, token.text, (gssize)token.length);
    return at;
}

/* Behind "INTO [STRICT] a, b.c, d[1]"; where it cannot be told, back. */
static const char *
skip_targets(const Maker *maker, const char *at)
{
    const char *behind = NULL;
    if (token_is(peek(maker, at, &behind), "strict"))
        at = behind;
    for (;;) {
        const Token name = peek(maker, at, &behind);
        if (name.kind != TOKEN_WORD && name.kind != TOKEN_QUOTED && name.kind != TOKEN_PARAM)
            return at;
        at = behind;
        while (token_is(peek(maker, at, &behind), ".")) {
            peek(maker, behind, &at);
        }
        if (!token_is(peek(maker, at, &behind), ","))
            return at;
        at = behind;
    }
}

/* As PL/pgSQL itself finds them: every INTO but that of INSERT and MERGE. */
static bool
has_targets(const Maker *maker, Token token)
{
    return token_is(token, "into") && !token_is(maker->last, "insert") && !token_is(maker->last, "merge");
}

static void
put_lines(Maker *maker, const char *from, const char *to)
{
    for (; from < to; from++)
        if (*from == '\n')
            g_string_append_c(maker->sql, maker->in_line ? ' ' : '\n');
}

static void
make(Maker *maker, Span span)
{
    const char *at = span.start;
    while (!maker->is_unknown) {
        const char *start = at;
        const Token token = lex_next(&at);
        if (token.kind == TOKEN_END || token.text >= span.end)
            return;
        if (token.kind == TOKEN_SPACE) {
            if (maker->in_line)
                g_string_append_c(maker->sql, ' ');
            else
                g_string_append_len(maker->sql, token.text, (gssize)(MIN(at, span.end) - token.text));
            continue;
        }
        if (has_targets(maker, token)) {
            at = skip_targets(maker, at);
            put_lines(maker, start, at);
            g_string_append_c(maker->sql, ' ');
        } else if (token.kind == TOKEN_WORD || token.kind == TOKEN_QUOTED || token.kind == TOKEN_PARAM) {
            at = put_name(maker, token, at);
        } else {
            g_string_append_len(maker->sql, token.text, (gssize)token.length);
        }
        maker->last = token;
    }
}

static Maker
maker_of(PlReader *reader, Span span, const char *lead, bool in_line)
{
    return (Maker){
        .reader = reader, .sql = g_string_new(lead), .sees = g_ptr_array_new(), .end = span.end, .in_line = in_line};
}

static void
maker_clear(Maker *maker)
{
    g_string_free(maker->sql, TRUE);
    g_ptr_array_unref(maker->sees);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Maker, maker_clear)

static const PlVariable **
list_of(Arena *arena, const GPtrArray *sees)
{
    const PlVariable **list = arena_new_array(arena, const PlVariable *, sees->len + 1);
    for (guint i = 0; i < sees->len; i++) {
        PlVariable *copy = arena_new_one(arena, PlVariable); /* a record's rows change as the body goes on */
        *copy = *(const PlVariable *)sees->pdata[i];
        list[i] = copy;
    }
    return list;
}

bool
plpgsql_add(PlReader *reader, const char *lead, Span span)
{
    g_auto(Maker) maker = maker_of(reader, span, lead, false);
    make(&maker, span);
    if (maker.is_unknown) {
        reader->out->left_out++;
        return false;
    }
    PlFragment *fragment = arena_new_one(reader->arena, PlFragment);
    *fragment = (PlFragment){.sql = arena_strdup(reader->arena, maker.sql->str),
                             .offset = (size_t)(span.start - reader->body),
                             .lead = strlen(lead),
                             .sees = list_of(reader->arena, maker.sees)};
    g_ptr_array_add(reader->out->fragments, fragment);
    return true;
}

void
plpgsql_set_rows(PlReader *reader, PlVariable *record, Span query)
{
    g_auto(Maker) maker = maker_of(reader, query, "", true);
    make(&maker, query);
    record->rows = maker.is_unknown ? NULL : arena_strdup(reader->arena, maker.sql->str);
    record->rows_see = list_of(reader->arena, maker.sees);
}

void
plpgsql_add_declaration(PlReader *reader, const PlVariable *variable, Span type)
{
    PlFragment *fragment = arena_new_one(reader->arena, PlFragment);
    const PlVariable **list = arena_new_array(reader->arena, const PlVariable *, 2);
    list[0] = variable;
    *fragment = (PlFragment){.sql = "SELECT",
                             .offset = (size_t)(type.start - reader->body),
                             .lead = strlen("SELECT"),
                             .sees = list,
                             .is_declaration = true};
    g_ptr_array_add(reader->out->fragments, fragment);
}
