#include "yaml/loader.h"

#include "model/lineage.h"
#include "sql/format.h"
#include "yaml/clauses.h"
#include "yaml/leaf.h"
#include "yaml/names.h"
#include "yaml/shape.h"
#include <string.h>

static void declare_children(Loader *loader, Node *node, GArray *entries);

/* Adding --------------------------------------------------------------------------------------------------------- */

const char *
loader_title(Loader *loader, const Node *node)
{
    return arena_printf(loader->arena, "%s %s", node->kind->title, node_address(node));
}

bool
loader_add(Loader *loader, Node *parent, Node *node)
{
    Node *taken = NULL;
    if (loader->unmanaged)
        node->flags |= NODE_UNMANAGED;
    if (schema_add(loader->schema, parent, node, &taken))
        return true;
    problems_add(loader->problems, node->place, "%s is already declared at %s:%d:%d", loader_title(loader, taken),
                 taken->place.file, taken->place.line, taken->place.column);
    return false;
}

void
loader_define(Loader *loader, Node *root)
{
    if (root != NULL)
        g_hash_table_add(loader->defined, root);
}

void
loader_suggest(Loader *loader, const char *word, GPtrArray *candidates)
{
    g_ptr_array_add(candidates, NULL);
    const char *near = problem_did_you_mean(word, (const char *const *)candidates->pdata);
    if (near != NULL)
        problems_hint(loader->problems, "did you mean \"%s\"?", near);
}

/* Problems make the node's values unknown, and "needs" would only repeat them. */
static bool
is_wrong(const Loader *loader, GArray *entries, size_t errors_before)
{
    for (guint i = 0; entries != NULL && i < entries->len; i++)
        if (g_array_index(entries, Entry, i).item->value->broken)
            return true;
    return problems_errors(loader->problems) > errors_before;
}

/* Children ------------------------------------------------------------------------------------------------------- */

static const DocNode *
entry_value(GArray *entries, const char *key)
{
    for (guint i = 0; i < entries->len; i++)
        if (strcmp(g_array_index(entries, Entry, i).item->key->text, key) == 0)
            return g_array_index(entries, Entry, i).item->value;
    return NULL;
}

/* The name of a child: the key, "name:", or the convention's. False when it has none and needs one. */
static bool
name_child(Loader *loader, Node *parent, Node *node, const DocNode *key, const DocNode *name)
{
    const char *schema;
    if (key != NULL && name != NULL)
        problems_add(loader->problems, name->place, "it is named \"%s\" by its key already", key->text);
    const DocNode *given = key != NULL ? key : name;
    if (given != NULL && given->type != DOC_TEXT)
        return value_text(loader, given) != NULL;
    if (given != NULL) {
        const char *fault = name_parse(loader->arena, given->text, false, &schema, &node->name);
        return fault == NULL || problems_add(loader->problems, given->place, "name \"%s\": %s", given->text, fault);
    }
    if (node->kind->anonymous)
        return true;
    node->name = naming_name(&loader->naming, parent, node);
    node->flags |= node->name != NULL ? NODE_BY_CONVENTION : 0;
    if (node->kind->naming != NULL || node->name != NULL)
        return true;
    return problems_add(loader->problems, node->place, "%s %s needs a name", kind_article(node->kind),
                        node->kind->title);
}

/* A name by convention may be taken: then two children differ in nothing that the template sees. */
static bool
add_child(Loader *loader, Node *parent, Node *node, bool named)
{
    if (loader_add(loader, parent, node))
        return true;
    if (!named)
        problems_hint(loader->problems, "that name comes from the convention: give one of the two a name of its own");
    return false;
}

/* Does a key of a child's mapping say what the child is? */
static bool
says_what_it_is(const Kind *kind, const char *key)
{
    bool required = false;
    for (size_t i = 0; i < kind->n_attrs; i++)
        required |= (kind->attrs[i].flags & ATTR_REQUIRED) != 0;
    int attr = kind_visible_attr(kind, key);
    return strcmp(key, "definition") == 0 ||
           (attr >= 0 && (required ? (kind->attrs[attr].flags & ATTR_REQUIRED) != 0 : kind_leaf_says(kind, key)));
}

