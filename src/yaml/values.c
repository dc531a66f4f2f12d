#include "yaml/loader.h"

#include "model/labels.h"
#include "model/lineage.h"
#include "model/quarantine.h"
#include "yaml/leaf.h"
#include "yaml/names.h"
#include "yaml/shape.h"
#include <string.h>

typedef struct {
    Loader *loader;
    Node *node;
    const Node *table; /* whose columns lists may name */
    GArray *entries;
    bool has_definition;
} Values;

/* Facets and extras ---------------------------------------------------------------------------------------------- */

static void
declare_comment(Values *values, const DocNode *value)
{
    Node *node = values->node;
    if (node->kind->identify == NULL)
        problems_add(values->loader->problems, value->place, "%s %s has no comment", kind_article(node->kind),
                     node->kind->title);
    else
        node->facets[FACET_COMMENT] = value_text(values->loader, value);
}

static void
declare_owner(Values *values, const DocNode *value)
{
    Node *node = values->node;
    if (node->kind->owner == NULL)
        problems_add(values->loader->problems, value->place, "%s %s has no owner of its own", kind_article(node->kind),
                     node->kind->title);
    else
        node->facets[FACET_OWNER] = value_text(values->loader, value);
}

static void
declare_label(Values *values, const DocItem *item)
{
    Loader *loader = values->loader;
    const char *schema, *provider;
    const char *fault = name_parse(loader->arena, item->key->text, false, &schema, &provider);
    if (fault != NULL) {
        problems_add(loader->problems, item->key->place, "name \"%s\": %s", item->key->text, fault);
        return;
    }
    const char *label = value_text(loader, item->value);
    if (label == NULL)
        return;
    const char **labels = &values->node->facets[FACET_LABELS];
    const char *more = labels_add(loader->arena, *labels, provider, label);
    if (more == NULL)
        problems_add(loader->problems, item->key->place, "two labels of provider \"%s\"", provider);
    else
        *labels = more;
}

static void
declare_labels(Values *values, const DocNode *value)
{
    Loader *loader = values->loader;
    const Kind *kind = values->node->kind;
    if (!labels_possible(kind))
        problems_add(loader->problems, value->place, "%s %s has no security labels", kind_article(kind), kind->title);
    else if (value->type != DOC_MAPPING)
        problems_add(loader->problems, value->place, "security_labels is a mapping of providers to labels, not %s",
                     doc_type_name(value));
    for (size_t i = 0; labels_possible(kind) && value->type == DOC_MAPPING && i < value->n_items; i++)
        declare_label(values, &value->items[i]);
}

static Extras *
extras_of(Loader *loader, Node *node)
{
    if (node->extras == NULL)
        node->extras = arena_new_one(loader->arena, Extras);
    return (Extras *)(guintptr)node->extras;
}

void
values_renamed_from(Loader *loader, Node *node, const char *text, Place place)
{
    const char *schema = NULL, *name = NULL;
    const char *fault = node->kind->rename == NULL
                            ? "nothing of its kind can be renamed"
                            : name_parse(loader->arena, text, node->kind->in_schema, &schema, &name);
    if (fault != NULL) {
        problems_add(loader->problems, place, "renamed_from \"%s\": %s", text, fault);
        return;
    }
    extras_of(loader, node)->renamed_from = name;
    extras_of(loader, node)->renamed_schema = schema;
}

void
values_quarantine(Loader *loader, Node *node, const char *reason, Place place)
{
    if (!quarantine_can_hold(node->kind))
        problems_add(loader->problems, place,
                     "quarantine is for what holds data or is called: %s %s cannot be taken "
                     "out of reach",
                     kind_article(node->kind), node->kind->title);
    else
        extras_of(loader, node)->quarantine = reason;
}

void
values_keep_prior(Loader *loader, Node *node)
{
    extras_of(loader, node)->keep_prior = true;
}

static void
declare_renamed_from(Values *values, const DocNode *value)
{
    const char *text = value_text(values->loader, value);
    if (text != NULL)
        values_renamed_from(values->loader, values->node, text, value->place);
}

