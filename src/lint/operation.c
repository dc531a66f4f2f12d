#include "lint/operation_read.h"

#include <string.h>

bool
reader_take(Reader *reader, const char *words)
{
    if (!tokens_begin(reader->at, words))
        return false;
    for (reader->at++; *words != '\0'; words++)
        reader->at += *words == ' ';
    return true;
}

const char *
reader_word(Reader *reader)
{
    g_autofree char *name = token_name(*reader->at);
    if (name == NULL)
        return NULL;
    reader->at++;
    return arena_strdup(reader->arena, name);
}

Operation *
reader_add(Reader *reader, OperationType type)
{
    reader->base.type = type;
    reader->base.rest = reader->at;
    g_array_append_val(reader->found, reader->base);
    return &g_array_index(reader->found, Operation, reader->found->len - 1);
}

static void
read_flag(Reader *reader, const char *words, OperationFlags flag)
{
    if (reader_take(reader, words))
        reader->base.flags |= flag;
}

const char *
reader_kind(Reader *reader)
{
    static const char *const KINDS[] = {
        "access method",
        "aggregate",
        "cast",
        "collation",
        "conversion",
        "domain",
        "event trigger",
        "extension",
        "foreign data wrapper",
        "foreign table",
        "function",
        "index",
        "language",
        "materialized view",
        "operator class",
        "operator family",
        "operator",
        "policy",
        "procedure",
        "publication",
        "routine",
        "rule",
        "schema",
        "sequence",
        "server",
        "statistics",
        "subscription",
        "table",
        "text search configuration",
        "text search dictionary",
        "text search parser",
        "text search template",
        "trigger",
        "type",
        "user mapping",
        "view",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(KINDS); i++)
        if (reader_take(reader, KINDS[i]))
            return KINDS[i];
    return NULL;
}

static bool
is_on_table(const char *kind)
{
    static const char *const KINDS[] = {"trigger", "rule", "policy", NULL};
    return g_strv_contains(KINDS, kind);
}

/* The parentheses behind a routine's name. */
static void
read_arguments(Reader *reader)
{
    if (!token_is(*reader->at, "("))
        return;
    const Token *open = reader->at;
    reader->at = tokens_skip(open);
    reader->base.arguments = tokens_text(reader->arena, open + 1, reader->at - 1);
}

static bool
is_routine(const char *kind)
{
    static const char *const KINDS[] = {"function", "procedure", "routine", "aggregate", NULL};
    return g_strv_contains(KINDS, kind);
}

/* CREATE ---------------------------------------------------------------------------------------------------------- */

static void
read_create_index(Reader *reader)
{
    if (!token_is(*reader->at, "on"))
        tokens_name(reader->arena, &reader->at, &reader->base.object);
    if (!reader_take(reader, "on"))
        return;
    read_flag(reader, "only", OP_ONLY);
    tokens_name(reader->arena, &reader->at, &reader->base.table);
    reader->base.object.schema = reader->base.table.schema; /* where it comes to stand */
}

static void
read_create(Reader *reader)
{
    static const char *const BEFORE[] = {"global",     "local",   "unlogged",   "recursive",
                                         "constraint", "trusted", "procedural", "default"};
    read_flag(reader, "or replace", OP_OR_REPLACE);
    read_flag(reader, "temporary", OP_TEMPORARY);
    read_flag(reader, "temp", OP_TEMPORARY);
    read_flag(reader, "unique", OP_UNIQUE);
    for (size_t i = 0; i < G_N_ELEMENTS(BEFORE); i++)
        reader_take(reader, BEFORE[i]);
    const char *kind = reader_kind(reader);
    reader->base.kind = kind == NULL ? "" : kind;
    read_flag(reader, "concurrently", OP_CONCURRENTLY);
    read_flag(reader, "if not exists", OP_IF_NOT_EXISTS);
    if (kind != NULL && strcmp(kind, "index") == 0)
        read_create_index(reader);
    else if (kind != NULL)
        tokens_name(reader->arena, &reader->at, &reader->base.object);
    const Token *on = NULL; /* CREATE RULE r AS ON UPDATE TO t */
    if (kind != NULL && is_on_table(kind))
        on = tokens_find(reader->at, strcmp(kind, "rule") == 0 ? "to" : "on");
    if (on != NULL)
        tokens_name(reader->arena, &on, &reader->base.table);
    if (kind != NULL && is_routine(kind))
        read_arguments(reader);
    reader_add(reader, OP_CREATE);
}

/* Lists of names -------------------------------------------------------------------------------------------------- */

/* The rest of a statement that names several things: an operation for each. */
static void
read_names(Reader *reader, OperationType type)
{
    if (tokens_find(reader->at, "cascade") != NULL)
        reader->base.flags |= OP_CASCADE;
    do {
        read_flag(reader, "only", OP_ONLY);
        reader->base.arguments = NULL;
        reader->base.table = (ObjectName){NULL, NULL};
        if (!tokens_name(reader->arena, &reader->at, &reader->base.object)) {
            reader_add(reader, type);
            return;
        }
        reader_take(reader, "*");
        if (is_routine(reader->base.kind))
            read_arguments(reader);
        if (is_on_table(reader->base.kind) && reader_take(reader, "on"))
            tokens_name(reader->arena, &reader->at, &reader->base.table);
        reader_add(reader, type);
    } while (reader_take(reader, ","));
}