/* A partition or an heir may say something of what comes from above, and then not what that is. */
static bool
is_part(const Node *parent, const Kind *kind, GArray *entries)
{
    if (parent->flags & NODE_PART)
        return true;
    if (entries == NULL || kind->leaf == NULL || parent->parent != NULL || !node_has_lineage(parent))
        return false;
    for (guint i = 0; i < entries->len; i++)
        if (says_what_it_is(kind, g_array_index(entries, Entry, i).item->key->text))
            return false;
    return true;
}

/* The kind of a clause in a column's leaf that is made after its table; NULL: it stays in the leaf. */
static const Kind *
kind_of_clause(const Kind *parent, const Clause *clause)
{
    for (size_t i = 0; kinds_all[i] != NULL; i++)
        if (g_strcmp0(kinds_all[i]->naming, clause->naming) == 0 && kind_has_parent(kinds_all[i], parent) &&
            kinds_all[i]->outlives_drop)
            return kinds_all[i];
    return NULL;
}

/*
 * A reference in a column's leaf is a constraint of the table, as the other spelling says: two tables may refer to each
 * other. Takes them out of the leaf; an array of Node, in no tree yet.
 */
static GArray *
take_constraints(Loader *loader, Node *parent, Node *column)
{
    GArray *taken = g_array_new(FALSE, FALSE, sizeof(Node *));
    g_autoptr(GArray) written = clauses_read(loader->arena, column->leaf);
    const char *named_leaf = naming_column_leaf(&loader->naming, parent, column->name, column->leaf);
    g_autoptr(GArray) named = clauses_read(loader->arena, named_leaf);
    g_autoptr(GString) leaf = g_string_new(named_leaf);
    for (guint i = named->len; i-- > 0;) {
        const Clause *clause = &g_array_index(named, Clause, i);
        const Kind *kind = kind_of_clause(parent->kind, clause);
        if (kind == NULL)
            continue;
        Node *node = node_new(loader->schema, kind, NULL, clause->name, NULL);
        node->place = column->place;
        node->leaf = sql_printf(loader->arena, "(%I) %s", column->name, clause->text);
        if (clause->name != NULL && g_array_index(written, Clause, i).name == NULL)
            node->flags |= NODE_BY_CONVENTION;
        size_t end = clause->end + strspn(leaf->str + clause->end, " ");
        g_string_erase(leaf, (gssize)clause->start, (gssize)(end - clause->start));
        g_array_prepend_val(taken, node);
    }
    column->leaf = arena_strdup(loader->arena, g_strchomp(leaf->str));
    return taken;
}

static void
declare_child(Loader *loader, Node *parent, const Kind *kind, const DocNode *key, const DocNode *value)
{
    if (value->broken)
        return;
    g_autoptr(GArray) entries = NULL;
    size_t errors = problems_errors(loader->problems);
    Node *node = node_new(loader->schema, kind, NULL, NULL, NULL);
    node->place = key != NULL ? key->place : value->place;
    node->parent = parent; /* its values may name columns of the parent's */
    if (value->type == DOC_MAPPING)
        entries = entries_gather(loader, kind, value);
    if (is_part(parent, kind, entries))
        node->flags |= NODE_DERIVED | NODE_PART;
    if (entries != NULL)
        values_declare(loader, node, entries);
    else
        values_declare_short(loader, node, parent, value);
    if (!(node->flags & NODE_PART) && !is_wrong(loader, entries, errors))
        values_require(loader, node, node->place);
    const DocNode *name = entries == NULL ? NULL : entry_value(entries, "name");
    if (!name_child(loader, parent, node, key, name))
        return;
    g_autoptr(GArray) constraints = NULL;
    if (kind_is_column(kind) && node->leaf != NULL)
        constraints = take_constraints(loader, parent, node);
    if (!add_child(loader, parent, node, key != NULL || name != NULL))
        return;
    for (guint i = 0; constraints != NULL && i < constraints->len; i++)
        loader_add(loader, parent, g_array_index(constraints, Node *, i));
    if (kind->complete != NULL)
        kind->complete(node, loader->arena);
    if (entries != NULL)
        declare_children(loader, node, entries);
}

