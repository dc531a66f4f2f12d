#include "run/probe.h"

#include "sql/format.h"
#include "sql/lex.h"
#include <string.h>

/* The closed list (manual: each command's page says "cannot be executed inside a transaction block"). "*": any words.
 */
static const struct {
    const char *words;
    AloneKind kind;
} LIST[] = {
    {"create index concurrently", ALONE_CREATE_INDEX},
    {"create unique index concurrently", ALONE_CREATE_INDEX},
    {"drop index concurrently", ALONE_DROP_INDEX},
    {"alter table * detach partition * concurrently", ALONE_DETACH},
    {"alter table * detach partition * finalize", ALONE_DETACH},
    {"reindex * concurrently", ALONE_OTHER},
    {"reindex schema", ALONE_OTHER},
    {"reindex database", ALONE_OTHER},
    {"reindex system", ALONE_OTHER},
    {"vacuum", ALONE_REPEATABLE},
    {"alter system", ALONE_REPEATABLE},
    {"create database", ALONE_OTHER},
    {"drop database", ALONE_OTHER},
    {"create tablespace", ALONE_OTHER},
    {"drop tablespace", ALONE_OTHER},
};

static bool
matches(const char *sql, const char *pattern)
{
    g_auto(GStrv) words = g_strsplit(pattern, " ", -1);
    const char *cursor = sql;
    bool skips = false;
    for (char **word = words; *word != NULL; word++) {
        if (strcmp(*word, "*") == 0) {
            skips = true;
            continue;
        }
        Token token = lex_next_solid(&cursor);
        while (skips && token.kind != TOKEN_END && !token_is(token, *word))
            token = lex_next_solid(&cursor);
        if (!token_is(token, *word))
            return false;
        skips = false;
    }
    return true;
}

AloneKind
probe_kind(const char *sql)
{
    for (size_t i = 0; i < G_N_ELEMENTS(LIST); i++)
        if (matches(sql, LIST[i].words))
            return LIST[i].kind;
    return ALONE_NOT;
}

static bool
is_name(Token token)
{
    return token.kind == TOKEN_WORD || token.kind == TOKEN_QUOTED;
}

/* A name with its schema, as it stands in the text: g_free; NULL when there is none. */
static char *
read_name(const char **cursor)
{
    Token token = lex_next_solid(cursor);
    GString *name = g_string_new(NULL);
    while (is_name(token)) {
        g_string_append_len(name, token.text, (gssize)token.length);
        const char *ahead = *cursor;
        if (!token_is(lex_next_solid(&ahead), "."))
            break;
        g_string_append_c(name, '.');
        *cursor = ahead;
        token = lex_next_solid(cursor);
    }
    return g_string_free(name, name->len == 0);
}

/* Moves behind a run of words when they are there. */
static void
skip_words(const char **cursor, const char *words)
{
    g_auto(GStrv) list = g_strsplit(words, " ", -1);
    const char *ahead = *cursor;
    for (char **word = list; *word != NULL; word++)
        if (!token_is(lex_next_solid(&ahead), *word))
            return;
    *cursor = ahead;
}

static bool
skip_to(const char **cursor, const char *word)
{
    for (Token token = lex_next_solid(cursor); token.kind != TOKEN_END; token = lex_next_solid(cursor))
        if (token_is(token, word))
            return true;
    return false;
}

/* The index's own name (without a schema: it is the table's) and the table. False: it has no name of its own. */
static bool
read_create_index(const char *sql, char **index, char **table)
{
    const char *cursor = sql;
    skip_to(&cursor, "concurrently");
    skip_words(&cursor, "if not exists");
    const char *ahead = cursor;
    Token name = lex_next_solid(&ahead);
    if (!is_name(name) || token_is(name, "on"))
        return false;
    *index = token_name(name);
    cursor = ahead;
    skip_words(&cursor, "on");
    skip_words(&cursor, "only");
    *table = read_name(&cursor);
    return *table != NULL;
}

static bool
ask_create_index(PGconn *connection, const char *sql, ProbeAnswer *answer, char **repair, GError **error)
{
    g_autofree char *index = NULL, *table = NULL;
    *answer = PROBE_UNKNOWN;
    if (!read_create_index(sql, &index, &table))
        return true;
    const char *const params[] = {index, table};
    g_autoptr(PGresult) result = NULL;
    if (!connection_query(
            connection,
            "SELECT i.indisvalid, pg_catalog.format('DROP INDEX CONCURRENTLY %I.%I', n.nspname, c.relname) "
            "FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid "
            "JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
            "WHERE c.relkind = 'i' AND c.relname = $1 AND i.indrelid = pg_catalog.to_regclass($2)",
            2, params, &result, error))
        return false;
    *answer = PROBE_AGAIN;
    if (PQntuples(result) == 0)
        return true;
    if (strcmp(PQgetvalue(result, 0, 0), "t") == 0)
        *answer = PROBE_DONE;
    else
        *repair = g_strdup(PQgetvalue(result, 0, 1));
    return true;
}

static bool
ask_drop_index(PGconn *connection, const char *sql, ProbeAnswer *answer, GError **error)
{
    const char *cursor = sql;
    skip_to(&cursor, "concurrently");
    skip_words(&cursor, "if exists");
    g_autofree char *name = read_name(&cursor);
    const char *const params[] = {name};
    g_autoptr(PGresult) result = NULL;
    if (!connection_query(connection, "SELECT pg_catalog.to_regclass($1) IS NULL", 1, params, &result, error))
        return false;
    *answer = strcmp(PQgetvalue(result, 0, 0), "t") == 0 ? PROBE_DONE : PROBE_AGAIN;
    return true;
}

/* A detaching that was begun cannot be begun again: it is finalized (manual, ALTER TABLE). */
static bool
ask_detach(PGconn *connection, const char *sql, ProbeAnswer *answer, char **repair, GError **error)
{
    *answer = PROBE_AGAIN;
    if (connection_major(connection) < 14)
        return true;
    const char *cursor = sql;
    skip_words(&cursor, "alter table");
    skip_words(&cursor, "if exists");
    skip_words(&cursor, "only");
    g_autofree char *parent = read_name(&cursor);
    skip_to(&cursor, "partition");
    g_autofree char *child = read_name(&cursor);
    const char *const params[] = {child, parent};
    g_autoptr(PGresult) result = NULL;
    if (!connection_query(connection,
                          "SELECT inhdetachpending FROM pg_catalog.pg_inherits "
                          "WHERE inhrelid = pg_catalog.to_regclass($1) AND inhparent = pg_catalog.to_regclass($2)",
                          2, params, &result, error))
        return false;
    *answer = PQntuples(result) == 0 ? PROBE_DONE : PROBE_AGAIN;
    if (PQntuples(result) > 0 && strcmp(PQgetvalue(result, 0, 0), "t") == 0) {
        *answer = PROBE_DONE;
        *repair = g_strdup_printf("ALTER TABLE %s DETACH PARTITION %s FINALIZE", parent, child);
    }
    return true;
}

bool
probe_ask(PGconn *connection, const char *sql, ProbeAnswer *answer, char **repair, GError **error)
{
    *repair = NULL;
    switch (probe_kind(sql)) {
    case ALONE_CREATE_INDEX:
        return ask_create_index(connection, sql, answer, repair, error);
    case ALONE_DROP_INDEX:
        return ask_drop_index(connection, sql, answer, error);
    case ALONE_DETACH:
        return ask_detach(connection, sql, answer, repair, error);
    case ALONE_REPEATABLE:
        *answer = PROBE_AGAIN;
        return true;
    default:
        *answer = PROBE_UNKNOWN;
        return true;
    }
}
