#include "model/quarantine.h"

#include "model/emit.h"
#include <string.h>

static const char PREFIX[] = QUARANTINE "_";

bool
quarantine_can_hold(const Kind *kind)
{
    if (kind->rename == NULL || kind->bare)
        return false;
    return kind->parents == NULL ? kind->in_schema && kind->owner != NULL : kind->enter_quarantine != NULL;
}

bool
quarantine_has(const Node *node)
{
    if (!quarantine_can_hold(node->kind))
        return false;
    return node->parent == NULL ? g_strcmp0(node->schema, QUARANTINE) == 0 : g_str_has_prefix(node->name, PREFIX);
}

const Extras *
quarantine_extras(const Node *node)
{
    const Extras *extras = node->declared != NULL ? node->declared->extras : node->extras;
    return extras == NULL || extras->quarantine == NULL ? NULL : extras;
}

static bool
belongs_to(const Node *root, const char *address)
{
    const size_t length = strlen(address);
    for (size_t i = 0; i < root->kind->n_attrs; i++)
        if ((root->kind->attrs[i].flags & ATTR_LATE) && root->values[i] != NULL &&
            strncmp(root->values[i], address, length) == 0 && root->values[i][length] == '.')
            return true;
    return false;
}

GPtrArray *
quarantine_owners(const Schema *schema)
{
    GPtrArray *owners = g_ptr_array_new();
    for (guint i = 0; i < schema->roots->len; i++)
        if (quarantine_extras(schema->roots->pdata[i]) != NULL)
            g_ptr_array_add(owners, schema->roots->pdata[i]);
    return owners;
}

const Node *
quarantine_owner(const GPtrArray *owners, const Node *root)
{
    for (guint i = 0; root->parent == NULL && i < owners->len; i++)
        if (belongs_to(root, node_address(owners->pdata[i])))
            return owners->pdata[i];
    return NULL;
}

const char *
quarantine_schema(const Node *node)
{
    return node->parent == NULL ? QUARANTINE : NULL;
}

char *
quarantine_name(Arena *arena, const Node *node)
{
    return node->parent == NULL ? arena_strdup(arena, node->name) : aside_name(arena, PREFIX, node->name);
}
