/* operation_alter.c - ALTER ... and its actions */
#include "lint/operation_read.h"

#include <string.h>

/* ADD [CONSTRAINT name] CHECK (...) and the like; of a table or domain. False: it is none. */
static bool
read_constraint(Reader *reader)
{
    static const char *const FORMS[] = {"check", "foreign key", "unique", "primary key", "exclude", "not null"};
    const Token *start = reader->at;
    reader->base.part = reader_take(reader, "constraint") ? reader_word(reader) : NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(FORMS); i++) {
        if (!reader_take(reader, FORMS[i]))
            continue;
        reader->base.form = FORMS[i];
        if (tokens_find(reader->at, "not valid") != NULL)
            reader->base.flags |= OP_NOT_VALID;
        if (tokens_find(reader->at, "using index") != NULL && tokens_find(reader->at, "using index tablespace") == NULL)
            reader->base.flags |= OP_USING_INDEX;
        if (tokens_find(reader->at, "not enforced") != NULL)
            reader->base.flags |= OP_NOT_ENFORCED;
        reader_add(reader, OP_ADD_CONSTRAINT);
        return true;
    }
    reader->at = start;
    return false;
}

static void
read_add_column(Reader *reader)
{
    reader_take(reader, "column");
    reader_take(reader, "if not exists");
    reader->base.part = reader_word(reader);
    reader_add(reader, OP_ADD_COLUMN);
}

/* ALTER [COLUMN] name ... */
static void
read_alter_column(Reader *reader)
{
    static const struct {
        const char *words;
        OperationType type;
    } ACTIONS[] = {
        {"set not null", OP_SET_NOT_NULL},     {"drop default", OP_DROP_DEFAULT},
        {"set data type", OP_RETYPE},          {"type", OP_RETYPE},
        {"add generated", OP_ADD_IDENTITY},    {"set generated", OP_SET_IDENTITY},
        {"set expression", OP_SET_EXPRESSION},
    };
    reader_take(reader, "column");
    reader->base.part = reader_word(reader);
    for (size_t i = 0; i < G_N_ELEMENTS(ACTIONS); i++)
        if (reader_take(reader, ACTIONS[i].words)) {
            reader_add(reader, ACTIONS[i].type);
            return;
        }
    reader_add(reader, OP_ALTER);
}

static void
read_drop_part(Reader *reader)
{
    bool constraint = reader_take(reader, "constraint");
    if (!constraint)
        reader_take(reader, "column");
    reader_take(reader, "if exists");
    reader->base.part = reader_word(reader);
    if (token_is(*reader->at, "cascade"))
        reader->base.flags |= OP_CASCADE;
    reader_add(reader, constraint ? OP_DROP_CONSTRAINT : OP_DROP_COLUMN);
}

static void
read_partition(Reader *reader, OperationType type)
{
    tokens_name(reader->arena, &reader->at, &reader->base.table);
    if (tokens_find(reader->at, "concurrently") != NULL || tokens_find(reader->at, "finalize") != NULL)
        reader->base.flags |= OP_CONCURRENTLY;
    reader_add(reader, type);
}

/* RENAME TO x, RENAME [COLUMN] a TO b, RENAME VALUE 'a' TO 'b', RENAME CONSTRAINT a TO b */
static void
read_rename(Reader *reader)
{
    if (tokens_begin(reader->at, "to")) {
        reader->at++;
        reader->base.part = reader_word(reader);
        reader_add(reader, OP_RENAME);
        return;
    }
    if (reader_take(reader, "constraint")) {
        reader_add(reader, OP_ALTER);
        return;
    }
    if (!reader_take(reader, "column") && !reader_take(reader, "attribute") && reader_take(reader, "value")) {
        g_autofree char *label = token_string(*reader->at);
        reader->base.part = arena_strdup(reader->arena, label);
        reader->at++;
    } else {
        reader->base.part = reader_word(reader);
    }
    reader_add(reader, OP_RENAME_PART);
}