/* Labels that are mappings say what they were: {name: mid, renamed_from: medium}. */
static void
declare_renamed_labels(Values *values, const Attr *attr, const DocNode *value)
{
    if (attr->type != VALUE_LABELS || value->type != DOC_LIST)
        return;
    const char **pairs = arena_new_array(values->loader->arena, const char *, 2 * value->n_items + 1);
    size_t n = 0;
    for (size_t i = 0; i < value->n_items; i++) {
        const DocNode *was = label_part(value->items[i].value, "renamed_from");
        if (was == NULL || was->type != DOC_TEXT)
            continue;
        pairs[n++] = label_part(value->items[i].value, "name")->text;
        pairs[n++] = was->text;
    }
    if (n > 0)
        extras_of(values->loader, values->node)->renamed_labels = pairs;
}

static void
declare_deprecated(Values *values, const DocNode *value)
{
    extras_of(values->loader, values->node)->deprecated = value_text(values->loader, value);
}

static void
declare_quarantine(Values *values, const DocNode *value)
{
    values_quarantine(values->loader, values->node, value_text(values->loader, value), value->place);
}

static void
declare_keep_prior(Values *values, const DocNode *value)
{
    if (values->node->kind->space != SPACE_ROUTINE)
        problems_add(values->loader->problems, value->place, "keep_prior is for routines: %s %s has no body",
                     kind_article(values->node->kind), values->node->kind->title);
    extras_of(values->loader, values->node)->keep_prior = value_bool(values->loader, value);
}

static void
declare_backfill(Values *values, const DocNode *value)
{
    extras_of(values->loader, values->node)->backfill =
        leaf_read(values->loader->arena, value, LEAF_ONE, values->loader->problems);
}

static void
declare_backfill_down(Values *values, const DocNode *value)
{
    Loader *loader = values->loader;
    if (value->type != DOC_MAPPING) {
        problems_add(loader->problems, value->place, "backfill_down is a mapping of old columns to SQL, not %s",
                     doc_type_name(value));
        return;
    }
    const char **pairs = arena_new_array(loader->arena, const char *, 2 * value->n_items + 1);
    size_t n = 0;
    for (size_t i = 0; i < value->n_items; i++) {
        const char *sql = leaf_read(loader->arena, value->items[i].value, LEAF_ONE, loader->problems);
        const DocNode *key = value->items[i].key;
        const char *schema, *name;
        const char *fault = name_parse(loader->arena, key->text, false, &schema, &name);
        if (fault != NULL)
            problems_add(loader->problems, key->place, "name \"%s\": %s", key->text, fault);
        if (sql == NULL || fault != NULL)
            continue;
        pairs[n++] = name;
        pairs[n++] = sql;
    }
    extras_of(values->loader, values->node)->backfill_down = pairs;
}

static const struct {
    const char *key;
    void (*declare)(Values *values, const DocNode *value);
} COMMON[] = {
    {"comment", declare_comment},           {"owner", declare_owner},
    {"renamed_from", declare_renamed_from}, {"deprecated", declare_deprecated},
    {"backfill", declare_backfill},         {"backfill_down", declare_backfill_down},
    {"keep_prior", declare_keep_prior},     {"security_labels", declare_labels},
    {"quarantine", declare_quarantine},
};

/* Attributes ----------------------------------------------------------------------------------------------------- */

static bool
is_one_definition(const Kind *kind)
{
    return kind->inlined != NULL || kind->shape == SHAPE_INLINE || kind->space == SPACE_CONSTRAINT;
}

static void
add_place(Values *values, int attr, int item, const DocNode *value, const char *text)
{
    const LeafPlace place = {value->document->file,  value->start, text, values->node, attr, item,
                             value->type == DOC_LIST};
    if (text != NULL)
        g_array_append_val(values->loader->schema->leaves, place);
}

