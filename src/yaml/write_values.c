#include "yaml/write_values.h"

#include "model/labels.h"
#include "model/privileges.h"
#include "model/template.h"
#include "sql/format.h"
#include "sql/lex.h"
#include "sql/split.h"
#include "yaml/names.h"
#include "yaml/scalar.h"
#include "yaml/shape.h"
#include <string.h>

void
value_append_key(GString *out, int indent, const char *key)
{
    g_string_append_printf(out, "%*s", indent, "");
    scalar_append_key(out, key);
    g_string_append(out, ": ");
}

/* A name that a list may hold as it is: reading makes the same identifier of it (see leaf_read_list()). NULL: it must
 * stay in SQL's own quotes. */
static char *
plain_item(const char *sql)
{
    const char *cursor = sql;
    Token token = lex_next(&cursor);
    g_autofree char *name = *cursor == '\0' ? token_name(token) : NULL;
    if (name == NULL || (token.kind == TOKEN_WORD && strncmp(name, sql, token.length) != 0))
        return NULL;
    const char *at = name;
    bool word = lex_next(&at).kind == TOKEN_WORD && *at == '\0';
    static const char *const LITERALS[] = {"true", "false", "null", NULL};
    return word && !g_strv_contains(LITERALS, name) ? g_steal_pointer(&name) : NULL;
}

static char *
label_item(const char *sql)
{
    const char *cursor = sql;
    return token_string(lex_next(&cursor));
}

static void
append_list(Arena *arena, GString *out, const char *sql, char *(*read)(const char *sql))
{
    const char *comma = "";
    g_string_append_c(out, '[');
    for (char **item = split_list(arena, sql); *item != NULL; item++) {
        g_autofree char *text = read(*item);
        g_string_append(out, comma);
        scalar_append_inline(out, text == NULL ? *item : text);
        comma = ", ";
    }
    g_string_append_c(out, ']');
}

/* "(a, b)" is [a, b], if it is nothing but names, spelled as reading a list would. */
bool
leaf_is_names(Arena *arena, const Node *node, const char *leaf)
{
    if (node->kind->naming == NULL || kind_is_condition(node->kind) || leaf[0] != '(')
        return false;
    g_autoptr(GString) again = g_string_new("(");
    for (char **item = split_list(arena, strip_parentheses(arena, leaf)); *item != NULL; item++) {
        const char *cursor = *item;
        g_autofree char *name = token_name(lex_next(&cursor));
        if (name == NULL || *cursor != '\0')
            return false;
        sql_append(again, "%s%I", again->len > 1 ? ", " : "", name);
    }
    g_string_append_c(again, ')');
    return strcmp(again->str, leaf) == 0;
}

void
value_append_leaf(Arena *arena, GString *out, const Node *node, int indent)
{
    g_autofree char *leaf = node_leaf(node);
    if (leaf_is_names(arena, node, leaf))
        append_list(arena, out, strip_parentheses(arena, leaf), plain_item);
    else
        scalar_append(out, leaf, indent, true);
    g_string_append_c(out, '\n');
}

/* x double precision, "Y" integer; fillfactor='90' or host 'db' for options. */
static void
read_item(const char *item, ValueType type, char **key, char **text)
{
    if (type == VALUE_OPTIONS) {
        option_read(item, key, text);
        return;
    }
    const char *cursor = item;
    char *name = token_name(lex_next(&cursor));
    if (type == VALUE_MAP) {
        *key = name_format(NULL, name, false);
        *text = g_strstrip(g_strdup(cursor));
        g_free(name);
    } else {
        *key = name;
        *text = token_string(lex_next_solid(&cursor));
    }
}

static void
append_mapping(Arena *arena, GString *out, const char *sql, int indent, ValueType type)
{
    for (char **item = split_list(arena, sql); *item != NULL; item++) {
        g_autofree char *key = NULL, *text = NULL;
        read_item(*item, type, &key, &text);
        g_string_append_c(out, '\n');
        value_append_key(out, indent + WRITE_STEP, key);
        scalar_append(out, text == NULL ? "" : text, indent + WRITE_STEP, type == VALUE_MAP);
    }
}

