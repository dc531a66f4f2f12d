/* learn.c - what an operation adds to what is known */
#include "lint/known_private.h"

#include <string.h>

static void
learn_part(Known *known, FactType type, ObjectName table, const char *part, bool there)
{
    known_add(known, &(Fact){type, table, part, NULL, there ? 0 : FACT_GONE});
}

static void
learn_reference(Known *known, ObjectName table, const char *constraint, const Token *definition)
{
    const Token *at = tokens_find(definition, "references");
    ObjectName other;
    if (at != NULL && tokens_name(known->arena, &at, &other))
        known_add(known, &(Fact){FACT_REFERENCE, table, constraint, object_text(known->arena, other), 0});
}

/* What a column's definition says of values that are not given. */
static void
learn_column(Known *known, ObjectName table, const char *column, const Token *definition)
{
    g_autofree char *type = token_name(*definition);
    const bool serial = type != NULL && strstr(type, "serial") != NULL;
    if (tokens_find(definition, "not null") != NULL || tokens_find(definition, "primary key") != NULL || serial)
        learn_part(known, FACT_REQUIRED, table, column, true);
    if (tokens_find(definition, "default") != NULL || tokens_find(definition, "generated") != NULL || serial)
        learn_part(known, FACT_DEFAULT, table, column, true);
    learn_reference(known, table, NULL, definition);
}

/* An item of the parentheses of CREATE TABLE. */
static void
learn_item(Known *known, ObjectName table, const Token *item)
{
    static const char *const OTHERS[] = {"constraint", "primary", "unique", "check",
                                         "foreign",    "exclude", "like",   NULL};
    for (const char *const *word = OTHERS; *word != NULL; word++)
        if (token_is(*item, *word)) {
            g_autofree char *constraint = token_is(*item, "constraint") ? token_name(item[1]) : NULL;
            learn_reference(known, table, constraint, item);
            return;
        }
    g_autofree char *column = token_name(*item);
    if (column != NULL)
        learn_column(known, table, column, item + 1);
}

static void
learn_items(Known *known, ObjectName table, const Token *open)
{
    if (!token_is(*open, "("))
        return;
    const Token *end = tokens_skip(open), *next = open + 1;
    while (next != NULL && next < end) {
        const Token *item = tokens_cut(known->arena, next, &next);
        learn_item(known, table, item);
    }
}

/* The routines that are called in these tokens: their results are kept where the text says. */
static void
learn_calls(Known *known, const Token *at, const Token *end, const char *where)
{
    while (at < end && at->kind != TOKEN_END) {
        ObjectName name;
        const Token *behind = at;
        if (!tokens_name(known->arena, &behind, &name)) {
            at++;
            continue;
        }
        if (token_is(*behind, "("))
            known_add(known, &(Fact){FACT_STORED_USE, name, NULL, where, 0});
        at = behind;
    }
}

/* "(c IS NOT NULL AND ...)": PostgreSQL takes a valid check as proof for each such c, where no OR is in it. */
static void
learn_not_null(Known *known, ObjectName table, const char *constraint, const Token *open, unsigned flags)
{
    const Token *end = tokens_skip(open);
    for (const Token *at = open; at < end; at++)
        if (token_is(*at, "or"))
            return;
    for (const Token *at = open + 1; at < end; at++)
        if (tokens_begin(at, "is not null")) {
            g_autofree char *column = token_name(at[-1]);
            known_add(known, &(Fact){FACT_NOT_NULL, table, column, constraint, flags});
        }
}

/* Generated columns and checks among the definitions of a table. */
static void
learn_definitions(Known *known, ObjectName table, const Token *at)
{
    const char *where = arena_printf(known->arena, "table %s", object_text(known->arena, table));
    for (; at->kind != TOKEN_END; at++) {
        const bool generated = tokens_begin(at, "generated always as ("), check = tokens_begin(at, "check (");
        const Token *open = generated ? at + 3 : at + 1;
        if (generated)
            learn_calls(known, open, tokens_skip(open), where);
        if (check)
            learn_not_null(known, table, NULL, open, FACT_VALID);
    }
}

void
arguments_count(const char *arguments, guint *all, guint *required)
{
    g_autoptr(Arena) arena = arena_new();
    GArray *read = operations_read(arena, arguments);
    const Token *at = g_array_index(read, Operation, 0).all;
    bool any = false, optional = false, out = false;
    *all = *required = 0;
    for (;; at++) {
        if (token_is(*at, "(") || token_is(*at, "[")) {
            at = tokens_skip(at) - 1;
            continue;
        }
        if (at->kind == TOKEN_END || token_is(*at, ",")) {
            *all += any && !out;
            *required += any && !out && !optional;
            any = optional = out = false;
        } else {
            out |= !any && token_is(*at, "out");
            any = true;
            optional |= token_is(*at, "default") || token_is(*at, "=");
        }
        if (at->kind == TOKEN_END)
            break;
    }
    g_array_unref(read);
}