static void
declare_definition(Values *values, const DocNode *value)
{
    Loader *loader = values->loader;
    Node *node = values->node;
    if (value->type != DOC_LIST) {
        unsigned rules = is_one_definition(node->kind) ? LEAF_ONE : 0;
        node->leaf = leaf_read(loader->arena, value, rules, loader->problems);
    } else {
        LoaderTable where = {loader, values->table};
        const char *list = leaf_read_list(loader->arena, value, loader_is_column, &where, loader->problems);
        node->leaf = list == NULL ? NULL : arena_printf(loader->arena, "(%s)", list);
    }
    add_place(values, -1, 0, value, node->leaf);
}

/* An attribute's value, and where its SQL stands. */
static void
read_value(Values *values, int index, const DocNode *value)
{
    Node *node = values->node;
    const Attr *attr = &node->kind->attrs[index];
    node->values[index] = value_read(values->loader, attr, value, values->table);
    if (attr->type == VALUE_SQL)
        add_place(values, index, 0, value, node->values[index]);
    for (size_t i = 0; attr->type == VALUE_MAP && value->type == DOC_MAPPING && i < value->n_items; i++)
        add_place(values, index, (int)i, value->items[i].value, value->items[i].value->text);
}

static bool
is_there_on(const Loader *loader, const Attr *attr, const DocNode *key)
{
    int major = loader->schema->major;
    if (major == 0 || ((attr->since == 0 || major >= attr->since) && (attr->until == 0 || major <= attr->until)))
        return true;
    if (attr->since > major)
        return problems_add(loader->problems, key->place, "\"%s\" needs PostgreSQL %d: the server is %d", attr->key,
                            attr->since, major);
    return problems_add(loader->problems, key->place, "\"%s\" is gone since PostgreSQL %d", attr->key, attr->until + 1);
}

static bool
says(const Values *values, const char *key)
{
    for (guint i = 0; values->entries != NULL && i < values->entries->len; i++)
        if (strcmp(g_array_index(values->entries, Entry, i).item->key->text, key) == 0)
            return true;
    return false;
}

/* Is it what the definition beside it says already? */
static bool
is_said_twice(const Values *values, const Attr *attr)
{
    return values->has_definition && kind_leaf_says(values->node->kind, attr->key) &&
           (attr->beside == NULL || !says(values, attr->beside));
}

/* "not_null: false" of an heir's own column: not even though the table above has it. */
static bool
declares_lack(Values *values, const Attr *attr, const DocNode *value)
{
    const Node *node = values->node;
    return !(node->flags & NODE_PART) && node->parent != NULL && node_has_lineage(node->parent) &&
           attr_may_be_lacked(attr) && g_strcmp0(value->text, "false") == 0;
}

static void
declare_attribute(Values *values, int index, const DocNode *key, const DocNode *value)
{
    Node *node = values->node;
    const Attr *attr = &node->kind->attrs[index];
    if (g_hash_table_contains(values->loader->defined, node)) {
        problems_add(values->loader->problems, key->place, "%s is defined by %s:%d: say \"%s\" there",
                     loader_title(values->loader, node), node->place.file, node->place.line, key->text);
        return;
    }
    if (declares_lack(values, attr, value)) {
        node->flags |= NODE_LACKS;
        return;
    }
    if (is_said_twice(values, attr)) {
        problems_add(values->loader->problems, key->place, "\"%s\" is part of \"definition\" already", key->text);
        return;
    }
    if (is_there_on(values->loader, attr, key))
        read_value(values, index, value);
    if ((node->flags & NODE_PART) && attr->none != NULL && attr->type == VALUE_BOOL && node->values[index] == NULL)
        node->values[index] = "false"; /* where the table above has it */
    declare_renamed_labels(values, attr, value);
}

static bool
declare_common(Values *values, const DocItem *item)
{
    for (size_t i = 0; i < G_N_ELEMENTS(COMMON); i++)
        if (strcmp(item->key->text, COMMON[i].key) == 0) {
            COMMON[i].declare(values, item->value);
            return true;
        }
    return false;
}

static bool
is_partitioning(const Kind *kind)
{
    return kind_attr(kind, "partition_by") >= 0;
}

