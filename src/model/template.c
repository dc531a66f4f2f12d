#include "model/template.h"

#include "sql/format.h"
#include "sql/reparse.h"
#include <string.h>

typedef struct {
    const Node *node;
    const TemplateToken *more;
} Scope;

static void expand(GString *out, const char *at, const char *end, const Scope *scope);

void
template_append_value(GString *out, ValueType type, const char *value)
{
    if (value == NULL)
        return;
    if (type == VALUE_NAME)
        sql_append_identifier(out, value);
    else if (type == VALUE_TEXT)
        sql_append_literal(out, value);
    else if (type == VALUE_SQL)
        reparse_append(out, value);
    else
        g_string_append(out, value);
}

static const char *
caller_token(const Scope *scope, const char *token)
{
    for (const TemplateToken *more = scope->more; more != NULL && more->token != NULL; more++)
        if (strcmp(more->token, token) == 0)
            return more->sql == NULL ? "" : more->sql;
    return NULL;
}

static bool
is_item(const Node *child)
{
    return child->kind->inlined != NULL && (child->flags & (NODE_DERIVED | NODE_SEPARATE)) == 0 &&
           (child->kind->comes_untold == NULL || !child->kind->comes_untold(child));
}

static bool
has_items(const Node *node)
{
    for (const Node *child = node->first_child; child != NULL; child = child->next)
        if (is_item(child))
            return true;
    return false;
}

static void
append_items(GString *out, const Node *node)
{
    bool first = true;
    for (const Node *child = node->first_child; child != NULL; child = child->next) {
        if (!is_item(child))
            continue;
        g_string_append(out, first ? "(\n    " : ",\n    ");
        template_append(out, child->kind->inlined, child, NULL);
        first = false;
    }
    g_string_append(out, first ? "()" : "\n)");
}

static const Node *
child_of_kind(const Node *node, const char *kind)
{
    const Node *child = node_child(node, kind, NULL);
    return child != NULL && (child->flags & NODE_SEPARATE) == 0 ? child : NULL;
}

/* "MATERIALIZED VIEW" for "materialized view". */
static void
append_object(GString *out, const Kind *kind)
{
    g_autofree char *upper = g_ascii_strup(kind->title, -1);
    g_string_append(out, upper);
}

static void
append_attribute(GString *out, const Node *node, const char *token)
{
    g_autofree char *key = g_strdup(token);
    bool raw = g_str_has_suffix(key, ".raw");
    if (raw)
        key[strlen(key) - 4] = '\0';
    int index = kind_attr(node->kind, key);
    if (index < 0)
        g_error("template of kind %s: no token {%s}", node->kind->name, token);
    template_append_value(out, raw ? VALUE_SQL : node->kind->attrs[index].type, node->values[index]);
}

static void
append_token(GString *out, const char *token, const Scope *scope)
{
    const Node *node = scope->node;
    const char *given = caller_token(scope, token);
    if (given != NULL) {
        g_string_append(out, given);
    } else if (strcmp(token, "node") == 0) {
        node_append_name(out, node);
    } else if (strcmp(token, "name") == 0) {
        if (node->kind->raw_name)
            g_string_append(out, node->name);
        else
            sql_append_identifier(out, node->name);
    } else if (strcmp(token, "schema") == 0) {
        sql_append_identifier(out, node->schema);
    } else if (strcmp(token, "signature") == 0) {
        g_string_append(out, node->signature == NULL || node->signature[0] == '\0' ? "*" : node->signature);
    } else if (strcmp(token, "parent") == 0) {
        node_append_name(out, node->parent);
    } else if (strcmp(token, "sibling") == 0) {
        sql_append(out, "%I.%I", node_root(node)->schema, node->name);
    } else if (strcmp(token, "object") == 0) {
        append_object(out, node->kind);
    } else if (strcmp(token, "parent.object") == 0) {
        append_object(out, node->parent->kind);
    } else if (strcmp(token, "parent.parent") == 0) {
        node_append_name(out, node->parent->parent);
    } else if (strcmp(token, "parent.name") == 0) {
        sql_append_identifier(out, node->parent->name);
    } else if (strcmp(token, "leaf") == 0) {
        g_autofree char *leaf = node_leaf(node);
        g_string_append(out, leaf);
    } else if (strcmp(token, "items") == 0) {
        append_items(out, node);
    } else if (g_str_has_prefix(token, "child.")) {
        g_autofree char *leaf = node_leaf(child_of_kind(node, token + strlen("child.")));
        g_string_append(out, leaf);
    } else {
        append_attribute(out, node, token);
    }
}

/* Is what a section asks for there? */
static bool
is_there(const char *key, const Scope *scope)
{
    const char *given = caller_token(scope, key);
    if (given != NULL)
        return given[0] != '\0';
    if (g_str_has_prefix(key, "child."))
        return child_of_kind(scope->node, key + strlen("child.")) != NULL;
    if (strcmp(key, "items") == 0)
        return has_items(scope->node);
    if (strcmp(key, "name") == 0)
        return scope->node->name != NULL;
    int index = kind_attr(scope->node->kind, key);
    if (index < 0)
        g_error("template of kind %s: no section [%s?...]", scope->node->kind->name, key);
    return scope->node->values[index] != NULL;
}

/* The bracket that closes the one before "at". */
static const char *
section_end(const char *at, const char *end)
{
    for (int depth = 1; at < end; at++) {
        if (*at == '\\')
            at++;
        else if (*at == '[')
            depth++;
        else if (*at == ']' && --depth == 0)
            return at;
    }
    g_error("template: a section is never closed");
}

static void
expand(GString *out, const char *at, const char *end, const Scope *scope)
{
    for (; at < end; at++) {
        if (*at == '\\') {
            g_string_append_c(out, *++at);
        } else if (*at == '{') {
            const char *close = memchr(at, '}', (size_t)(end - at));
            g_autofree char *token = g_strndup(at + 1, (gsize)(close - at - 1));
            append_token(out, token, scope);
            at = close;
        } else if (*at == '[') {
            const char *close = section_end(at + 1, end);
            size_t length = strcspn(at + 1, "?!");
            g_autofree char *key = g_strndup(at + 1, length);
            if (is_there(key, scope) == (at[1 + length] == '?'))
                expand(out, at + 2 + length, close, scope);
            at = close;
        } else {
            g_string_append_c(out, *at);
        }
    }
}

void
template_append(GString *out, const char *template, const Node *node, const TemplateToken *more)
{
    Scope scope = {node, more};
    expand(out, template, template + strlen(template), &scope);
}

char *
template_sql(Arena *arena, const char *template, const Node *node, const TemplateToken *more)
{
    GString *out = g_string_new(NULL);
    template_append(out, template, node, more);
    char *sql = arena_strndup(arena, out->str, out->len);
    g_string_free(out, TRUE);
    return sql;
}

char *
node_leaf(const Node *node)
{
    if (node->leaf != NULL)
        return g_strdup(node->leaf);
    GString *out = g_string_new(NULL);
    if (node->kind->leaf != NULL)
        template_append(out, node->kind->leaf, node, NULL);
    return g_strchomp(g_string_free(out, FALSE)); /* a last section may end with what would part it from the next */
}

bool
node_leaf_says(const Node *node, size_t attr)
{
    int beside = kind_beside(node->kind, &node->kind->attrs[attr]);
    return kind_leaf_says(node->kind, node->kind->attrs[attr].key) && (beside < 0 || node->values[beside] == NULL);
}
