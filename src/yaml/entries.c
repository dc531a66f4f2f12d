#include "yaml/loader.h"

#include <string.h>

#define STAGE_LAST 100000

typedef struct {
    Loader *loader;
    const Kind *kind;
    GArray *entries;
    GPtrArray *open; /* the mixins that we are in */
} Gathering;

/* Where a kind stands among all: a parent's columns come before what names them. */
static int
position_of(const Kind *kind)
{
    int at = 0;
    while (kinds_all[at] != kind)
        at++;
    return at;
}

static int
stage_of(const Kind *kind, const char *key)
{
    if (strcmp(key, "partitions") == 0 || strcmp(key, "privileges") == 0)
        return STAGE_LAST;
    bool own = kind_attr(kind, key) >= 0 && (kind->attrs[kind_attr(kind, key)].flags & ATTR_HIDDEN) == 0;
    const Kind *child = own ? NULL : kind_find_plural(kind, key);
    return child == NULL ? 0 : position_of(child) + 1;
}

static void gather(Gathering *gathering, const DocNode *mapping);

static void
include_one(Gathering *gathering, const DocNode *name)
{
    Loader *loader = gathering->loader;
    const char *text = value_text(loader, name);
    if (text == NULL)
        return;
    const DocItem *mixin = g_hash_table_lookup(loader->mixins, text);
    if (mixin == NULL) {
        problems_add(loader->problems, name->place, "there is no mixin \"%s\"", text);
        g_autoptr(GPtrArray) names = g_ptr_array_new();
        GHashTableIter iter;
        gpointer key;
        g_hash_table_iter_init(&iter, loader->mixins);
        while (g_hash_table_iter_next(&iter, &key, NULL))
            g_ptr_array_add(names, key);
        loader_suggest(loader, text, names);
        return;
    }
    if (g_ptr_array_find(gathering->open, mixin, NULL)) {
        problems_add(loader->problems, name->place, "mixin \"%s\" includes itself", text);
        return;
    }
    g_ptr_array_add(gathering->open, (gpointer)(guintptr)mixin);
    gather(gathering, mixin->value);
    g_ptr_array_remove_index(gathering->open, gathering->open->len - 1);
}

static void
gather(Gathering *gathering, const DocNode *mapping)
{
    for (size_t i = 0; i < mapping->n_items; i++) {
        const DocItem *item = &mapping->items[i];
        if (strcmp(item->key->text, "include") != 0) {
            Entry entry = {item, stage_of(gathering->kind, item->key->text)};
            g_array_append_val(gathering->entries, entry);
        } else if (item->value->type == DOC_LIST) {
            for (size_t j = 0; j < item->value->n_items; j++)
                include_one(gathering, item->value->items[j].value);
        } else {
            include_one(gathering, item->value);
        }
    }
}

/* Children of one kind may come from several places; a value may not. */
static void
refuse_clashes(Loader *loader, GArray *entries)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < entries->len;) {
        const Entry *entry = &g_array_index(entries, Entry, i);
        const DocNode *key = entry->item->key;
        const DocNode *first = g_hash_table_lookup(seen, key->text);
        if (entry->stage == 0 && first != NULL) {
            problems_add(loader->problems, key->place, "\"%s\" is already said at %s:%d:%d", key->text,
                         first->place.file, first->place.line, first->place.column);
            g_array_remove_index(entries, i);
            continue;
        }
        g_hash_table_insert(seen, (char *)(guintptr)key->text, (DocNode *)(guintptr)key);
        i++;
    }
}

static int
compare_stages(const void *left, const void *right)
{
    const Entry *a = left, *b = right;
    return a->stage - b->stage;
}

GArray *
entries_gather(Loader *loader, const Kind *kind, const DocNode *mapping)
{
    g_autoptr(GPtrArray) open = g_ptr_array_new();
    GArray *entries = g_array_new(FALSE, FALSE, sizeof(Entry));
    Gathering gathering = {loader, kind, entries, open};
    gather(&gathering, mapping);
    refuse_clashes(loader, entries);
    g_array_sort(entries, compare_stages); /* stable */
    return entries;
}
