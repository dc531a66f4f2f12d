#include "yaml/fmt_order.h"

#include "yaml/shape.h"
#include <string.h>

enum { LATE = 100000 };

static Role
role_of_plural(const char *key)
{
    const Kind *kind = kind_find_plural(NULL, key);
    return kind == NULL ? (Role){ROLE_OTHER, NULL, NULL} : (Role){ROLE_NAMES, kind, key};
}

/* The kind that a root's mapping is of, where kinds share a plural. */
static const Kind *
kind_of_root(const Kind *kind, const char *plural, const DocNode *mapping)
{
    for (size_t i = 0; plural != NULL && kinds_all[i] != NULL; i++) {
        const Kind *other = kinds_all[i];
        if (other->parents == NULL && g_strcmp0(other->plural, plural) == 0 && other->variant != NULL &&
            doc_get(mapping, other->variant) != NULL)
            return other;
    }
    return kind;
}

static Role
role_in_object(const Kind *kind, const char *key)
{
    if (strcmp(key, "partitions") == 0)
        return (Role){ROLE_PARTITIONS, kind, NULL};
    const Kind *child = kind_visible_attr(kind, key) >= 0 ? NULL : kind_find_plural(kind, key);
    if (child == NULL)
        return (Role){ROLE_OTHER, NULL, NULL};
    bool one = child->shape == SHAPE_SINGLE || child->shape == SHAPE_INLINE;
    return (Role){one ? ROLE_OBJECT : ROLE_NAMES, child, NULL};
}

Role
role_of_value(Role role, const DocItem *item)
{
    switch (role.type) {
    case ROLE_TOP:
        if (strcmp(item->key->text, "external") == 0)
            return (Role){ROLE_EXTERNAL, NULL, NULL};
        return role_of_plural(item->key->text);
    case ROLE_EXTERNAL: {
        Role names = role_of_plural(item->key->text);
        return names.type == ROLE_NAMES ? names : (Role){ROLE_OBJECT, kind_find_plural(NULL, "tables"), NULL};
    }
    case ROLE_NAMES: /* also the items of a list of them */
        return (Role){ROLE_OBJECT, kind_of_root(role.kind, role.plural, item->value), NULL};
    case ROLE_PARTITIONS:
        return (Role){ROLE_OBJECT, kind_of_partition(role.kind, item->value), NULL};
    case ROLE_OBJECT:
        return role_in_object(role.kind, item->key->text);
    case ROLE_OTHER:
        break;
    }
    return (Role){ROLE_OTHER, NULL, NULL};
}

static bool
has_columns(const Kind *kind)
{
    for (size_t i = 0; kinds_all[i] != NULL; i++)
        if (kind_is_column(kinds_all[i]) && kind_has_parent(kinds_all[i], kind))
            return true;
    return false;
}

/* Mixins stand before what includes them. */
static int
weight_of_mixins(void)
{
    for (size_t i = 0; kinds_all[i] != NULL; i++)
        if (kinds_all[i]->parents == NULL && has_columns(kinds_all[i]))
            return 2 * (int)i + 1;
    return LATE;
}

static int
weight_at_top(const char *key)
{
    if (strcmp(key, "schema") == 0)
        return 0;
    if (strcmp(key, "mixins") == 0)
        return weight_of_mixins();
    const Kind *kind = kind_find_plural(NULL, key);
    return kind == NULL ? LATE : 2 * kind_position(kind) + 2;
}

/* Where a mixin's columns stand is what the author says: before the object's own, or behind them. */
static bool
is_included_late(const DocNode *mapping, const Kind *kind)
{
    for (size_t i = 0; i < mapping->n_items; i++) {
        const Kind *child = kind_find_plural(kind, mapping->items[i].key->text);
        if (child != NULL && kind_is_column(child))
            return true;
        if (strcmp(mapping->items[i].key->text, "include") == 0)
            return false;
    }
    return false;
}

/* Blocks of keys, a thousand apart. */
enum { NAME = 0, ATTRIBUTES_FIRST = 1000, TEXTS = 2000, CHILDREN = 3000, ATTRIBUTES_LAST = 4000, REST = 5000 };

static int
weight_of_text(const char *key)
{
    static const char *const KEYS[] = {"comment",      "owner",      "security_labels", "deprecated",    "quarantine",
                                       "renamed_from", "keep_prior", "backfill",        "backfill_down", "include"};
    for (int i = 0; i < (int)G_N_ELEMENTS(KEYS); i++)
        if (strcmp(key, KEYS[i]) == 0)
            return TEXTS + i;
    return REST;
}

static int
weight_in_object(const Kind *kind, const DocNode *mapping, const char *key)
{
    int attributes = kind_is_said_first(kind) ? ATTRIBUTES_FIRST : ATTRIBUTES_LAST;
    if ((kind->leaf != NULL && strcmp(key, "definition") == 0) || g_strcmp0(key, kind->variant) == 0)
        return attributes;
    int attr = kind_visible_attr(kind, key);
    if (attr >= 0)
        return attributes + 1 + attr;
    const Kind *child = kind_find_plural(kind, key);
    if (child != NULL)
        return (child->shape == SHAPE_INLINE ? ATTRIBUTES_FIRST + 500 : CHILDREN) + kind_position(child);
    if (strcmp(key, "name") == 0)
        return NAME;
    if (strcmp(key, "include") == 0 && is_included_late(mapping, kind))
        return ATTRIBUTES_LAST - 1;
    return strcmp(key, "partitions") == 0 ? REST - 1 : weight_of_text(key);
}

int
role_weight(Role role, const DocNode *mapping, const DocItem *item)
{
    if (role.type == ROLE_TOP)
        return weight_at_top(item->key->text);
    if (role.type == ROLE_OBJECT && role.kind != NULL)
        return weight_in_object(role.kind, mapping, item->key->text);
    return 0;
}
