#include "yaml/write.h"

#include "model/emit.h"
#include "model/lineage.h"
#include "yaml/names.h"
#include "yaml/scalar.h"
#include "yaml/shape.h"
#include "yaml/write_values.h"
#include <string.h>

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

static void
write_own(Writer *writer, GString *out, const Node *node, int indent, bool defined_elsewhere)
{
    const Kind *kind = node->kind;
    if (defined_elsewhere)
        return;
    bool whole = kind->leaf != NULL && kind->variant == NULL && !is_part(node);
    g_autofree char *leaf = whole ? node_leaf(node) : NULL;
    if (whole && leaf[0] != '\0') {
        value_append_key(out, indent, "definition");
        value_append_leaf(writer->arena, out, node, indent);
    }
    for (size_t i = 0; i < kind->n_attrs; i++) {
        bool is_variant = kind->variant != NULL && (kind->attrs[i].flags & ATTR_SCALAR);
        if (!is_beside_leaf(node, i) && !(is_variant && node->values[i] != NULL))
            continue;
        value_append_key(out, indent, is_variant ? kind->variant : kind->attrs[i].key);
        value_append(writer->arena, out, &kind->attrs[i], node->values[i], indent);
    }
    for (size_t i = 0; (node->flags & NODE_LACKS) && i < kind->n_attrs; i++)
        if (attr_may_be_lacked(&kind->attrs[i]) && node->values[i] == NULL) {
            value_append_key(out, indent, kind->attrs[i].key);
            g_string_append(out, "false\n");
        }
}

static void
write_scalar(Writer *writer, GString *out, const Node *node, int indent)
{
    for (size_t i = 0; i < node->kind->n_attrs; i++)
        if ((node->kind->attrs[i].flags & ATTR_SCALAR) && node->values[i] != NULL) {
            value_append(writer->arena, out, &node->kind->attrs[i], node->values[i], indent);
            return;
        }
    g_autofree char *leaf = node_leaf(node);
    if (leaf[0] == '\0')
        g_string_append(out, "{}\n");
    else
        value_append_leaf(writer->arena, out, node, indent);
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
    value_append_texts(writer->arena, out, node, indent);
    write_children(writer, out, node, indent, false);
    if (!first)
        write_own(writer, out, node, indent, defined_elsewhere);
    write_partitions(writer, out, node, indent);
    value_append_privileges(writer->arena, out, node, indent);
    if (out->len == empty) {
        g_string_truncate(out, before - 1);
        g_string_append(out, " {}\n");
    }
}

static void
write_node(Writer *writer, GString *out, const Node *node, const char *key, int indent)
{
    value_append_key(out, indent, key);
    if (node->kind->variant == NULL && node->kind->shape != SHAPE_SINGLE && !is_part(node) && is_scalar(writer, node) &&
        (node->kind->leaf != NULL || node->kind->attrs == NULL || kind_attr(node->kind, "bound") >= 0))
        write_scalar(writer, out, node, indent);
    else
        write_mapping(writer, out, node, indent + WRITE_STEP, false);
}

static void
write_single(Writer *writer, GString *out, const Node *child, int indent)
{
    g_string_append_printf(out, "%*s%s:\n", indent, "", child->kind->plural);
    g_autofree char *name = name_format(NULL, child->name, false);
    value_append_key(out, indent + WRITE_STEP, "name");
    scalar_append(out, name, indent + WRITE_STEP, false);
    g_string_append_c(out, '\n');
    write_own(writer, out, child, indent + WRITE_STEP, false);
    value_append_texts(writer->arena, out, child, indent + WRITE_STEP);
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
        write_node(writer, out, root, key, indent + WRITE_STEP);
    }
}

/* What is said like an attribute of its parent. */
static void
write_inline(Writer *writer, GString *out, const Node *child, int indent)
{
    value_append_key(out, indent, child->kind->plural);
    if (is_scalar(writer, child))
        write_scalar(writer, out, child, indent);
    else
        write_mapping(writer, out, child, indent + WRITE_STEP, false);
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
            write_node(writer, out, child, key, indent + WRITE_STEP);
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
    value_append_key(yaml, WRITE_STEP, key);
    write_mapping(writer, yaml, root, 2 * WRITE_STEP, true);
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
    if (kind_is_text(root->kind)) {
        write_raw_sql(writer, root, "");
        return;
    }
    g_autofree char *key = root_key(root);
    write_node(writer, yaml_file(writer, root, partition >= 0), root, key, WRITE_STEP);
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
        if (kind_is_text(kind)) {
            write_raw_sql(writer, root, "-- pleat: external\n");
            continue;
        }
        GString *out = file_get(writer, "schema/external.yaml")->text;
        if (out->len == 0)
            g_string_append(
                out, "# what managed objects refer to and others manage: stubs for scratch databases\nexternal:\n");
        if (first)
            g_string_append_printf(out, "%*s%s:\n", WRITE_STEP, "", plural);
        first = false;
        g_autofree char *key = name_format(root->schema, root->name, kind->in_schema);
        write_node(writer, out, root, key, 2 * WRITE_STEP);
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