static void
declare_child_plural(Loader *loader, Node *parent, const Kind *kind, const DocNode *value)
{
    if (value->broken)
        return;
    if (kind->shape == SHAPE_SINGLE || kind->shape == SHAPE_INLINE) {
        declare_child(loader, parent, kind, NULL, value);
        return;
    }
    if (value->type == DOC_TEXT) {
        problems_add(loader->problems, value->place, "\"%s\" is %s, not %s", kind->plural,
                     kind->shape == SHAPE_LIST ? "a list, or a mapping with names" : "a mapping of names",
                     doc_type_name(value));
        return;
    }
    for (size_t i = 0; i < value->n_items; i++)
        declare_child(loader, parent, kind, value->items[i].key, value->items[i].value);
}

/* Roots ---------------------------------------------------------------------------------------------------------- */

static Node *declare_root(Loader *loader, const Kind *kind, const DocItem *item, Node *partitioned);

static void
declare_partitions(Loader *loader, Node *node, const DocNode *value)
{
    if (value->type == DOC_TEXT && strcmp(value->text, "unmanaged") == 0) {
        node_set(node, "partitions_unmanaged", "true");
        return;
    }
    if (value->type != DOC_MAPPING) {
        problems_add(loader->problems, value->place, "\"partitions\" is a mapping of names, or unmanaged, not %s",
                     doc_type_name(value));
        return;
    }
    for (size_t i = 0; i < value->n_items; i++)
        declare_root(loader, kind_of_partition(node->kind, value->items[i].value), &value->items[i], node);
}

static void
declare_children(Loader *loader, Node *node, GArray *entries)
{
    for (guint i = 0; i < entries->len; i++) {
        const Entry *entry = &g_array_index(entries, Entry, i);
        const char *key = entry->item->key->text;
        if (entry->stage == 0)
            continue;
        const Kind *child = kind_find_plural(node->kind, key);
        if (child != NULL)
            declare_child_plural(loader, node, child, entry->item->value);
        else if (strcmp(key, "partitions") == 0 && kind_attr(node->kind, "partition_by") >= 0)
            declare_partitions(loader, node, entry->item->value);
        else if (strcmp(key, "privileges") == 0)
            privileges_declare(loader, node, entry->item->value);
    }
}

static const char *
split_key(Loader *loader, const Kind *kind, const char *key, const char **before, const char **signature)
{
    if (!kind->has_signature)
        return NULL;
    if (kind->signature_word != NULL)
        return name_split_word(loader->arena, key, kind->signature_word, before, signature);
    return name_split_signature(loader->arena, key, before, signature);
}

/* A node with the key's name, schema and signature, in no tree yet. NULL: the key is wrong. */
static Node *
root_from_key(Loader *loader, const Kind *kind, const DocNode *key, const Node *partitioned)
{
    const char *schema = NULL, *name = NULL, *before = key->text, *arguments = NULL;
    const char *fault = split_key(loader, kind, key->text, &before, &arguments);
    if (fault == NULL && kind->raw_name && !kind->in_schema)
        name = loader_signature(loader, before, loader->path_schema);
    else if (fault == NULL)
        fault = name_parse(loader->arena, before, kind->in_schema, &schema, &name);
    if (fault != NULL) {
        problems_add(loader->problems, key->place, "name \"%s\": %s", key->text, fault);
        return NULL;
    }
    if (kind->in_schema && schema == NULL)
        schema = partitioned != NULL ? partitioned->schema : loader->path_schema;
    const char *path = schema == NULL ? loader->path_schema : schema;
    const char *signature = arguments == NULL ? NULL : loader_signature(loader, arguments, path);
    Node *node = node_new(loader->schema, kind, schema, name, signature);
    node->place = key->place;
    node->path_schema = loader->path_schema;
    return node;
}