void
value_append(Arena *arena, GString *out, const Attr *attr, const char *value, int indent)
{
    switch (attr->type) {
    case VALUE_NAMES:
        append_list(arena, out, value, plain_item);
        break;
    case VALUE_LABELS:
        append_list(arena, out, value, label_item);
        break;
    case VALUE_MAP:
    case VALUE_OPTIONS:
    case VALUE_FOREIGN_OPTIONS:
        g_string_truncate(out, out->len - 1); /* no space before the line's end */
        append_mapping(arena, out, value, indent, attr->type);
        break;
    case VALUE_NAME: {
        g_autofree char *name = name_format(NULL, value, false);
        scalar_append(out, name, indent, false);
        break;
    }
    case VALUE_SQL:
    case VALUE_TEXT:
    case VALUE_BOOL:
    case VALUE_INT: {
        g_autoptr(GString) text = g_string_new(NULL);
        if (attr->type == VALUE_SQL)
            template_append_value(text, VALUE_SQL, value);
        bool plain = attr->type == VALUE_BOOL || attr->type == VALUE_INT;
        if (plain)
            g_string_append(out, value);
        else
            scalar_append(out, attr->type == VALUE_SQL ? text->str : value, indent, attr->type == VALUE_SQL);
        break;
    }
    }
    g_string_append_c(out, '\n');
}

/* Privileges of a grantee and, "(column)" behind them, on single columns: name -> GString of items. */
static void
collect_privileges(Arena *arena, GHashTable *grantees, GPtrArray *order, const char *canonical, const char *column)
{
    for (char **pair = privileges_split(arena, canonical); *pair != NULL; pair += 2) {
        GString *items = g_hash_table_lookup(grantees, pair[0]);
        if (items == NULL) {
            items = g_string_new(NULL);
            g_hash_table_insert(grantees, pair[0], items);
            g_ptr_array_add(order, pair[0]);
        }
        g_auto(GStrv) list = g_strsplit(pair[1], ",", -1);
        for (char **privilege = list; *privilege != NULL; privilege++) {
            if (**privilege == '\0')
                continue;
            bool option = g_str_has_suffix(*privilege, "*");
            g_autofree char *word = g_ascii_strdown(*privilege, (gssize)strlen(*privilege) - (option ? 1 : 0));
            g_autofree char *item = g_strconcat(word, column, option ? " with grant option" : "", NULL);
            if (items->len > 0)
                g_string_append(items, ", ");
            scalar_append_inline(items, item);
        }
    }
}

static void
free_string(void *string)
{
    g_string_free(string, TRUE);
}

void
value_append_privileges(Arena *arena, GString *out, const Node *node, int indent)
{
    if (node->kind->grants_column)
        return;
    g_autoptr(GHashTable) grantees = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_string);
    g_autoptr(GPtrArray) order = g_ptr_array_new();
    collect_privileges(arena, grantees, order, node->facets[FACET_PRIVILEGES], "");
    for (const Node *child = node->first_child; child != NULL; child = child->next)
        if (child->kind->grants_column) {
            const char *column = sql_printf(arena, " (%I)", child->name);
            collect_privileges(arena, grantees, order, child->facets[FACET_PRIVILEGES], column);
        }
    if (order->len == 0)
        return;
    g_string_append_printf(out, "%*sprivileges:\n", indent, "");
    for (guint i = 0; i < order->len; i++) {
        const char *grantee = order->pdata[i];
        g_autofree char *name = name_format(NULL, grantee, false);
        value_append_key(out, indent + WRITE_STEP, strcmp(grantee, "PUBLIC") == 0 ? "public" : name);
        g_string_append_printf(out, "[%s]\n", ((GString *)g_hash_table_lookup(grantees, grantee))->str);
    }
}

static void
write_text(GString *out, const char *key, const char *text, int indent)
{
    if (text == NULL)
        return;
    value_append_key(out, indent, key);
    scalar_append(out, text, indent, false);
    g_string_append_c(out, '\n');
}

static void
write_labels(Arena *arena, GString *out, const Node *node, int indent)
{
    if (node->facets[FACET_LABELS] == NULL)
        return;
    g_string_append_printf(out, "%*s%s:\n", indent, "", facet_keys[FACET_LABELS]);
    for (char **pair = labels_split(arena, node->facets[FACET_LABELS]); *pair != NULL; pair += 2) {
        g_autofree char *provider = name_format(NULL, pair[0], false);
        write_text(out, provider, pair[1], indent + WRITE_STEP);
    }
}

void
value_append_texts(Arena *arena, GString *out, const Node *node, int indent)
{
    write_text(out, "comment", node->facets[FACET_COMMENT], indent);
    write_text(out, "owner", node->facets[FACET_OWNER], indent);
    write_labels(arena, out, node, indent);
}
