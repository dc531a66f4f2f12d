#include "yaml/shape.h"

#include <glib.h>
#include <string.h>

int
kind_visible_attr(const Kind *kind, const char *key)
{
    int index = kind_attr(kind, key);
    return index >= 0 && (kind->attrs[index].flags & ATTR_HIDDEN) == 0 ? index : -1;
}

bool
kind_is_condition(const Kind *kind)
{
    return g_strcmp0(kind->naming, "ck") == 0;
}

bool
kind_is_column(const Kind *kind)
{
    return kind->shape == SHAPE_MAP && kind->inlined != NULL;
}

bool
kind_is_said_first(const Kind *kind)
{
    return kind->leaf != NULL || kind->variant != NULL;
}

const Kind *
kind_of_partition(const Kind *parent, const DocNode *declared)
{
    for (size_t i = 0; kinds_all[i] != NULL; i++)
        if (kinds_all[i]->partition_key != NULL && doc_get(declared, kinds_all[i]->partition_key) != NULL)
            return kinds_all[i];
    return parent;
}

int
kind_position(const Kind *kind)
{
    int at = 0;
    while (kinds_all[at] != kind)
        at++;
    return at;
}
