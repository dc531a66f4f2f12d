#include "fake/constants.h"

#include "fake/maker.h"
#include "sql/lex.h"
#include <string.h>

int
reader_find(const Reader *reader, const char *name)
{
    for (size_t i = 0; i < reader->n_columns; i++)
        if (reader->columns[i].maker != NULL && strcmp(reader->columns[i].name, name) == 0)
            return (int)i;
    return -1;
}

/* A word that is no function and no type. */
static int
find_mention(const Reader *reader, Token token, Token before, const char *after)
{
    if ((token.kind != TOKEN_WORD && token.kind != TOKEN_QUOTED) || token_is(before, "::") || token_is(before, "."))
        return -1;
    if (token_is(lex_next_solid(&after), "("))
        return -1;
    g_autofree char *name = token_name(token);
    return reader_find(reader, name);
}

/* A column that has no maker is one nevertheless: generated ones are in nobody's hand. */
static bool
names_a_column(const Reader *reader, Token token, Token before)
{
    if ((token.kind != TOKEN_WORD && token.kind != TOKEN_QUOTED) || token_is(before, "::") || token_is(before, "."))
        return false;
    g_autofree char *name = token_name(token);
    for (size_t i = 0; i < reader->n_columns; i++)
        if (strcmp(reader->columns[i].name, name) == 0)
            return true;
    return false;
}

bool
reader_is_constant(const Reader *reader, const char *text)
{
    Token before = {TOKEN_END, "", 0};
    for (Token token; (token = lex_next_solid(&text)).kind != TOKEN_END; before = token)
        if (names_a_column(reader, token, before))
            return false;
    return true;
}

/* Without a length: "character" alone would cut at one. */
static const char *
cast_name(const Maker *maker)
{
    if (strcmp(maker->type->plain, "bpchar") == 0)
        return "pg_catalog.bpchar";
    return strcmp(maker->type->plain, "bit") == 0 ? "pg_catalog.varbit" : maker->type->name;
}

bool
constants_value(const Reader *reader, const char *expression, const Maker *maker, char **out)
{
    PGconn *connection = reader->subject->connection;
    g_autofree char *as_type =
        maker != NULL ? g_strdup_printf("SELECT ((%s)::%s)::text", expression, cast_name(maker)) : NULL;
    g_autofree char *as_it_is = g_strdup_printf("SELECT (%s)::text", expression);
    return (as_type != NULL && connection_value(connection, as_type, out, NULL)) ||
           connection_value(connection, as_it_is, out, NULL);
}

/* As the maker itself would write it: "1.50" for 1.5 of two digits. */
static const char *
spelled(const Reader *reader, const Maker *maker, const char *text)
{
    gint64 ticks;
    g_autoptr(GString) out = g_string_new(NULL);
    if (maker == NULL || maker->axis.kind == AXIS_NONE || !axis_parse(&maker->axis, text, &ticks))
        return arena_strdup(reader->subject->arena, text);
    axis_format(&maker->axis, ticks, out);
    return arena_strdup(reader->subject->arena, out->str);
}

static ValueSet *
set_new(const Reader *reader, size_t count)
{
    ValueSet *set = arena_new_one(reader->subject->arena, ValueSet);
    set->texts = arena_new_array(reader->subject->arena, const char *, count);
    return set;
}

const ValueSet *
constants_list(const Reader *reader, const char *expression, const Maker *maker)
{
    g_autofree char *query = g_strdup_printf(
        "SELECT DISTINCT ((x)::%s)::text AS v FROM pg_catalog.unnest(%s) x WHERE x IS NOT NULL ORDER BY v",
        maker != NULL ? cast_name(maker) : "text", expression);
    g_autoptr(PGresult) result = NULL;
    if (!connection_query(reader->subject->connection, query, 0, NULL, &result, NULL))
        return NULL;
    ValueSet *set = set_new(reader, (size_t)PQntuples(result));
    for (int row = 0; row < PQntuples(result); row++)
        set->texts[set->count++] = spelled(reader, maker, PQgetvalue(result, row, 0));
    return set;
}

const ValueSet *
constants_one(const Reader *reader, const Maker *maker, const char *text)
{
    ValueSet *set = set_new(reader, 1);
    set->texts[set->count++] = spelled(reader, maker, text);
    return set;
}

/* The literals that a column can hold. */
static const ValueSet *
literals_for(const Reader *reader, const Maker *maker, const char *text)
{
    enum { MOST = 50 };
    const bool is_number = maker->axis.kind == AXIS_INTEGER || maker->axis.kind == AXIS_DECIMAL;
    ValueSet *set = set_new(reader, MOST);
    for (Token token; (token = lex_next_solid(&text)).kind != TOKEN_END && set->count < MOST;) {
        g_autofree char *value = token.kind == TOKEN_STRING   ? token_string(token)
                                 : token.kind == TOKEN_NUMBER ? g_strndup(token.text, token.length)
                                                              : NULL;
        if (value != NULL && (is_number ? token.kind == TOKEN_NUMBER : maker->type->category == 'S'))
            set->texts[set->count++] = arena_strdup(reader->subject->arena, value);
    }
    return set->count > 0 ? set : NULL;
}

void
constants_hint(const Reader *reader, const char *text)
{
    Token before = {TOKEN_END, "", 0};
    const char *cursor = text;
    for (Token token; (token = lex_next_solid(&cursor)).kind != TOKEN_END; before = token) {
        const int column = find_mention(reader, token, before, cursor);
        if (column >= 0 && reader->hints != NULL && reader->hints[column].hints == NULL)
            reader->hints[column].hints = literals_for(reader, reader->columns[column].maker, text);
    }
}
