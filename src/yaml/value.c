#include "yaml/loader.h"

#include "sql/format.h"
#include "sql/split.h"
#include "yaml/leaf.h"
#include "yaml/names.h"
#include "yaml/shape.h"
#include <string.h>

bool
loader_has_column(const Node *table, const char *name, void *data)
{
    Loader *loader = data;
    for (; table != NULL; table = g_hash_table_lookup(loader->partition_parents, table))
        for (const Node *child = table->first_child; child != NULL; child = child->next)
            if (kind_is_column(child->kind) && g_strcmp0(child->name, name) == 0)
                return true;
    return false;
}

bool
loader_is_column(const char *text, void *data)
{
    LoaderTable *where = data;
    return loader_has_column(where->table, text, where->loader);
}

static const char *
expected(Loader *loader, const DocNode *value, const char *what)
{
    if (!value->broken)
        problems_add(loader->problems, value->place, "expected %s, not %s", what, doc_type_name(value));
    return NULL;
}

const char *
value_text(Loader *loader, const DocNode *value)
{
    if (value->type != DOC_TEXT || value->missing || value->broken)
        return expected(loader, value, "a text");
    return value->text;
}

bool
value_bool(Loader *loader, const DocNode *value)
{
    const char *text = value_text(loader, value);
    if (text != NULL && strcmp(text, "true") != 0 && strcmp(text, "false") != 0) {
        problems_add(loader->problems, value->place, "\"%s\" is neither true nor false", text);
        return false;
    }
    return text != NULL && text[0] == 't';
}

static const char *
read_name(Loader *loader, const DocNode *value)
{
    const char *text = value_text(loader, value), *schema, *name = NULL;
    const char *fault = text == NULL ? NULL : name_parse(loader->arena, text, false, &schema, &name);
    if (fault != NULL)
        problems_add(loader->problems, value->place, "name \"%s\": %s", text, fault);
    return fault == NULL ? name : NULL;
}

static const char *
read_int(Loader *loader, const DocNode *value)
{
    const char *text = value_text(loader, value);
    if (text == NULL)
        return NULL;
    const char *digits = text + (*text == '-' || *text == '+');
    if (*digits == '\0' || digits[strspn(digits, "0123456789")] != '\0') {
        problems_add(loader->problems, value->place, "\"%s\" is not a whole number", text);
        return NULL;
    }
    return *text == '+' ? digits : text;
}

const DocNode *
label_part(const DocNode *item, const char *key)
{
    const DocNode *name = NULL, *found = NULL;
    for (size_t i = 0; item->type == DOC_MAPPING && i < item->n_items; i++) {
        name = strcmp(item->items[i].key->text, "name") == 0 ? item->items[i].value : name;
        found = strcmp(item->items[i].key->text, key) == 0 ? item->items[i].value : found;
    }
    return name != NULL && name->type == DOC_TEXT ? found : NULL;
}

static const char *
label_text(Loader *loader, const DocNode *item)
{
    if (item->type != DOC_MAPPING)
        return value_text(loader, item);
    for (size_t i = 0; i < item->n_items; i++) {
        const char *key = item->items[i].key->text;
        if (strcmp(key, "name") != 0 && strcmp(key, "renamed_from") != 0)
            problems_add(loader->problems, item->items[i].key->place, "unknown key \"%s\" in a label", key);
        else
            value_text(loader, item->items[i].value);
    }
    const DocNode *name = label_part(item, "name");
    return name == NULL ? expected(loader, item, "a text or {name: NEW, renamed_from: OLD}") : name->text;
}

static const char *
read_labels(Loader *loader, const DocNode *value)
{
    if (value->type != DOC_LIST)
        return expected(loader, value, "a list");
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < value->n_items; i++) {
        const DocNode *item = value->items[i].value;
        const char *text = label_text(loader, item);
        if (text == NULL)
            continue;
        if (strlen(text) > SQL_NAME_LONGEST)
            problems_add(loader->problems, item->place, "label \"%s\": longer than 63 bytes", text);
        if (!g_hash_table_add(seen, (char *)(guintptr)text))
            problems_add(loader->problems, item->place, "label \"%s\" is there twice", text);
        sql_append(out, "%s%L", out->len > 0 ? ", " : "", text);
    }
    return arena_strdup(loader->arena, out->str);
}

