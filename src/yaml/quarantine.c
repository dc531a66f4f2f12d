#include "model/quarantine.h"
#include "model/lineage.h"
#include "yaml/loader.h"
#include <string.h>

/* Partitions and heirs name the tables above them. */
static bool
has_family(const Schema *schema, const Node *root)
{
    if (node_has_lineage(root))
        return true;
    for (guint i = 0; i < schema->roots->len; i++)
        if (lineage_reaches(schema, root, schema->roots->pdata[i]))
            return true;
    return false;
}

static void
refuse(Loader *loader, const Node *node, const char *why)
{
    problems_add(loader->problems, node->place, "%s cannot be quarantined: %s", loader_title(loader, node), why);
}

/* Foreign keys of its own would still hold back those who change what they refer to. */
static void
leave_out_ties(Schema *schema, Node *node)
{
    Node *last = NULL;
    for (Node **link = &node->first_child; *link != NULL;) {
        Node *child = *link;
        if (child->kind->outlives_drop) {
            g_hash_table_remove(schema->by_key, child->key);
            *link = child->next;
        } else {
            last = child;
            link = &child->next;
        }
    }
    node->last_child = last;
}

static void
place(Loader *loader, Node *node)
{
    Schema *schema = loader->schema;
    Extras *extras = (Extras *)(guintptr)node->extras;
    extras->was_schema = node->schema;
    extras->was_name = node->name;
    if (node->parent != NULL && has_family(schema, node->parent)) {
        refuse(loader, node, "its table has partitions or heirs, or is one");
        return;
    }
    if (node->parent == NULL && has_family(schema, node)) {
        refuse(loader, node, "it has partitions or heirs, or is one: detach it");
        return;
    }
    if (node->parent != NULL && node->leaf != NULL) {
        refuse(loader, node, "say what it is by keys (type, not_null), for it will be without NOT NULL");
        return;
    }
    if (node->parent == NULL)
        leave_out_ties(schema, node);
    else
        node->kind->enter_quarantine(node);
    if (!schema_move(schema, node, quarantine_schema(node), quarantine_name(loader->arena, node)))
        refuse(loader, node, "something of its name is in quarantine already");
}

static void
collect(Node *node, void *data)
{
    if (node->extras != NULL && node->extras->quarantine != NULL && (node->flags & NODE_UNMANAGED) == 0)
        g_ptr_array_add(data, node);
}

static const Kind *
schema_kind(void)
{
    for (size_t i = 0; kinds_all[i] != NULL; i++)
        if (kinds_all[i]->is_schema)
            return kinds_all[i];
    g_assert_not_reached();
}

/* The schema that they are kept in. A project may declare it itself, to say who owns it. */
static void
add_schema(Schema *schema)
{
    const Kind *kind = schema_kind();
    if (schema_find_named(schema, kind, NULL, NULL, QUARANTINE, NULL) == NULL)
        schema_add(schema, NULL, node_new(schema, kind, NULL, QUARANTINE, NULL), NULL);
}

void
quarantine_place_all(Loader *loader)
{
    g_autoptr(GPtrArray) nodes = g_ptr_array_new();
    bool any_root = false;
    schema_visit(loader->schema, collect, nodes);
    for (guint i = 0; i < nodes->len; i++) {
        Node *node = nodes->pdata[i];
        place(loader, node);
        any_root |= node->parent == NULL;
    }
    if (any_root)
        add_schema(loader->schema);
}