static void
learn_routine(Known *known, const Operation *operation)
{
    const char *arguments = operation->arguments == NULL ? "" : operation->arguments;
    GPtrArray *list = known_list(known, FACT_ROUTINE, operation->object);
    unsigned flags = FACT_VOLATILE;
    for (guint i = 0; list != NULL && i < list->len; i++) {
        const Fact *fact = list->pdata[i];
        if (object_is(fact->object, operation->object) && g_strcmp0(fact->text, arguments) == 0)
            flags = (flags & ~(unsigned)FACT_REVOKED) | (fact->flags & FACT_REVOKED);
    }
    for (const Token *at = operation->rest; at->kind != TOKEN_END; at++) {
        if (token_is(*at, "immutable") || token_is(*at, "stable"))
            flags &= ~(unsigned)FACT_VOLATILE;
        if (tokens_begin(at, "security definer"))
            flags |= FACT_DEFINER;
        if (token_is(*at, "set"))
            flags |= FACT_SETTINGS;
        if (token_is(*at, "as") || token_is(*at, "return") || token_is(*at, "begin"))
            break;
    }
    const char *definition = tokens_text(known->arena, operation->rest, NULL);
    known_add(known, &(Fact){FACT_ROUTINE, operation->object, definition, arguments, flags});
}

static void
learn_identity(Known *known, ObjectName table, bool identified)
{
    known_add(known, &(Fact){FACT_UNIDENTIFIED, table, NULL, NULL, identified ? FACT_GONE : 0});
}

/* A partition, and what is made like something else, may have the key of that. */
static void
learn_key_of_table(Known *known, const Operation *operation)
{
    static const char *const MAY[] = {"primary key", "partition of", "like", "of", "inherits", NULL};
    bool may = false;
    for (const Token *at = operation->rest; at->kind != TOKEN_END; at++)
        for (const char *const *words = MAY; *words != NULL; words++)
            may |= tokens_begin(at, *words);
    learn_identity(known, operation->object, may);
}

static void
learn_replica_identity(Known *known, ObjectName table, const Token *rest)
{
    if (tokens_begin(rest, "replica identity full") || tokens_begin(rest, "replica identity using"))
        learn_identity(known, table, true);
    if (tokens_begin(rest, "replica identity nothing"))
        learn_identity(known, table, false);
}

/* WITH (publish = 'insert, truncate') */
static void
learn_publication(Known *known, ObjectName publication, const Token *rest)
{
    const Token *at = tokens_find(rest, "with (");
    while (at != NULL && at->kind != TOKEN_END && !token_is(*at, "publish"))
        at++;
    if (at == NULL || at->kind == TOKEN_END || !token_is(at[1], "="))
        return;
    g_autofree char *sends = token_string(at[2]);
    const bool inserts = strstr(sends, "update") == NULL && strstr(sends, "delete") == NULL;
    known_add(known, &(Fact){FACT_INSERTS_ONLY, publication, NULL, NULL, inserts ? 0 : FACT_GONE});
}

/* Its NOT NULL and a check without a name have none. */
static void
learn_of_domain(Known *known, const Operation *operation, unsigned flags)
{
    const char *constraint = operation->part != NULL ? operation->part : "";
    known_add(known, &(Fact){FACT_CONSTRAINED, operation->object, NULL, constraint, flags});
}