static void
unknown_key(Values *values, const DocNode *key)
{
    const Kind *kind = values->node->kind;
    g_autoptr(GPtrArray) known = g_ptr_array_new();
    for (size_t i = 0; i < kind->n_attrs; i++)
        if ((kind->attrs[i].flags & ATTR_HIDDEN) == 0)
            g_ptr_array_add(known, (char *)(guintptr)kind->attrs[i].key);
    for (size_t i = 0; i < G_N_ELEMENTS(COMMON); i++)
        g_ptr_array_add(known, (char *)(guintptr)COMMON[i].key);
    for (size_t i = 0; kinds_all[i] != NULL; i++)
        if (kind_has_parent(kinds_all[i], kind))
            g_ptr_array_add(known, (char *)(guintptr)kinds_all[i]->plural);
    static const char *const REST[] = {"include", "name", "privileges", "definition", "partitions"};
    for (size_t i = 0; i < G_N_ELEMENTS(REST); i++)
        g_ptr_array_add(known, (char *)(guintptr)REST[i]);
    problems_add(values->loader->problems, key->place, "unknown key \"%s\" in %s %s", key->text, kind_article(kind),
                 kind->title);
    loader_suggest(values->loader, key->text, known);
}

/* Keys that others see to. */
static bool
is_for_later(Values *values, const DocItem *item)
{
    const Kind *kind = values->node->kind;
    const char *key = item->key->text;
    const Kind *child = kind_find_plural(kind, key);
    if (child != NULL) {
        g_autofree char *token = g_strconcat("child.", child->name, NULL);
        if (values->has_definition && kind_leaf_says(kind, token))
            problems_add(values->loader->problems, item->key->place, "\"%s\" is part of \"definition\" already", key);
        return true;
    }
    if (strcmp(key, "partitions") == 0)
        return is_partitioning(kind);
    return strcmp(key, "privileges") == 0 || (kind->parents != NULL && strcmp(key, "name") == 0) ||
           (kind->variant != NULL && strcmp(key, kind->variant) == 0);
}

void
values_declare(Loader *loader, Node *node, GArray *entries)
{
    Values values = {loader, node, node->parent, entries, false};
    values.has_definition = node->kind->leaf != NULL && says(&values, "definition");
    for (guint i = 0; i < entries->len; i++) {
        const DocItem *item = g_array_index(entries, Entry, i).item;
        int index = kind_visible_attr(node->kind, item->key->text);
        if (strcmp(item->key->text, "definition") == 0 && node->kind->leaf != NULL && node->text == NULL)
            declare_definition(&values, item->value);
        else if (index >= 0)
            declare_attribute(&values, index, item->key, item->value);
        else if (!is_for_later(&values, item) && !declare_common(&values, item))
            unknown_key(&values, item->key);
    }
}

void
values_declare_short(Loader *loader, Node *node, const Node *table, const DocNode *value)
{
    Values values = {loader, node, table, NULL, false};
    const Kind *kind = node->kind;
    for (size_t i = 0; i < kind->n_attrs; i++)
        if (kind->attrs[i].flags & ATTR_SCALAR) {
            read_value(&values, (int)i, value);
            declare_renamed_labels(&values, &kind->attrs[i], value);
            return;
        }
    if (kind->leaf != NULL)
        declare_definition(&values, value);
    else if (!value->broken)
        problems_add(loader->problems, value->place, "%s %s is a mapping, not %s", kind_article(kind), kind->title,
                     doc_type_name(value));
}

static bool
parent_gives(const Node *node, const Attr *attr)
{
    int index = attr->unless == NULL || node->parent == NULL ? -1 : kind_attr(node->parent->kind, attr->unless);
    return index >= 0 && node->parent->values[index] != NULL;
}

void
values_require(Loader *loader, const Node *node, Place place)
{
    for (size_t i = 0; i < node->kind->n_attrs && node->leaf == NULL && node->text == NULL; i++)
        if ((node->kind->attrs[i].flags & ATTR_REQUIRED) && node->values[i] == NULL &&
            !parent_gives(node, &node->kind->attrs[i])) {
            problems_add(loader->problems, place, "%s %s needs \"%s\"", kind_article(node->kind), node->kind->title,
                         node->kind->attrs[i].key);
            return;
        }
}