/* What a raw SQL file creates and a key speaks of; NULL: none, or more than one. */
static Node *
find_defined(Loader *loader, const Node *like)
{
    Node *found = NULL;
    for (guint i = 0; i < loader->schema->roots->len; i++) {
        Node *root = loader->schema->roots->pdata[i];
        bool same = g_hash_table_contains(loader->defined, root) &&
                    strcmp(root->kind->plural, like->kind->plural) == 0 && strcmp(root->name, like->name) == 0 &&
                    g_strcmp0(root->schema, like->schema) == 0;
        if (!same || (like->signature != NULL && strcmp(root->signature, like->signature) != 0))
            continue;
        if (found != NULL)
            return NULL;
        found = root;
    }
    return found;
}

/* As a key of the file at hand would spell it. */
static char *
defined_name(Loader *loader, const Node *node)
{
    bool here = g_strcmp0(node->schema, loader->path_schema) == 0;
    g_autofree char *name = name_format(here ? NULL : node->schema, node->name, true);
    return node->signature == NULL ? arena_strdup(loader->arena, name)
                                   : arena_printf(loader->arena, "%s(%s)", name, node->signature);
}

static void
unknown_definition(Loader *loader, const Node *like, const DocNode *key)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (guint i = 0; i < loader->schema->roots->len; i++) {
        const Node *root = loader->schema->roots->pdata[i];
        if (!g_hash_table_contains(loader->defined, root) || root->kind != like->kind)
            continue;
        g_ptr_array_add(names, defined_name(loader, root));
    }
    problems_add(loader->problems, key->place, "no file under %s/ defines %s \"%s\"", like->kind->folder,
                 like->kind->title, key->text);
    loader_suggest(loader, defined_name(loader, like), names);
}

/* Facets, extras and children of what a raw SQL file defines. */
static Node *
declare_on_defined(Loader *loader, Node *like, const DocItem *item, GArray *entries)
{
    Node *node = find_defined(loader, like);
    if (node == NULL) {
        unknown_definition(loader, like, item->key);
        return NULL;
    }
    values_declare(loader, node, entries);
    declare_children(loader, node, entries);
    return node;
}

/* Does the mapping speak of what a raw SQL file creates, and not say itself what the object is? */
static bool
is_on_defined(Loader *loader, const Node *like, GArray *entries)
{
    const Kind *kind = like->kind;
    if (kind->folder == NULL)
        return false;
    if (kind_is_text(kind))
        return kind->leaf == NULL || entry_value(entries, "definition") == NULL;
    for (guint i = 0; i < entries->len; i++) {
        const char *key = g_array_index(entries, Entry, i).item->key->text;
        if (g_strcmp0(key, kind->variant) == 0 || says_what_it_is(kind, key))
            return false;
    }
    return find_defined(loader, like) != NULL;
}

static void
set_partition(Loader *loader, Node *node, Node *partitioned)
{
    g_autoptr(GString) parent = g_string_new(NULL);
    if (partitioned->schema != NULL)
        sql_append(parent, "%I.", partitioned->schema);
    sql_append(parent, "%I", partitioned->name);
    node_set(node, "partition_of", arena_strdup(loader->arena, parent->str));
    g_hash_table_insert(loader->partition_parents, node, partitioned);
}

static void
check_bound(Loader *loader, const Node *node, Place place)
{
    if (kind_attr(node->kind, "partition_of") < 0)
        return;
    bool is_partition = node_value(node, "partition_of") != NULL;
    if (is_partition && node_value(node, "bound") == NULL)
        problems_add(loader->problems, place, "a partition needs \"bound\"");
    if (!is_partition && node_value(node, "bound") != NULL)
        problems_add(loader->problems, place,
                     "a bound is for partitions: declare it under \"partitions\" of its parent");
}

