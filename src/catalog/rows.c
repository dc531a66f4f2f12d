#include "catalog/rows.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    guint32 class_id, object_id;
    int sub_id;
} ObjectId;

struct Rows {
    Schema *schema;
    char *own_schema;
    GHashTable *classes; /* name -> oid */
    GHashTable *nodes;   /* ObjectId -> Node; the keys stand in the arena */
};

static guint
hash_id(const void *key)
{
    const ObjectId *id = key;
    return id->object_id * 2654435761u ^ id->class_id ^ (guint)id->sub_id * 40503u;
}

static gboolean
equal_ids(const void *left, const void *right)
{
    const ObjectId *a = left, *b = right;
    return a->object_id == b->object_id && a->class_id == b->class_id && a->sub_id == b->sub_id;
}

static guint32
to_oid(const char *text)
{
    return (guint32)strtoul(text, NULL, 10);
}

Rows *
rows_new(Schema *schema, const char *own_schema, const PGresult *classes)
{
    Rows *rows = g_new0(Rows, 1);
    rows->schema = schema;
    rows->own_schema = g_strdup(own_schema);
    rows->classes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    rows->nodes = g_hash_table_new(hash_id, equal_ids);
    for (int i = 0; i < PQntuples(classes); i++)
        g_hash_table_insert(rows->classes, g_strdup(PQgetvalue(classes, i, 0)),
                            GUINT_TO_POINTER(to_oid(PQgetvalue(classes, i, 1))));
    return rows;
}

void
rows_free(Rows *rows)
{
    if (rows == NULL)
        return;
    g_hash_table_unref(rows->classes);
    g_hash_table_unref(rows->nodes);
    g_free(rows->own_schema);
    g_free(rows);
}

static Node *
lookup(const Rows *rows, guint32 class_id, guint32 object_id, int sub_id)
{
    ObjectId id = {class_id, object_id, sub_id};
    return g_hash_table_lookup(rows->nodes, &id);
}

/* A column that has no node of its own, or is only described (a view's), is its relation. */
static Node *
lookup_or_whole(const Rows *rows, guint32 class_id, guint32 object_id, int sub_id)
{
    Node *node = lookup(rows, class_id, object_id, sub_id);
    if (node != NULL)
        return node->kind->bare ? node->parent : node;
    return sub_id == 0 ? NULL : lookup(rows, class_id, object_id, 0);
}

static guint32
class_of(const Rows *rows, const Kind *kind)
{
    return GPOINTER_TO_UINT(g_hash_table_lookup(rows->classes, kind->catalog));
}

/* Where the result has its columns: -1 where it has none. */
typedef struct {
    int id, sub, parent, parent_sub, schema, name, signature, owner, derived, opaque;
    int *attrs;
    guint32 class;           /* of the kind's objects */
    guint32 *parent_classes; /* of those that a parent may be of, each once */
    guint n_parents;
} Layout;

static void
find_classes(Layout *layout, const Rows *rows, const Kind *kind)
{
    layout->class = class_of(rows, kind);
    layout->n_parents = 0;
    layout->parent_classes =
        g_new(guint32, kind->parents == NULL ? 1 : g_strv_length((char **)(guintptr)kind->parents) + 1);
    for (size_t i = 0; kind->parents != NULL && kind->parents[i] != NULL; i++) {
        const Kind *parent = kind_find(kind->parents[i]);
        guint32 class = parent == NULL ? 0 : class_of(rows, parent);
        bool known = class == 0;
        for (guint k = 0; k < layout->n_parents; k++)
            known |= layout->parent_classes[k] == class;
        if (!known)
            layout->parent_classes[layout->n_parents++] = class;
    }
}

static void
read_layout(Layout *layout, const Rows *rows, const Kind *kind, const PGresult *result)
{
    find_classes(layout, rows, kind);
    layout->id = PQfnumber(result, "id");
    layout->sub = PQfnumber(result, "sub");
    layout->parent = PQfnumber(result, "parent");
    layout->parent_sub = PQfnumber(result, "parent_sub");
    layout->schema = PQfnumber(result, "schema");
    layout->name = PQfnumber(result, "name");
    layout->signature = PQfnumber(result, "signature");
    layout->owner = PQfnumber(result, "owner");
    layout->derived = PQfnumber(result, "derived");
    layout->opaque = PQfnumber(result, "opaque");
    layout->attrs = g_new(int, kind->n_attrs + 1);
    for (size_t i = 0; i < kind->n_attrs; i++) {
        g_autofree char *quoted = g_strdup_printf("\"%s\"", kind->attrs[i].key);
        layout->attrs[i] = PQfnumber(result, quoted);
    }
}