static void
learn_creation(Known *known, const Operation *operation)
{
    const ObjectName object = operation->object;
    const char *kind = operation->kind;
    if (strcmp(kind, "function") == 0 || strcmp(kind, "procedure") == 0) {
        learn_routine(known, operation);
    } else if (strcmp(kind, "policy") == 0) {
        known_add(known, &(Fact){FACT_POLICY, operation->table, NULL, NULL, 0});
    } else if (strcmp(kind, "domain") == 0) {
        if (tokens_find(operation->rest, "check") != NULL || tokens_find(operation->rest, "not null") != NULL)
            learn_of_domain(known, operation, 0);
    } else if (strcmp(kind, "table") == 0) {
        if (tokens_find(operation->rest, "partition by") != NULL)
            known_add(known, &(Fact){FACT_PARTITIONED, object, NULL, NULL, 0});
        learn_definitions(known, object, operation->rest);
        learn_items(known, object, operation->rest);
        learn_key_of_table(known, operation);
    } else if (strcmp(kind, "publication") == 0) {
        learn_publication(known, object, operation->rest);
    } else if (strcmp(kind, "trigger") == 0) {
        if (tokens_find(operation->rest, "before") != NULL)
            known_add(known, &(Fact){FACT_TRIGGER, operation->table, NULL, NULL, 0});
    } else if (strcmp(kind, "foreign table") == 0) {
        known_add(known, &(Fact){FACT_FOREIGN, object, NULL, NULL, 0});
    } else if (strcmp(kind, "view") == 0) {
        const Token *with = tokens_begin(operation->rest, "with (") ? operation->rest + 1 : NULL;
        const char *options = with == NULL ? NULL : tokens_text(known->arena, with, tokens_skip(with));
        known_add(known, &(Fact){FACT_VIEW_OPTIONS, object, NULL, options, options == NULL ? FACT_GONE : 0});
    } else if (strcmp(kind, "index") == 0) {
        const char *where = arena_printf(known->arena, "index %s", object_text(known->arena, object));
        const Token *open = operation->rest;
        while (open->kind != TOKEN_END && !token_is(*open, "("))
            open++;
        if (open->kind != TOKEN_END)
            learn_calls(known, open + 1, tokens_skip(open), where);
    }
}

static void
learn_constraint(Known *known, const Operation *operation, ObjectName each_partition_of)
{
    const bool valid = (operation->flags & OP_NOT_VALID) == 0;
    const unsigned flags = valid ? FACT_VALID : 0;
    if (each_partition_of.name != NULL) {
        known_add(known, &(Fact){FACT_PARTITIONS, each_partition_of, operation->part, NULL, flags});
        return;
    }
    if (strcmp(operation->kind, "domain") == 0)
        learn_of_domain(known, operation, 0);
    if (operation->part != NULL)
        known_add(known, &(Fact){FACT_CONSTRAINT, operation->object, operation->part, operation->form, flags});
    if (strcmp(operation->form, "primary key") == 0)
        learn_identity(known, operation->object, true);
    if (strcmp(operation->form, "foreign key") == 0)
        learn_reference(known, operation->object, operation->part, operation->rest);
    if (strcmp(operation->form, "check") == 0 && token_is(*operation->rest, "("))
        learn_not_null(known, operation->object, operation->part, operation->rest, flags);
}

static void
learn_validation(Known *known, const Operation *operation, ObjectName each_partition_of)
{
    const ObjectName table = each_partition_of.name != NULL ? each_partition_of : operation->object;
    if (each_partition_of.name != NULL) {
        known_add(known, &(Fact){FACT_PARTITIONS, table, operation->part, NULL, FACT_VALID});
        return;
    }
    known_add(known, &(Fact){FACT_CONSTRAINT, table, operation->part, NULL, FACT_VALID});
    GPtrArray *list = known_list(known, FACT_NOT_NULL, table);
    const guint count = list == NULL ? 0 : list->len;
    for (guint i = 0; i < count; i++) {
        const Fact *fact = list->pdata[i];
        if (object_is(fact->object, table) && g_strcmp0(fact->text, operation->part) == 0)
            known_add(known, &(Fact){FACT_NOT_NULL, table, fact->part, fact->text, FACT_VALID});
    }
}

/* "a integer , b text default 'x'" is dropped as "integer , text". */
static bool
are_arguments(const char *defined, const char *dropped)
{
    g_auto(GStrv) left = g_strsplit(defined, " , ", -1), right = g_strsplit(dropped, " , ", -1);
    if (g_strv_length(left) != g_strv_length(right))
        return false;
    for (guint i = 0; left[i] != NULL; i++) {
        char *given = strstr(left[i], " default ");
        if (given != NULL)
            *given = '\0';
        g_autofree char *named = g_strconcat(" ", right[i], NULL);
        if (strcmp(left[i], right[i]) != 0 && !g_str_has_suffix(left[i], named))
            return false;
    }
    return true;
}

/* Who may execute it is remembered: a new one of its name starts anew. */
static void
learn_dropped_routine(Known *known, const Operation *operation)
{
    g_autoptr(GPtrArray) routines = known_each(known, FACT_ROUTINE, operation->object);
    for (guint i = 0; i < routines->len; i++) {
        const Fact *routine = routines->pdata[i];
        if (routines->len == 1 || operation->arguments == NULL || are_arguments(routine->text, operation->arguments))
            known_add(known, &(Fact){FACT_ROUTINE, operation->object, NULL, routine->text,
                                     FACT_GONE | (routine->flags & FACT_REVOKED)});
    }
}

