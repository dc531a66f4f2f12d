#include "yaml/write.h"

#include "model/emit.h"
#include "model/labels.h"
#include "model/lineage.h"
#include "model/privileges.h"
#include "model/template.h"
#include "sql/format.h"
#include "sql/lex.h"
#include "sql/split.h"
#include "yaml/names.h"
#include "yaml/scalar.h"
#include "yaml/shape.h"
#include <string.h>

enum { STEP = 2 };

typedef struct {
    const Schema *schema;
    const char *default_schema;
    Arena *arena;
    GPtrArray *files;
    GHashTable *by_path;
    GHashTable *parts; /* derived node -> its heir_part(), may be NULL */
} Writer;

static bool
is_written(const Node *node)
{
    return (node->flags & (NODE_DERIVED | NODE_UNMANAGED)) == 0 && !node_is_silent(node);
}

/* Privileges on a column stand with its table. */
static bool
says_privileges_alone(const Node *part)
{
    bool alone = part->kind->grants_column && part->facets[FACET_COMMENT] == NULL &&
                 part->facets[FACET_LABELS] == NULL && part->first_child == NULL;
    for (size_t i = 0; i < part->kind->n_attrs; i++)
        alone &= part->values[i] == NULL;
    return alone;
}

/* What is written of a child: itself, or of one that comes from above what is its own; NULL: nothing. */
static const Node *
written(Writer *writer, const Node *child)
{
    const bool own = is_written(child);
    if ((child->flags & NODE_PART) || (own && child->parent == NULL))
        return child;
    if (!own && (child->flags & (NODE_DERIVED | NODE_UNMANAGED)) != NODE_DERIVED)
        return NULL;
    const Node *part = g_hash_table_lookup(writer->parts, child);
    if (part == NULL && !g_hash_table_contains(writer->parts, child)) {
        part = own ? heir_own(writer->arena, writer->schema, child) : heir_part(writer->arena, writer->schema, child);
        if (!own && part != NULL && says_privileges_alone(part))
            part = NULL;
        g_hash_table_insert(writer->parts, (gpointer)(guintptr)child, (gpointer)(guintptr)part);
    }
    return part;
}

/* Files ------------------------------------------------------------------------------------------------------------ */

static void
free_file(void *data)
{
    WrittenFile *file = data;
    g_free(file->path);
    g_string_free(file->text, TRUE);
    g_free(file);
}