/* One action of a table or what is like one. */
static void
read_action(Reader *reader)
{
    static const struct {
        const char *words;
        OperationType type;
    } SIMPLE[] = {
        {"enable row level security", OP_ROW_SECURITY},
        {"set logged", OP_REWRITE},
        {"set unlogged", OP_REWRITE},
        {"set tablespace", OP_REWRITE},
        {"set access method", OP_REWRITE},
        {"disable trigger", OP_DISABLE_TRIGGER},
        {"set schema", OP_SET_SCHEMA},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(SIMPLE); i++)
        if (reader_take(reader, SIMPLE[i].words)) {
            reader_add(reader, SIMPLE[i].type);
            return;
        }
    if (reader_take(reader, "add")) {
        if (!read_constraint(reader))
            read_add_column(reader);
    } else if (reader_take(reader, "alter constraint")) {
        reader_add(reader, OP_ALTER);
    } else if (reader_take(reader, "alter")) {
        read_alter_column(reader);
    } else if (reader_take(reader, "drop")) {
        read_drop_part(reader);
    } else if (reader_take(reader, "validate constraint")) {
        reader->base.part = reader_word(reader);
        reader_add(reader, OP_VALIDATE);
    } else if (reader_take(reader, "attach partition")) {
        read_partition(reader, OP_ATTACH);
    } else if (reader_take(reader, "detach partition")) {
        read_partition(reader, OP_DETACH);
    } else if (reader_take(reader, "rename")) {
        read_rename(reader);
    } else {
        reader_add(reader, OP_ALTER);
    }
}

/* Types: labels and attributes. */
static void
read_type_action(Reader *reader)
{
    if (reader_take(reader, "add value")) {
        reader_take(reader, "if not exists");
        g_autofree char *label = token_string(*reader->at);
        reader->base.part = arena_strdup(reader->arena, label);
        reader_add(reader, OP_ADD_VALUE);
    } else if (reader_take(reader, "add attribute") || reader_take(reader, "drop attribute")) {
        bool adds = token_is(reader->at[-2], "add");
        reader_take(reader, "if exists");
        reader->base.part = reader_word(reader);
        reader_add(reader, adds ? OP_ADD_ATTRIBUTE : OP_DROP_ATTRIBUTE);
    } else if (reader_take(reader, "alter attribute")) {
        reader->base.part = reader_word(reader);
        reader_add(reader, OP_ALTER);
    } else {
        read_action(reader);
    }
}

/* Domains: their constraints are named as tables' are, SET NOT NULL is their own. */
static void
read_domain_action(Reader *reader)
{
    if (reader_take(reader, "set not null"))
        reader_add(reader, OP_SET_NOT_NULL);
    else if (reader_take(reader, "drop default"))
        reader_add(reader, OP_DROP_DEFAULT);
    else if (reader_take(reader, "drop not null"))
        reader_add(reader, OP_ALTER);
    else
        read_action(reader);
}

/* ADD TABLE a, b, TABLE c: a piece without a word of its own goes on with the list before it. */
static void
read_publication_action(Reader *reader)
{
    bool adds = tokens_find(reader->base.all, "drop table") == NULL;
    if (!reader_take(reader, "add table") && !reader_take(reader, "set table"))
        adds = adds && (reader_take(reader, "table") || tokens_find(reader->base.all, "add table") != NULL ||
                        tokens_find(reader->base.all, "set table") != NULL);
    if (adds && reader_take(reader, "only"))
        reader->base.flags |= OP_ONLY;
    reader_add(reader, adds && tokens_name(reader->arena, &reader->at, &reader->base.table) ? OP_PUBLISH : OP_ALTER);
}

void
reader_alter(Reader *reader)
{
    static const struct {
        const char *kind;
        void (*read)(Reader *reader);
    } READERS[] = {
        {"type", read_type_action}, {"domain", read_domain_action}, {"publication", read_publication_action}};
    const char *kind = reader_kind(reader);
    if (kind == NULL) {
        reader_add(reader, OP_OTHER);
        return;
    }
    reader->base.kind = kind;
    reader_take(reader, "if exists");
    if (reader_take(reader, "only"))
        reader->base.flags |= OP_ONLY;
    tokens_name(reader->arena, &reader->at, &reader->base.object);
    reader_take(reader, "*");
    if (token_is(*reader->at, "(")) { /* of a routine */
        const Token *open = reader->at;
        reader->at = tokens_skip(open);
        reader->base.arguments = tokens_text(reader->arena, open + 1, reader->at - 1);
    }
    if (reader_take(reader, "on")) /* of a trigger, policy or rule */
        tokens_name(reader->arena, &reader->at, &reader->base.table);
    void (*read)(Reader * reader) = read_action;
    for (size_t i = 0; i < G_N_ELEMENTS(READERS); i++)
        if (strcmp(kind, READERS[i].kind) == 0)
            read = READERS[i].read;
    const Operation common = reader->base;
    for (const Token *next = reader->at; next != NULL;) {
        reader->base = common;
        reader->at = tokens_cut(reader->arena, next, &next);
        read(reader);
    }
}
