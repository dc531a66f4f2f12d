#include "run/probe.h"

#include "run/embedded.h"
#include "run/probe_unnamed.h"
#include "sql/words.h"
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
    {"reindex * concurrently", ALONE_REINDEX},
    {"reindex schema", ALONE_REINDEX},
    {"reindex database", ALONE_REINDEX},
    {"reindex system", ALONE_REINDEX},
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

/* The index's own name (without a schema: it is the table's) and the table. False: it has no name of its own. */
static bool
read_create_index(const char *sql, char **index, char **table)
{
    const char *cursor = sql;
    words_skip_to(&cursor, "concurrently");
    words_skip(&cursor, "if not exists");
    const char *ahead = cursor;
    Token name = lex_next_solid(&ahead);
    if (!words_is_name(name) || token_is(name, "on"))
        return false;
    *index = token_name(name);
    cursor = ahead;
    words_skip(&cursor, "on");
    words_skip(&cursor, "only");
    *table = words_name(&cursor);
    return *table != NULL;
}

static bool
ask_create_index(PGconn *connection, const char *sql, ProbeAnswer *answer, GStrvBuilder *repairs, GError **error)
{
    g_autofree char *index = NULL, *table = NULL;
    if (!read_create_index(sql, &index, &table))
        return probe_unnamed(connection, sql, answer, repairs, error);
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
        g_strv_builder_add(repairs, PQgetvalue(result, 0, 1));
    return true;
}

static bool
ask_drop_index(PGconn *connection, const char *sql, ProbeAnswer *answer, GError **error)
{
    const char *cursor = sql;
    words_skip_to(&cursor, "concurrently");
    words_skip(&cursor, "if exists");
    g_autofree char *name = words_name(&cursor);
    const char *const params[] = {name};
    g_autoptr(PGresult) result = NULL;
    if (!connection_query(connection, "SELECT pg_catalog.to_regclass($1) IS NULL", 1, params, &result, error))
        return false;
    *answer = strcmp(PQgetvalue(result, 0, 0), "t") == 0 ? PROBE_DONE : PROBE_AGAIN;
    return true;
}

/* A detaching that was begun cannot be begun again: it is finalized (manual, ALTER TABLE). */
static bool
ask_detach(PGconn *connection, const char *sql, ProbeAnswer *answer, GStrvBuilder *repairs, GError **error)
{
    *answer = PROBE_AGAIN;
    if (connection_major(connection) < 14)
        return true;
    const char *cursor = sql;
    words_skip(&cursor, "alter table");
    words_skip(&cursor, "if exists");
    words_skip(&cursor, "only");
    g_autofree char *parent = words_name(&cursor);
    words_skip_to(&cursor, "partition");
    g_autofree char *child = words_name(&cursor);
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
        g_autofree char *repair = g_strdup_printf("ALTER TABLE %s DETACH PARTITION %s FINALIZE", parent, child);
        g_strv_builder_add(repairs, repair);
    }
    return true;
}

/* "index", "table", "schema", "database" (also for "system") and the name: g_free; NULL where there is none. */
static const char *
read_reindex(const char *sql, char **name)
{
    static const char *const KINDS[] = {"index", "table", "schema", "database", "system"};
    const char *cursor = sql, *kind = NULL;
    words_skip(&cursor, "reindex");
    words_skip_list(&cursor);
    for (size_t i = 0; i < G_N_ELEMENTS(KINDS) && kind == NULL; i++)
        if (words_skip(&cursor, KINDS[i]))
            kind = i < 4 ? KINDS[i] : KINDS[3];
    words_skip(&cursor, "concurrently");
    *name = words_name(&cursor);
    return kind;
}

/* Done again it does what it did; what it left by the way goes first. */
static bool
ask_reindex(PGconn *connection, const char *sql, ProbeAnswer *answer, GStrvBuilder *repairs, GError **error)
{
    g_autofree char *name = NULL;
    const char *const params[] = {read_reindex(sql, &name), name};
    g_autoptr(PGresult) result = NULL;
    if (!connection_query(connection, reindex_leftovers_sql, 2, params, &result, error))
        return false;
    for (int row = 0; row < PQntuples(result); row++)
        g_strv_builder_add(repairs, PQgetvalue(result, row, 0));
    *answer = PROBE_AGAIN;
    return true;
}

static bool
ask(PGconn *connection, const char *sql, ProbeAnswer *answer, GStrvBuilder *repairs, GError **error)
{
    switch (probe_kind(sql)) {
    case ALONE_CREATE_INDEX:
        return ask_create_index(connection, sql, answer, repairs, error);
    case ALONE_DROP_INDEX:
        return ask_drop_index(connection, sql, answer, error);
    case ALONE_DETACH:
        return ask_detach(connection, sql, answer, repairs, error);
    case ALONE_REINDEX:
        return ask_reindex(connection, sql, answer, repairs, error);
    case ALONE_REPEATABLE:
        *answer = PROBE_AGAIN;
        return true;
    default:
        /* of what is partitioned it stands alone, too */
        *answer = matches(sql, "reindex") ? PROBE_AGAIN : PROBE_UNKNOWN;
        return true;
    }
}

bool
probe_ask(PGconn *connection, const char *sql, ProbeAnswer *answer, char ***repairs, GError **error)
{
    g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
    if (!ask(connection, sql, answer, builder, error))
        return false;
    *repairs = g_strv_builder_end(builder);
    return true;
}