static const char *
cell(const PGresult *result, int row, int column)
{
    return column < 0 || PQgetisnull(result, row, column) ? NULL : PQgetvalue(result, row, column);
}

static int
number(const PGresult *result, int row, int column)
{
    const char *text = cell(result, row, column);
    return text == NULL ? 0 : atoi(text);
}

static Node *
find_parent(const Rows *rows, const PGresult *result, int row, const Layout *layout)
{
    guint32 id = to_oid(PQgetvalue(result, row, layout->parent));
    int sub = number(result, row, layout->parent_sub);
    for (guint i = 0; i < layout->n_parents; i++) {
        Node *node = lookup(rows, layout->parent_classes[i], id, sub);
        if (node != NULL)
            return node;
    }
    return NULL;
}

static void
remember(Rows *rows, Node *node, guint32 class_id, guint32 object_id, int sub_id)
{
    ObjectId *id = arena_new_one(rows->schema->arena, ObjectId);
    *id = (ObjectId){class_id, object_id, sub_id};
    node->class_id = class_id;
    node->object_id = object_id;
    node->sub_id = sub_id;
    g_hash_table_insert(rows->nodes, id, node);
}

static bool
add_row(Rows *rows, const Kind *kind, const PGresult *result, int row, const Layout *layout, GError **error)
{
    Schema *schema = rows->schema;
    const char *in_schema = cell(result, row, layout->schema);
    const char *name = cell(result, row, layout->name);
    if (g_strcmp0(kind->is_schema ? name : in_schema, rows->own_schema) == 0)
        return true;
    Node *parent = layout->parent < 0 ? NULL : find_parent(rows, result, row, layout);
    if (layout->parent >= 0 && parent == NULL)
        return true; /* of something that is not read: an extension's table, pleat's own */
    Node *node = node_new(schema, kind, in_schema, name, cell(result, row, layout->signature));
    for (size_t i = 0; i < kind->n_attrs; i++)
        node->values[i] = arena_strdup(schema->arena, cell(result, row, layout->attrs[i]));
    node->facets[FACET_OWNER] = arena_strdup(schema->arena, cell(result, row, layout->owner));
    if (cell(result, row, layout->derived) != NULL)
        node->flags |= NODE_DERIVED;
    if (cell(result, row, layout->opaque) != NULL)
        node->flags |= NODE_OPAQUE;
    for (size_t i = 0; i < kind->n_attrs; i++)
        if ((kind->attrs[i].flags & ATTR_REQUIRED) && node->values[i] == NULL)
            return fail(error, PLEAT_ERROR_CONCURRENT, "%s %s: no %s; it was dropped while it was read", kind->title,
                        name == NULL ? "?" : name, kind->attrs[i].key);
    if (!schema_add(schema, parent, node, NULL))
        return fail(error, PLEAT_ERROR_INTERNAL, "%s %s is there twice", kind->title, name);
    remember(rows, node, layout->class, to_oid(PQgetvalue(result, row, layout->id)), number(result, row, layout->sub));
    return true;
}

bool
rows_add(Rows *rows, const Kind *kind, const PGresult *result, GError **error)
{
    Layout layout;
    read_layout(&layout, rows, kind, result);
    bool ok = true;
    for (int row = 0; ok && row < PQntuples(result); row++)
        ok = add_row(rows, kind, result, row, &layout, error);
    g_free(layout.attrs);
    g_free(layout.parent_classes);
    return ok;
}

bool
rows_have(const Rows *rows, const char *class_id, const char *object_id)
{
    return lookup(rows, to_oid(class_id), to_oid(object_id), 0) != NULL;
}

void
rows_set_facet(Rows *rows, Facet facet, const PGresult *result)
{
    for (int row = 0; row < PQntuples(result); row++) {
        Node *node = lookup(rows, to_oid(PQgetvalue(result, row, 0)), to_oid(PQgetvalue(result, row, 1)),
                            atoi(PQgetvalue(result, row, 2)));
        if (node != NULL)
            node->facets[facet] = arena_strdup(rows->schema->arena, PQgetvalue(result, row, 3));
    }
}

void
rows_add_edges(Rows *rows, const PGresult *result)
{
    for (int row = 0; row < PQntuples(result); row++) {
        Node *node = lookup_or_whole(rows, to_oid(PQgetvalue(result, row, 0)), to_oid(PQgetvalue(result, row, 1)),
                                     atoi(PQgetvalue(result, row, 2)));
        Node *on = lookup_or_whole(rows, to_oid(PQgetvalue(result, row, 3)), to_oid(PQgetvalue(result, row, 4)),
                                   atoi(PQgetvalue(result, row, 5)));
        if (node != NULL && on != NULL)
            node_add_need(node, on);
    }
}