/* A name as a file's: what is not plain in a path becomes "_", and a hash keeps such names apart. */
static char *
file_name(Writer *writer, const char *name)
{
    static const char PLAIN[] = "abcdefghijklmnopqrstuvwxyz0123456789_-";
    if (name[strspn(name, PLAIN)] == '\0' && name[0] != '-')
        return arena_strdup(writer->arena, name);
    g_autofree char *hash = g_compute_checksum_for_string(G_CHECKSUM_SHA256, name, -1);
    g_autofree char *safe = g_strdup(name);
    g_strcanon(safe, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_", '_');
    return arena_printf(writer->arena, "%s-%.6s", safe, hash);
}

static WrittenFile *
file_get(Writer *writer, const char *path)
{
    WrittenFile *file = g_hash_table_lookup(writer->by_path, path);
    if (file != NULL)
        return file;
    file = g_new0(WrittenFile, 1);
    file->path = g_strdup(path);
    file->text = g_string_new(NULL);
    g_ptr_array_add(writer->files, file);
    g_hash_table_insert(writer->by_path, file->path, file);
    return file;
}

static bool
is_default(const Writer *writer, const char *schema)
{
    return schema == NULL || strcmp(schema, writer->default_schema) == 0;
}

/* "schema/reporting/daily.yaml" for a table, "schema/reporting/types.yaml" for others. */
static GString *
yaml_file(Writer *writer, const Node *root, bool own_file)
{
    const char *name = own_file ? file_name(writer, root->name) : root->kind->plural;
    if (own_file && kind_find_plural(NULL, name) != NULL)
        name = arena_printf(writer->arena, "%s_%s", name, root->kind->name);
    const char *folder = is_default(writer, root->schema)
                             ? "schema"
                             : arena_printf(writer->arena, "schema/%s", file_name(writer, root->schema));
    GString *out = file_get(writer, arena_printf(writer->arena, "%s/%s.yaml", folder, name))->text;
    if (out->len == 0 && root->schema != NULL) {
        g_string_append(out, "schema: ");
        scalar_append(out, root->schema, 0, false);
        g_string_append(out, "\n\n");
    }
    g_autofree char *heading = g_strdup_printf("\n%s:\n", root->kind->plural);
    if (strstr(out->str, heading) == NULL && !g_str_has_prefix(out->str, heading + 1))
        g_string_append(out, heading + 1);
    return out;
}

/* Values ----------------------------------------------------------------------------------------------------------- */

static void
append_key(GString *out, int indent, const char *key)
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
append_list(Writer *writer, GString *out, const char *sql, char *(*read)(const char *sql))
{
    const char *comma = "";
    g_string_append_c(out, '[');
    for (char **item = split_list(writer->arena, sql); *item != NULL; item++) {
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

static void
append_leaf(Writer *writer, GString *out, const Node *node, int indent)
{
    g_autofree char *leaf = node_leaf(node);
    if (leaf_is_names(writer->arena, node, leaf))
        append_list(writer, out, strip_parentheses(writer->arena, leaf), plain_item);
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
append_mapping(Writer *writer, GString *out, const char *sql, int indent, ValueType type)
{
    for (char **item = split_list(writer->arena, sql); *item != NULL; item++) {
        g_autofree char *key = NULL, *text = NULL;
        read_item(*item, type, &key, &text);
        g_string_append_c(out, '\n');
        append_key(out, indent + STEP, key);
        scalar_append(out, text == NULL ? "" : text, indent + STEP, type == VALUE_MAP);
    }
}

static void
append_value(Writer *writer, GString *out, const Attr *attr, const char *value, int indent)
{
    switch (attr->type) {
    case VALUE_NAMES:
        append_list(writer, out, value, plain_item);
        break;
    case VALUE_LABELS:
        append_list(writer, out, value, label_item);
        break;
    case VALUE_MAP:
    case VALUE_OPTIONS:
    case VALUE_FOREIGN_OPTIONS:
        g_string_truncate(out, out->len - 1); /* no space before the line's end */
        append_mapping(writer, out, value, indent, attr->type);
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

/* Nodes ------------------------------------------------------------------------------------------------------------ */

static void write_children(Writer *writer, GString *out, const Node *node, int indent, bool like_attributes);
static void write_partitions(Writer *writer, GString *out, const Node *node, int indent);

/* Says a few attributes, and no leaf. */
static bool
is_part(const Node *node)
{
    return (node->flags & NODE_PART) && !node->kind->anonymous;
}

/* Attributes that stand beside the leaf. */
static bool
is_beside_leaf(const Node *node, size_t index)
{
    const Attr *attr = &node->kind->attrs[index];
    return node->values[index] != NULL && (attr->flags & ATTR_HIDDEN) == 0 &&
           (is_part(node) || !node_leaf_says(node, index)) &&
           !(node->kind->variant != NULL && (attr->flags & ATTR_SCALAR));
}

static bool
is_part_of_leaf(const Node *child)
{
    g_autofree char *token = g_strconcat("child.", child->kind->name, NULL);
    return !is_part(child->parent) && kind_leaf_says(child->parent->kind, token);
}

static bool
has_written_children(Writer *writer, const Node *node)
{
    for (const Node *child = node->first_child; child != NULL; child = child->next)
        if (written(writer, child) != NULL && !is_part_of_leaf(child))
            return true;
    return false;
}

static bool
is_partition_of(const Node *root, const Node *parent)
{
    int attr = kind_attr(root->kind, "partition_of");
    if (attr < 0 || root->values[attr] == NULL || kind_attr(parent->kind, "partition_by") < 0)
        return false;
    g_autoptr(GString) name = g_string_new(NULL);
    node_append_name(name, parent);
    return strcmp(root->values[attr], name->str) == 0;
}

static bool
has_partitions(Writer *writer, const Node *node)
{
    for (guint i = 0; kind_attr(node->kind, "partition_by") >= 0 && i < writer->schema->roots->len; i++)
        if (is_written(writer->schema->roots->pdata[i]) && is_partition_of(writer->schema->roots->pdata[i], node))
            return true;
    return false;
}

static bool
has_column_privileges(const Node *node)
{
    for (const Node *child = node->first_child; child != NULL; child = child->next)
        if (child->kind->grants_column && child->facets[FACET_PRIVILEGES] != NULL)
            return true;
    return false;
}

/* Does a scalar say all of it? Columns' privileges stand with their table. */
static bool
is_scalar(Writer *writer, const Node *node)
{
    bool privileges = node->facets[FACET_PRIVILEGES] != NULL && !node->kind->grants_column;
    if (node->facets[FACET_COMMENT] != NULL || node->facets[FACET_OWNER] != NULL ||
        node->facets[FACET_LABELS] != NULL || (node->flags & NODE_LACKS) || privileges ||
        has_written_children(writer, node) || has_partitions(writer, node) || has_column_privileges(node))
        return false;
    for (size_t i = 0; i < node->kind->n_attrs; i++)
        if (is_beside_leaf(node, i) && !(node->kind->attrs[i].flags & ATTR_SCALAR))
            return false;
    return true;
}

/* Privileges of a grantee and, "(column)" behind them, on single columns: name -> GString of items. */
static void
collect_privileges(Writer *writer, GHashTable *grantees, GPtrArray *order, const char *canonical, const char *column)
{
    for (char **pair = privileges_split(writer->arena, canonical); *pair != NULL; pair += 2) {
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

static void
write_privileges(Writer *writer, GString *out, const Node *node, int indent)
{
    if (node->kind->grants_column)
        return;
    g_autoptr(GHashTable) grantees = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_string);
    g_autoptr(GPtrArray) order = g_ptr_array_new();
    collect_privileges(writer, grantees, order, node->facets[FACET_PRIVILEGES], "");
    for (const Node *child = node->first_child; child != NULL; child = child->next)
        if (child->kind->grants_column) {
            const char *column = sql_printf(writer->arena, " (%I)", child->name);
            collect_privileges(writer, grantees, order, child->facets[FACET_PRIVILEGES], column);
        }
    if (order->len == 0)
        return;
    g_string_append_printf(out, "%*sprivileges:\n", indent, "");
    for (guint i = 0; i < order->len; i++) {
        const char *grantee = order->pdata[i];
        g_autofree char *name = name_format(NULL, grantee, false);
        append_key(out, indent + STEP, strcmp(grantee, "PUBLIC") == 0 ? "public" : name);
        g_string_append_printf(out, "[%s]\n", ((GString *)g_hash_table_lookup(grantees, grantee))->str);
    }
}

static void
write_text(GString *out, const char *key, const char *text, int indent)
{
    if (text == NULL)
        return;
    append_key(out, indent, key);
    scalar_append(out, text, indent, false);
    g_string_append_c(out, '\n');
}

static void
write_labels(Writer *writer, GString *out, const Node *node, int indent)
{
    if (node->facets[FACET_LABELS] == NULL)
        return;
    g_string_append_printf(out, "%*s%s:\n", indent, "", facet_keys[FACET_LABELS]);
    for (char **pair = labels_split(writer->arena, node->facets[FACET_LABELS]); *pair != NULL; pair += 2) {
        g_autofree char *provider = name_format(NULL, pair[0], false);
        write_text(out, provider, pair[1], indent + STEP);
    }
}

static void
write_texts(Writer *writer, GString *out, const Node *node, int indent)
{
    write_text(out, "comment", node->facets[FACET_COMMENT], indent);
    write_text(out, "owner", node->facets[FACET_OWNER], indent);
    write_labels(writer, out, node, indent);
}

static void
write_own(Writer *writer, GString *out, const Node *node, int indent, bool defined_elsewhere)
{
    const Kind *kind = node->kind;
    if (defined_elsewhere)
        return;
    bool whole = kind->leaf != NULL && kind->variant == NULL && !is_part(node);
    g_autofree char *leaf = whole ? node_leaf(node) : NULL;
    if (whole && leaf[0] != '\0') {
        append_key(out, indent, "definition");
        append_leaf(writer, out, node, indent);
    }
    for (size_t i = 0; i < kind->n_attrs; i++) {
        bool is_variant = kind->variant != NULL && (kind->attrs[i].flags & ATTR_SCALAR);
        if (!is_beside_leaf(node, i) && !(is_variant && node->values[i] != NULL))
            continue;
        append_key(out, indent, is_variant ? kind->variant : kind->attrs[i].key);
        append_value(writer, out, &kind->attrs[i], node->values[i], indent);
    }
    for (size_t i = 0; (node->flags & NODE_LACKS) && i < kind->n_attrs; i++)
        if (attr_may_be_lacked(&kind->attrs[i]) && node->values[i] == NULL) {
            append_key(out, indent, kind->attrs[i].key);
            g_string_append(out, "false\n");
        }
}

static void
write_scalar(Writer *writer, GString *out, const Node *node, int indent)
{
    for (size_t i = 0; i < node->kind->n_attrs; i++)
        if ((node->kind->attrs[i].flags & ATTR_SCALAR) && node->values[i] != NULL) {
            append_value(writer, out, &node->kind->attrs[i], node->values[i], indent);
            return;
        }
    g_autofree char *leaf = node_leaf(node);
    if (leaf[0] == '\0')
        g_string_append(out, "{}\n");
    else
        append_leaf(writer, out, node, indent);
}

static void
write_mapping(Writer *writer, GString *out, const Node *node, int indent, bool defined_elsewhere)
{
    size_t before = out->len;
    g_string_truncate(out, out->len - 1); /* the space behind the key */
    g_string_append_c(out, '\n');
    size_t empty = out->len;
    bool first = kind_is_said_first(node->kind); /* the order of keys is that of fmt_order.c */
    if (first)
        write_own(writer, out, node, indent, defined_elsewhere);
    write_children(writer, out, node, indent, true);
    write_texts(writer, out, node, indent);
    write_children(writer, out, node, indent, false);
    if (!first)
        write_own(writer, out, node, indent, defined_elsewhere);
    write_partitions(writer, out, node, indent);
    write_privileges(writer, out, node, indent);
    if (out->len == empty) {
        g_string_truncate(out, before - 1);
        g_string_append(out, " {}\n");
    }
}

static void
write_node(Writer *writer, GString *out, const Node *node, const char *key, int indent)
{
    append_key(out, indent, key);
    if (node->kind->variant == NULL && node->kind->shape != SHAPE_SINGLE && !is_part(node) && is_scalar(writer, node) &&
        (node->kind->leaf != NULL || node->kind->attrs == NULL || kind_attr(node->kind, "bound") >= 0))
        write_scalar(writer, out, node, indent);
    else
        write_mapping(writer, out, node, indent + STEP, false);
}

static void
write_single(Writer *writer, GString *out, const Node *child, int indent)
{
    g_string_append_printf(out, "%*s%s:\n", indent, "", child->kind->plural);
    g_autofree char *name = name_format(NULL, child->name, false);
    append_key(out, indent + STEP, "name");
    scalar_append(out, name, indent + STEP, false);
    g_string_append_c(out, '\n');
    write_own(writer, out, child, indent + STEP, false);
    write_texts(writer, out, child, indent + STEP);
}

static void
write_partitions(Writer *writer, GString *out, const Node *node, int indent)
{
    int unmanaged = kind_attr(node->kind, "partitions_unmanaged");
    if (unmanaged >= 0 && node->values[unmanaged] != NULL) {
        g_string_append_printf(out, "%*spartitions: unmanaged\n", indent, "");
        return;
    }
    if (!has_partitions(writer, node))
        return;
    g_string_append_printf(out, "%*spartitions:\n", indent, "");
    for (guint i = 0; i < writer->schema->roots->len; i++) {
        const Node *root = writer->schema->roots->pdata[i];
        if (!is_written(root) || !is_partition_of(root, node))
            continue;
        g_autofree char *key =
            name_format(g_strcmp0(root->schema, node->schema) == 0 ? NULL : root->schema, root->name, true);
        write_node(writer, out, root, key, indent + STEP);
    }
}

/* What is said like an attribute of its parent. */
static void
write_inline(Writer *writer, GString *out, const Node *child, int indent)
{
    append_key(out, indent, child->kind->plural);
    if (is_scalar(writer, child))
        write_scalar(writer, out, child, indent);
    else
        write_mapping(writer, out, child, indent + STEP, false);
}

static void
write_children(Writer *writer, GString *out, const Node *node, int indent, bool like_attributes)
{
    for (size_t i = 0; kinds_all[i] != NULL; i++) {
        bool first = true;
        for (const Node *each = node->first_child; each != NULL; each = each->next) {
            const Node *child = each->kind == kinds_all[i] ? written(writer, each) : NULL;
            if (child == NULL || is_part_of_leaf(child) || (child->kind->shape == SHAPE_INLINE) != like_attributes)
                continue;
            if (child->kind->shape == SHAPE_SINGLE || child->kind->shape == SHAPE_INLINE) {
                (child->kind->shape == SHAPE_SINGLE ? write_single : write_inline)(writer, out, child, indent);
                continue;
            }
            if (first)
                g_string_append_printf(out, "%*s%s:\n", indent, "", child->kind->plural);
            first = false;
            g_autofree char *key = name_format(NULL, child->name, false);
            write_node(writer, out, child, key, indent + STEP);
        }
    }
}

/* Roots ------------------------------------------------------------------------------------------------------------ */

static char *
root_key(const Node *root)
{
    const Kind *kind = root->kind;
    g_autofree char *name = kind->raw_name ? g_strdup(root->name) : name_format(NULL, root->name, kind->in_schema);
    if (!kind->has_signature)
        return g_steal_pointer(&name);
    return kind->signature_word == NULL ? g_strdup_printf("%s(%s)", name, root->signature)
                                        : g_strdup_printf("%s %s %s", name, kind->signature_word, root->signature);
}

static bool
needs_yaml(Writer *writer, const Node *root)
{
    for (Facet facet = 0; facet < N_FACETS; facet++)
        if (root->facets[facet] != NULL)
            return true;
    return has_written_children(writer, root);
}

static void
write_raw_sql(Writer *writer, const Node *root, const char *directive)
{
    const char *folder = is_default(writer, root->schema) ? root->kind->folder
                                                          : arena_printf(writer->arena, "%s/%s", root->kind->folder,
                                                                         file_name(writer, root->schema));
    GString *out =
        file_get(writer, arena_printf(writer->arena, "%s/%s.sql", folder, file_name(writer, root->name)))->text;
    g_string_append(out, out->len > 0 ? "\n" : directive);
    g_string_append_printf(out, "%s;\n", node_define(writer->arena, root, false).sql);
    if (!needs_yaml(writer, root))
        return;
    g_autofree char *key = root_key(root);
    GString *yaml = yaml_file(writer, root, false);
    append_key(yaml, STEP, key);
    write_mapping(writer, yaml, root, 2 * STEP, true);
}

static bool
is_bare_schema(Writer *writer, const Node *root)
{
    return root->kind->is_schema && !needs_yaml(writer, root) && strcmp(root->name, "public") == 0;
}

static void
write_root(Writer *writer, const Node *root)
{
    int partition = kind_attr(root->kind, "partition_of");
    if (!is_written(root) || is_bare_schema(writer, root) || (partition >= 0 && root->values[partition] != NULL))
        return;
    if (root->kind->folder != NULL) {
        write_raw_sql(writer, root, "");
        return;
    }
    g_autofree char *key = root_key(root);
    write_node(writer, yaml_file(writer, root, partition >= 0), root, key, STEP);
}

static int
compare_files(const void *left, const void *right)
{
    const WrittenFile *const *a = left, *const *b = right;
    return strcmp((*a)->path, (*b)->path);
}

/* Kinds that share a key stand beneath it together. */
static void
write_external_plural(Writer *writer, const char *plural)
{
    bool first = true;
    for (guint i = 0; i < writer->schema->roots->len; i++) {
        const Node *root = writer->schema->roots->pdata[i];
        const Kind *kind = root->kind;
        int partition = kind_attr(kind, "partition_of");
        if (strcmp(kind->plural, plural) != 0 || kind->is_schema || (partition >= 0 && root->values[partition] != NULL))
            continue;
        if (kind->folder != NULL) {
            write_raw_sql(writer, root, "-- pleat: external\n");
            continue;
        }
        GString *out = file_get(writer, "schema/external.yaml")->text;
        if (out->len == 0)
            g_string_append(
                out, "# what managed objects refer to and others manage: stubs for scratch databases\nexternal:\n");
        if (first)
            g_string_append_printf(out, "%*s%s:\n", STEP, "", plural);
        first = false;
        g_autofree char *key = name_format(root->schema, root->name, kind->in_schema);
        write_node(writer, out, root, key, 2 * STEP);
    }
}

static void
write_external(Writer *writer)
{
    g_autoptr(GHashTable) done = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; kinds_all[i] != NULL; i++)
        if (kinds_all[i]->parents == NULL && g_hash_table_add(done, (gpointer)(guintptr)kinds_all[i]->plural))
            write_external_plural(writer, kinds_all[i]->plural);
}

GPtrArray *
declarations_write(const Schema *schema, const Schema *external, const char *default_schema)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GHashTable) by_path = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) parts = g_hash_table_new(NULL, NULL);
    Writer writer = {schema, default_schema, arena, g_ptr_array_new_with_free_func(free_file), by_path, parts};
    for (guint i = 0; i < schema->roots->len; i++)
        write_root(&writer, schema->roots->pdata[i]);
    writer.schema = external;
    if (external != NULL)
        write_external(&writer);
    g_ptr_array_sort(writer.files, compare_files);
    return writer.files;
}
