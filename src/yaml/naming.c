#include "yaml/naming.h"

#include "model/template.h"
#include "sql/format.h"
#include "sql/split.h"
#include "yaml/names.h"
#include "yaml/shape.h"
#include <string.h>

/* What the tokens of a template stand for. */
typedef struct {
    const char *table, *columns, *reftable, *refcolumns, *method;
    int n;
} Parts;

static const char *
token_text(const Parts *parts, const char *token, size_t length, Arena *arena)
{
    const struct {
        const char *token, *text;
    } known[] = {{"table", parts->table},
                 {"columns", parts->columns},
                 {"reftable", parts->reftable},
                 {"refcolumns", parts->refcolumns},
                 {"method", parts->method}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        if (strlen(known[i].token) == length && strncmp(known[i].token, token, length) == 0)
            return known[i].text;
    return length == 1 && *token == 'n' ? arena_printf(arena, "%d", parts->n) : "";
}

static const char *
fill_in(Arena *arena, const char *template, const Parts *parts)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (const char *at = template; *at != '\0'; at++) {
        size_t length = *at == '{' ? strcspn(at + 1, "}") : 0;
        if (*at != '{' || at[1 + length] == '\0') {
            g_string_append_c(out, *at);
            continue;
        }
        g_string_append(out, token_text(parts, at + 1, length, arena));
        at += length + 1;
    }
    return sql_fit_name(arena, out->str);
}

/* Adds the names among the tokens from *cursor on, to the closing parenthesis when "within" one. */
static const char *
columns_in(const Naming *naming, const Node *table, const char **cursor, bool within)
{
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    int depth = 1;
    for (Token token = lex_next_solid(cursor); token.kind != TOKEN_END; token = lex_next_solid(cursor)) {
        depth += token_is(token, "(") - token_is(token, ")");
        if (within && depth == 0)
            break;
        char *name = token_name(token);
        bool counts = name != NULL && (table == NULL ? depth == 1 : naming->is_column(table, name, naming->data));
        if (!counts || g_hash_table_contains(seen, name)) {
            g_free(name);
            continue;
        }
        g_hash_table_add(seen, name);
        g_string_append_printf(out, "%s%s", out->len > 0 ? "_" : "", name);
    }
    return arena_strdup(naming->arena, out->len > 0 ? out->str : "expr");
}

/* What stands behind "references" at the cursor: the table and its columns. */
static void
read_reference(const Naming *naming, const char **cursor, Parts *parts)
{
    Token token = lex_next_solid(cursor);
    for (;;) {
        g_autofree char *name = token_name(token);
        parts->reftable = arena_strdup(naming->arena, name == NULL ? "" : name);
        const char *ahead = *cursor;
        token = lex_next_solid(&ahead);
        if (token_is(token, "(")) {
            *cursor = ahead;
            parts->refcolumns = columns_in(naming, NULL, cursor, true);
        }
        if (!token_is(token, "."))
            return;
        *cursor = ahead;
        token = lex_next_solid(cursor);
    }
}

static Parts
read_parts(const Naming *naming, const Node *parent, const char *leaf, bool in_list)
{
    Parts parts = {.table = parent->name, .columns = "expr", .reftable = "", .refcolumns = "", .method = "btree"};
    const char *cursor = leaf;
    if (!in_list) {
        parts.columns = columns_in(naming, parent, &cursor, false);
        return parts;
    }
    bool found = false;
    for (Token token = lex_next_solid(&cursor); token.kind != TOKEN_END; token = lex_next_solid(&cursor)) {
        if (token_is(token, "using") && !found) {
            Token method = lex_next_solid(&cursor);
            parts.method = arena_strndup(naming->arena, method.text, method.length);
        } else if (token_is(token, "(") && !found) {
            parts.columns = columns_in(naming, parent, &cursor, true);
            found = true;
        } else if (token_is(token, "references")) {
            read_reference(naming, &cursor, &parts);
            return parts;
        }
    }
    return parts;
}

/* Does the leaf begin with its list of columns, as all but checks do? "using gin (...)" counts. */
static bool
begins_with_list(const char *leaf)
{
    const char *cursor = leaf;
    Token token = lex_next_solid(&cursor);
    if (token_is(token, "("))
        return true;
    return token_is(token, "using") || token_is(token, "nulls");
}

static int
number_of(const Node *parent, const Kind *kind)
{
    int n = 1;
    for (const Node *child = parent->first_child; child != NULL; child = child->next)
        n += child->kind == kind;
    return n;
}

const char *
naming_name(const Naming *naming, const Node *parent, const Node *node)
{
    const char *template = node->kind->naming == NULL ? NULL : config_naming(naming->config, node->kind->naming);
    if (template == NULL)
        return NULL;
    g_autofree char *leaf = node_leaf(node);
    bool in_list = !kind_is_condition(node->kind) && begins_with_list(leaf);
    Parts parts = read_parts(naming, parent, leaf, in_list);
    parts.n = number_of(parent, node->kind);
    return fill_in(naming->arena, template, &parts);
}

/* Column constraints and the naming keys of their kinds (manual, CREATE TABLE, column_constraint). */
static const struct {
    const char *word, *key;
} COLUMN_CONSTRAINTS[] = {{"primary", "pk"}, {"unique", "uq"}, {"references", "fk"}, {"check", "ck"}};

static const char *
constraint_name(const Naming *naming, const Node *parent, const char *column, Token token, const char *behind)
{
    for (size_t i = 0; i < G_N_ELEMENTS(COLUMN_CONSTRAINTS); i++) {
        if (!token_is(token, COLUMN_CONSTRAINTS[i].word))
            continue;
        const char *template = config_naming(naming->config, COLUMN_CONSTRAINTS[i].key);
        Parts parts = {
            .table = parent->name, .columns = column, .reftable = "", .refcolumns = "", .method = "btree", .n = 1};
        if (token_is(token, "references"))
            read_reference(naming, &behind, &parts);
        return template == NULL ? NULL : fill_in(naming->arena, template, &parts);
    }
    return NULL;
}

const char *
naming_column_leaf(const Naming *naming, const Node *parent, const char *column, const char *leaf)
{
    g_autoptr(GString) out = g_string_new(NULL);
    const char *cursor = leaf;
    bool named = false; /* "constraint NAME" stands right before */
    int depth = 0;
    for (Token token = lex_next(&cursor); token.kind != TOKEN_END; token = lex_next(&cursor)) {
        depth += token_is(token, "(") - token_is(token, ")");
        const char *name = depth > 0 || named ? NULL : constraint_name(naming, parent, column, token, cursor);
        if (name != NULL)
            sql_append(out, "constraint %I ", name);
        g_string_append_len(out, token.text, (gssize)token.length);
        if (token.kind == TOKEN_SPACE)
            continue;
        named = false;
        if (token_is(token, "constraint") && depth == 0) {
            const char *name_start = cursor;
            lex_next_solid(&cursor);
            g_string_append_len(out, name_start, cursor - name_start);
            named = true;
        }
    }
    return arena_strndup(naming->arena, out->str, out->len);
}
