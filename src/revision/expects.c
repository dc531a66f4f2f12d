#include "revision/expects.h"

#include "revision/parser.h"
#include <stdlib.h>
#include <string.h>

static const char AFTER[] = "after", ABSENT[] = "absent";

/* OBJECT STATE (MAJOR) [STATE (MAJOR)]... */
static void
read_object(GPtrArray *items, int major, Expects *out)
{
    const char *state = NULL;
    for (guint i = 1; i + 1 < items->len; i += 2) {
        const char *version = items->pdata[i + 1];
        if (*version == '(' && atoi(version + 1) == major)
            state = strcmp(items->pdata[i], ABSENT) == 0 ? "" : items->pdata[i];
    }
    g_hash_table_insert(out->objects, g_strdup(items->pdata[0]), g_strdup(state));
}

void
expects_read(const Revision *revision, int major, Expects *out)
{
    *out = (Expects){g_ptr_array_new_with_free_func(g_free),
                     g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free)};
    g_autoptr(Arena) arena = arena_new();
    for (const char **line = revision->expects; *line != NULL; line++) {
        g_autoptr(GPtrArray) items = g_ptr_array_new();
        directive_add_items(arena, items, *line);
        if (items->len > 0 && strcmp(items->pdata[0], AFTER) == 0)
            for (guint i = 1; i < items->len; i++)
                g_ptr_array_add(out->after, g_strdup(items->pdata[i]));
        else if (items->len > 0)
            read_object(items, major, out);
    }
}

void
expects_clear(Expects *expects)
{
    g_clear_pointer(&expects->after, g_ptr_array_unref);
    g_clear_pointer(&expects->objects, g_hash_table_unref);
}

const char *
expects_format_after(Arena *arena, const char *const *ids)
{
    g_autoptr(GString) line = g_string_new(AFTER);
    for (; *ids != NULL; ids++)
        g_string_append_printf(line, " %s", *ids);
    return arena_strdup(arena, line->str);
}

const char *
expects_format(Arena *arena, const char *object, const char *state, int major)
{
    g_autoptr(GString) line = g_string_new(NULL);
    directive_append_item(line, object);
    g_string_append_printf(line, " %s (%d)", state == NULL ? ABSENT : state, major);
    return arena_strdup(arena, line->str);
}

/* Marks these and all that they stand on; parents stand before children in the list. False: one is not there. */
static bool
mark_ancestors(GPtrArray *all, GHashTable *set)
{
    guint found = 0;
    for (guint i = all->len; i-- > 0;) {
        const Revision *at = all->pdata[i];
        if (!g_hash_table_contains(set, at->id))
            continue;
        found++;
        const char **lists[] = {at->after, at->depends_on};
        for (size_t k = 0; k < G_N_ELEMENTS(lists); k++)
            for (const char **id = lists[k]; *id != NULL; id++)
                g_hash_table_add(set, (gpointer)(guintptr)*id);
    }
    return found == g_hash_table_size(set);
}

GPtrArray *
expects_comparable(const Revision *revision, const Expects *expects, GPtrArray *all, GHashTable *applied)
{
    g_autoptr(GHashTable) then = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_hash_table_add(then, (gpointer)(guintptr)revision->id);
    for (guint i = 0; i < expects->after->len; i++)
        g_hash_table_add(then, expects->after->pdata[i]);
    if (!mark_ancestors(all, then))
        return NULL;
    GHashTableIter iterator;
    gpointer name, state;
    g_hash_table_iter_init(&iterator, expects->objects);
    while (g_hash_table_iter_next(&iterator, &name, &state))
        if (state != NULL)
            g_ptr_array_add(names, name);
    for (guint i = 0; i < all->len; i++) {
        const Revision *other = all->pdata[i];
        const bool was = g_hash_table_contains(then, other->id), is = g_hash_table_contains(applied, other->id);
        if (other == revision || was == is)
            continue;
        if (*other->expects == NULL) /* what it changes is not known */
            return NULL;
        g_auto(Expects) touched = {0};
        expects_read(other, 0, &touched);
        for (guint k = names->len; k-- > 0;)
            if (g_hash_table_contains(touched.objects, names->pdata[k]))
                g_ptr_array_remove_index(names, k);
    }
    return g_steal_pointer(&names);
}