static void
learn_drop(Known *known, const Operation *operation)
{
    for (FactType type = 0; type < N_FACTS; type++) {
        GPtrArray *list = known_list(known, type, operation->object);
        bool there = false;
        for (guint i = 0; list != NULL && i < list->len && !there; i++)
            there = object_is(((const Fact *)list->pdata[i])->object, operation->object);
        if (there && type != FACT_STORED_USE && type != FACT_ROUTINE)
            known_add(known, &(Fact){type, operation->object, NULL, NULL, FACT_GONE});
    }
    learn_dropped_routine(known, operation);
}

static void
learn_dropped_index(Known *known, const Operation *operation)
{
    g_autofree char *where = g_strdup_printf("index %s", object_text(known->arena, operation->object));
    for (guint i = 0, count = known->facts->len; i < count; i++) {
        const Fact *fact = known->facts->pdata[i];
        if (fact->type == FACT_STORED_USE && g_strcmp0(fact->text, where) == 0)
            known_add(known, &(Fact){FACT_STORED_USE, fact->object, NULL, where, FACT_GONE});
    }
}

static void
learn_dropped_reference(Known *known, const Operation *operation)
{
    g_autoptr(GPtrArray) references = known_each(known, FACT_REFERENCE, operation->object);
    for (guint i = 0; i < references->len; i++) {
        const Fact *reference = references->pdata[i];
        if (g_strcmp0(reference->part, operation->part) == 0)
            known_add(known, &(Fact){FACT_REFERENCE, operation->object, reference->part, reference->text, FACT_GONE});
    }
}

static void
learn_revocation(Known *known, const Operation *operation)
{
    const Token *from = tokens_find(operation->rest, "from");
    if (operation->arguments == NULL || from == NULL || tokens_find(from - 1, "public") == NULL)
        return;
    const Fact *routine = known_find(known, FACT_ROUTINE, operation->object, NULL);
    const unsigned flags = routine == NULL ? 0 : routine->flags;
    known_add(known, &(Fact){FACT_ROUTINE, operation->object, NULL,
                             routine == NULL ? operation->arguments : routine->text, flags | FACT_REVOKED});
}

void
known_learn(Known *known, const Operation *operation, ObjectName each_partition_of)
{
    const ObjectName object = operation->object;
    switch (operation->type) {
    case OP_CREATE:
        learn_creation(known, operation);
        break;
    case OP_ADD_CONSTRAINT:
        learn_constraint(known, operation, each_partition_of);
        break;
    case OP_VALIDATE:
        learn_validation(known, operation, each_partition_of);
        break;
    case OP_DROP_CONSTRAINT:
        if (strcmp(operation->kind, "domain") == 0)
            learn_of_domain(known, operation, FACT_GONE);
        learn_part(known, FACT_CONSTRAINT, object, operation->part, false);
        learn_dropped_reference(known, operation);
        break;
    case OP_ADD_COLUMN:
        learn_definitions(known, object, operation->rest);
        if (tokens_find(operation->rest, "primary key") != NULL)
            learn_identity(known, object, true);
        if (operation->part != NULL)
            learn_column(known, object, operation->part, operation->rest);
        break;
    case OP_DROP_COLUMN:
        learn_part(known, FACT_REQUIRED, object, operation->part, false);
        learn_part(known, FACT_DEFAULT, object, operation->part, false);
        break;
    case OP_SET_NOT_NULL:
        if (strcmp(operation->kind, "domain") == 0)
            learn_of_domain(known, operation, 0);
        else
            learn_part(known, FACT_REQUIRED, object, operation->part, true);
        break;
    case OP_DROP_DEFAULT:
        learn_part(known, FACT_DEFAULT, object, operation->part, false);
        break;
    case OP_ADD_IDENTITY:
        learn_part(known, FACT_DEFAULT, object, operation->part, true);
        break;
    case OP_ALTER:
        learn_replica_identity(known, object, operation->rest);
        if (operation->part != NULL && tokens_begin(operation->rest, "drop not null"))
            learn_part(known, FACT_REQUIRED, object, operation->part, false);
        if (operation->part != NULL && tokens_begin(operation->rest, "set default"))
            learn_part(known, FACT_DEFAULT, object, operation->part, true);
        break;
    case OP_DROP:
        if (strcmp(operation->kind, "index") == 0)
            learn_dropped_index(known, operation);
        else
            learn_drop(known, operation);
        break;
    case OP_REVOKE:
        learn_revocation(known, operation);
        break;
    default:
        break;
    }
}