static void
read_drop(Reader *reader)
{
    const char *kind = reader_kind(reader);
    reader->base.kind = kind == NULL ? "" : kind;
    read_flag(reader, "concurrently", OP_CONCURRENTLY);
    reader_take(reader, "if exists");
    if (kind == NULL)
        reader_add(reader, OP_DROP);
    else
        read_names(reader, OP_DROP);
}

static void
read_tables(Reader *reader, OperationType type)
{
    reader_take(reader, "table");
    reader->base.kind = "table";
    read_names(reader, type);
}

/* Others ---------------------------------------------------------------------------------------------------------- */

static void
read_update(Reader *reader, OperationType type)
{
    reader->base.kind = "table";
    read_flag(reader, "only", OP_ONLY);
    tokens_name(reader->arena, &reader->at, &reader->base.object);
    reader_add(reader, type);
}

static void
read_set(Reader *reader)
{
    if (!reader_take(reader, "local"))
        reader_take(reader, "session");
    reader->base.part = reader_word(reader);
    if (!reader_take(reader, "to"))
        reader_take(reader, "=");
    reader_add(reader, OP_SET);
}

/* REINDEX TABLE CONCURRENTLY t; REINDEX (CONCURRENTLY, VERBOSE) INDEX i */
static void
read_reindex(Reader *reader)
{
    for (const Token *at = reader->at; at->kind != TOKEN_END; at++)
        if (token_is(*at, "concurrently"))
            reader->base.flags |= OP_CONCURRENTLY;
    if (token_is(*reader->at, "("))
        reader->at = tokens_skip(reader->at);
    reader->base.kind = reader_kind(reader);
    if (reader->base.kind == NULL)
        reader->base.kind = "";
    reader_take(reader, "concurrently");
    tokens_name(reader->arena, &reader->at, &reader->base.object);
    reader_add(reader, OP_REINDEX);
}

static void
read_refresh(Reader *reader)
{
    reader->base.kind = reader_kind(reader);
    if (reader->base.kind == NULL)
        reader->base.kind = "";
    read_flag(reader, "concurrently", OP_CONCURRENTLY);
    tokens_name(reader->arena, &reader->at, &reader->base.object);
    reader_add(reader, OP_REFRESH);
}

static void
read_vacuum(Reader *reader)
{
    bool full = reader_take(reader, "full");
    if (token_is(*reader->at, "(")) {
        const Token *end = tokens_skip(reader->at);
        for (const Token *at = reader->at; at < end; at++)
            full |= token_is(*at, "full");
        reader->at = end;
    }
    while (reader_take(reader, "freeze") || reader_take(reader, "verbose") || reader_take(reader, "analyze"))
        ;
    read_tables(reader, full ? OP_REWRITE : OP_OTHER);
}

/* GRANT and REVOKE ... ON [kind] name, ... */
static void
read_grant(Reader *reader, OperationType type)
{
    const Token *on = tokens_find(reader->at, "on");
    if (on == NULL) {
        reader_add(reader, type);
        return;
    }
    reader->at = on;
    const char *kind = reader_kind(reader);
    reader->base.kind = kind == NULL ? "table" : kind;
    read_names(reader, type);
}

static const struct {
    const char *words;
    void (*read)(Reader *reader);
    void (*read_typed)(Reader *reader, OperationType type);
    OperationType type;
} STATEMENTS[] = {
    {"create", read_create},
    {"drop", read_drop},
    {"alter", reader_alter},
    {"reindex", read_reindex},
    {"refresh", read_refresh},
    {"vacuum", read_vacuum},
    {"set", read_set},
    {"cluster", .read_typed = read_tables, .type = OP_REWRITE},
    {"lock", .read_typed = read_tables, .type = OP_LOCK},
    {"truncate", .read_typed = read_tables, .type = OP_TRUNCATE},
    {"update", .read_typed = read_update, .type = OP_UPDATE},
    {"delete from", .read_typed = read_update, .type = OP_DELETE},
    {"insert into", .read_typed = read_update, .type = OP_INSERT},
    {"grant", .read_typed = read_grant, .type = OP_GRANT},
    {"revoke", .read_typed = read_grant, .type = OP_REVOKE},
};

static const Token *
read_tokens(Arena *arena, const char *sql)
{
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(Token));
    const char *cursor = sql;
    Token token;
    do {
        token = lex_next_solid(&cursor);
        g_array_append_val(tokens, token);
    } while (token.kind != TOKEN_END);
    Token *copy = arena_new_array(arena, Token, tokens->len);
    memcpy(copy, tokens->data, sizeof(Token) * tokens->len);
    return copy;
}

GArray *
operations_read(Arena *arena, const char *sql)
{
    Reader reader = {.arena = arena, .found = g_array_new(FALSE, FALSE, sizeof(Operation))};
    const Token *tokens = read_tokens(arena, arena_strdup(arena, sql));
    reader.at = tokens;
    reader.base = (Operation){.kind = "", .all = tokens};
    for (size_t i = 0; i < G_N_ELEMENTS(STATEMENTS) && reader.found->len == 0; i++) {
        if (!reader_take(&reader, STATEMENTS[i].words))
            continue;
        if (STATEMENTS[i].read != NULL)
            STATEMENTS[i].read(&reader);
        else
            STATEMENTS[i].read_typed(&reader, STATEMENTS[i].type);
    }
    if (reader.found->len == 0)
        reader_add(&reader, OP_OTHER);
    return reader.found;
}
