#include "model/kind.h"

#include <string.h>

int
kind_attr(const Kind *kind, const char *key)
{
    for (size_t i = 0; i < kind->n_attrs; i++)
        if (strcmp(kind->attrs[i].key, key) == 0)
            return (int)i;
    return -1;
}

bool
kind_is_text(const Kind *kind)
{
    return kind->folder != NULL && !kind->spelled_out;
}

int
kind_home(const Kind *kind)
{
    for (size_t i = 0; i < kind->n_attrs; i++)
        if (kind->attrs[i].flags & ATTR_HOME)
            return (int)i;
    return -1;
}

bool
kind_leaf_says(const Kind *kind, const char *token)
{
    size_t length = strlen(token);
    for (const char *at = kind->leaf; at != NULL && (at = strstr(at, token)) != NULL; at += length)
        if (at > kind->leaf && (at[-1] == '{' || at[-1] == '[') && strchr("}?!.", at[length]) != NULL)
            return true;
    return false;
}

int
kind_beside(const Kind *kind, const Attr *attr)
{
    return attr->beside == NULL ? -1 : kind_attr(kind, attr->beside);
}

const Kind *
kind_find(const char *name)
{
    for (size_t i = 0; kinds_all[i] != NULL; i++)
        if (strcmp(kinds_all[i]->name, name) == 0)
            return kinds_all[i];
    return NULL;
}

bool
kind_has_parent(const Kind *kind, const Kind *parent)
{
    for (size_t i = 0; kind->parents != NULL && kind->parents[i] != NULL; i++)
        if (strcmp(kind->parents[i], parent->name) == 0)
            return true;
    return false;
}

const Kind *
kind_find_plural(const Kind *parent, const char *plural)
{
    for (size_t i = 0; kinds_all[i] != NULL; i++) {
        const Kind *kind = kinds_all[i];
        bool fits = parent == NULL ? kind->parents == NULL : kind_has_parent(kind, parent);
        if (fits && kind->plural != NULL && strcmp(kind->plural, plural) == 0)
            return kind;
    }
    return NULL;
}

const char *
kind_article(const Kind *kind)
{
    bool sounds_open = strchr("aeio", kind->title[0]) != NULL; /* a unique constraint, a user mapping */
    return sounds_open ? "an" : "a";
}
