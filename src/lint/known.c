#include "lint/known_private.h"

#include <string.h>

Known *
known_new(void)
{
    Known *known = g_new0(Known, 1);
    known->arena = arena_new();
    known->by_name = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
    known->facts = g_ptr_array_new();
    return known;
}

void
known_free(Known *known)
{
    if (known == NULL)
        return;
    g_hash_table_unref(known->by_name);
    g_ptr_array_unref(known->facts);
    arena_free(known->arena);
    g_free(known);
}

static char *
key_of(FactType type, ObjectName object)
{
    return g_strdup_printf("%d %s", (int)type, object.name);
}

GPtrArray *
known_list(const Known *known, FactType type, ObjectName object)
{
    if (object.name == NULL)
        return NULL;
    g_autofree char *key = key_of(type, object);
    return g_hash_table_lookup(known->by_name, key);
}

void
known_add(Known *known, const Fact *fact)
{
    if (fact->object.name == NULL)
        return;
    Fact *copy = arena_new_one(known->arena, Fact);
    *copy = *fact;
    copy->object.schema = arena_strdup(known->arena, fact->object.schema);
    copy->object.name = arena_strdup(known->arena, fact->object.name);
    copy->part = arena_strdup(known->arena, fact->part);
    copy->text = arena_strdup(known->arena, fact->text);
    GPtrArray *list = known_list(known, fact->type, fact->object);
    if (list == NULL) {
        list = g_ptr_array_new();
        g_hash_table_insert(known->by_name, key_of(fact->type, fact->object), list);
    }
    g_ptr_array_add(list, copy);
    g_ptr_array_add(known->facts, copy);
}

const Fact *
known_find(const Known *known, FactType type, ObjectName object, const char *part)
{
    GPtrArray *list = known_list(known, type, object);
    for (guint i = list == NULL ? 0 : list->len; i-- > 0;) {
        const Fact *fact = list->pdata[i];
        const bool whole = fact->part == NULL && (fact->flags & FACT_GONE) != 0;
        if (object_is(fact->object, object) && (part == NULL || whole || g_strcmp0(fact->part, part) == 0))
            return (fact->flags & FACT_GONE) != 0 ? NULL : fact;
    }
    return NULL;
}

GPtrArray *
known_each(const Known *known, FactType type, ObjectName object)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    GPtrArray *found = g_ptr_array_new(), *list = known_list(known, type, object);
    for (guint i = list == NULL ? 0 : list->len; i-- > 0;) {
        const Fact *fact = list->pdata[i];
        bool newest = object_is(fact->object, object) &&
                      g_hash_table_add(seen, (gpointer)(guintptr)(fact->text == NULL ? "" : fact->text));
        if (newest && (fact->flags & FACT_GONE) == 0)
            g_ptr_array_add(found, (gpointer)(guintptr)fact);
    }
    return found;
}

bool
routine_was_revoked(const Known *known, ObjectName routine)
{
    GPtrArray *list = known_list(known, FACT_ROUTINE, routine);
    for (guint i = list == NULL ? 0 : list->len; i-- > 0;) {
        const Fact *fact = list->pdata[i];
        if (object_is(fact->object, routine))
            return (fact->flags & FACT_GONE) != 0 && (fact->flags & FACT_REVOKED) != 0;
    }
    return false;
}

guint
known_mark(const Known *known)
{
    return known->facts->len;
}

void
known_forget(Known *known, guint mark)
{
    for (guint i = known->facts->len; i-- > mark;) {
        const Fact *fact = known->facts->pdata[i];
        GPtrArray *list = known_list(known, fact->type, fact->object);
        g_ptr_array_set_size(list, (int)list->len - 1);
    }
    g_ptr_array_set_size(known->facts, (int)mark);
}