static Node *
declare_root(Loader *loader, const Kind *kind, const DocItem *item, Node *partitioned)
{
    Node *node = root_from_key(loader, kind, item->key, partitioned);
    if (node == NULL || item->value->broken)
        return NULL;
    size_t errors = problems_errors(loader->problems);
    if (partitioned != NULL)
        set_partition(loader, node, partitioned);
    g_autoptr(GArray) entries = NULL;
    const DocNode *short_form = item->value;
    if (item->value->type == DOC_MAPPING) {
        entries = entries_gather(loader, kind, item->value);
        short_form = kind->variant == NULL ? NULL : doc_get(item->value, kind->variant);
    } else if (item->value->missing) {
        short_form = NULL;
    }
    if (entries != NULL && is_on_defined(loader, node, entries))
        return declare_on_defined(loader, node, item, entries);
    if (short_form != NULL)
        values_declare_short(loader, node, NULL, short_form);
    if (entries != NULL)
        values_declare(loader, node, entries);
    if (!is_wrong(loader, entries, errors)) {
        values_require(loader, node, node->place);
        check_bound(loader, node, node->place);
    }
    if (kind->complete != NULL)
        kind->complete(node, loader->arena);
    if (!loader_add(loader, NULL, node))
        return NULL;
    if (entries != NULL)
        declare_children(loader, node, entries);
    return node;
}

Node *
declare_object(Loader *loader, const Kind *kind, const DocItem *item)
{
    return declare_root(loader, kind, item, NULL);
}

/* The kind of what a raw SQL file creates under that name; NULL: there is none. */
static const Kind *
defined_kind(Loader *loader, const Kind *like, const DocItem *item)
{
    const Node *node =
        like == NULL || item->value->type != DOC_MAPPING ? NULL : root_from_key(loader, like, item->key, NULL);
    const Node *found = node == NULL ? NULL : find_defined(loader, node);
    return found == NULL ? NULL : found->kind;
}

/* Kinds that share a plural are told apart by a key of the mapping, {enum: [...]}, or by the file that creates it. */
static const Kind *
pick_variant(Loader *loader, const char *plural, const DocItem *item)
{
    g_autoptr(GPtrArray) variants = g_ptr_array_new();
    const Kind *like = NULL;
    for (size_t i = 0; kinds_all[i] != NULL; i++) {
        const Kind *kind = kinds_all[i];
        if (kind->parents != NULL || g_strcmp0(kind->plural, plural) != 0)
            continue;
        if (kind->variant == NULL || doc_get(item->value, kind->variant) != NULL)
            return kind;
        g_ptr_array_add(variants, (char *)(guintptr)kind->variant);
        like = kind->folder == NULL ? like : kind;
    }
    if (item->value->broken)
        return NULL;
    const Kind *defined = defined_kind(loader, like, item);
    if (defined != NULL)
        return defined;
    g_ptr_array_add(variants, NULL);
    g_autofree char *list = g_strjoinv(", ", (char **)variants->pdata);
    problems_add(loader->problems, item->key->place, "\"%s\" does not say which of these it is: %s", item->key->text,
                 list);
    return NULL;
}

void
declare_plural(Loader *loader, const DocNode *key, const DocNode *value)
{
    if (value->broken || value->missing)
        return;
    if (value->type != DOC_MAPPING) {
        problems_add(loader->problems, value->place, "\"%s\" is a mapping of names, not %s", key->text,
                     doc_type_name(value));
        return;
    }
    for (size_t i = 0; i < value->n_items; i++) {
        const Kind *kind = pick_variant(loader, key->text, &value->items[i]);
        if (kind != NULL)
            declare_root(loader, kind, &value->items[i], NULL);
    }
}