static const char *
read_map(Loader *loader, const DocNode *value)
{
    if (value->type != DOC_MAPPING)
        return expected(loader, value, "a mapping");
    g_autoptr(GString) out = g_string_new(NULL);
    for (size_t i = 0; i < value->n_items; i++) {
        const char *name = read_name(loader, value->items[i].key);
        const char *leaf = leaf_read(loader->arena, value->items[i].value, LEAF_ONE, loader->problems);
        if (name != NULL && leaf != NULL)
            sql_append(out, "%s%I %s", out->len > 0 ? ", " : "", name, leaf);
    }
    return arena_strdup(loader->arena, out->str);
}

static int
compare_options(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static bool
may_say(Loader *loader, const Attr *attr, const DocNode *key)
{
    if (attr->only == NULL || g_strv_contains(attr->only, key->text))
        return true;
    g_autofree char *list = g_strjoinv(", ", (char **)(guintptr)attr->only);
    problems_add(loader->problems, key->place, "\"%s\" is none of the %s that are declared: %s", key->text, attr->key,
                 list);
    problems_hint(loader->problems, "%s", attr->only_hint);
    return false;
}

/* Those of foreign data in the catalog's order; others stay in the order in which they are set. */
static const char *
read_options(Loader *loader, const Attr *attr, const DocNode *value)
{
    bool foreign = attr->type == VALUE_FOREIGN_OPTIONS;
    if (value->type != DOC_MAPPING)
        return expected(loader, value, "a mapping");
    g_autoptr(GPtrArray) raw = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; i < value->n_items; i++) {
        const char *text = value_text(loader, value->items[i].value);
        if (text != NULL && may_say(loader, attr, value->items[i].key))
            g_ptr_array_add(raw, g_strconcat(value->items[i].key->text, "=", text, NULL));
    }
    if (foreign && (attr->flags & ATTR_KEPT_ORDER) == 0)
        g_ptr_array_sort(raw, compare_options);
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < raw->len; i++) {
        char *key = raw->pdata[i], *equals = strchr(key, '=');
        *equals = '\0';
        sql_append(out, "%s", i > 0 ? ", " : "");
        if (foreign)
            sql_append(out, "%I %L", key, equals + 1);
        else
            option_append(out, key, equals + 1);
    }
    return out->len == 0 ? NULL : arena_strdup(loader->arena, out->str);
}

/* An SQL value: a list is one in parentheses, "(a, b)". */
static const char *
read_sql(Loader *loader, const DocNode *value, const Node *table)
{
    if (value->type != DOC_LIST)
        return leaf_read(loader->arena, value, 0, loader->problems);
    LoaderTable where = {loader, table};
    const char *list =
        leaf_read_list(loader->arena, value, table == NULL ? NULL : loader_is_column, &where, loader->problems);
    return list == NULL ? NULL : arena_printf(loader->arena, "(%s)", list);
}

static const char *
read_names(Loader *loader, const DocNode *value, const Node *table)
{
    if (value->type != DOC_LIST)
        return leaf_read(loader->arena, value, 0, loader->problems);
    LoaderTable where = {loader, table};
    return leaf_read_list(loader->arena, value, table == NULL ? NULL : loader_is_column, &where, loader->problems);
}

const char *
value_read(Loader *loader, const Attr *attr, const DocNode *value, const Node *table)
{
    if (value->broken)
        return NULL;
    switch (attr->type) {
    case VALUE_SQL:
        return read_sql(loader, value, table);
    case VALUE_TEXT:
        return value_text(loader, value);
    case VALUE_NAME:
        return read_name(loader, value);
    case VALUE_BOOL:
        return value_bool(loader, value) ? "true" : NULL;
    case VALUE_INT:
        return read_int(loader, value);
    case VALUE_NAMES:
        return read_names(loader, value, table);
    case VALUE_LABELS:
        return read_labels(loader, value);
    case VALUE_MAP:
        return read_map(loader, value);
    case VALUE_OPTIONS:
    case VALUE_FOREIGN_OPTIONS:
        return read_options(loader, attr, value);
    }
    return NULL;
}
