#include "report/changes.h"

#include "model/template.h"
#include "report/diff_details.h"
#include <string.h>

const Node *
delta_node(const Delta *delta)
{
    return delta->new_node != NULL ? delta->new_node : delta->old_node;
}

static void
change_free(void *data)
{
    Change *change = data;
    g_free(change->title);
    g_free(change->detail);
    g_free(change->before);
    g_free(change->after);
    g_free(change);
}

static void
object_free(void *data)
{
    ChangedObject *object = data;
    g_ptr_array_unref(object->changes);
    g_free(object);
}

bool
change_is_long(const Change *change)
{
    return (change->before != NULL && strchr(change->before, '\n') != NULL) ||
           (change->after != NULL && strchr(change->after, '\n') != NULL);
}

const char *
change_words(const Change *change)
{
    const Node *node = delta_node(change->delta);
    if (node->parent != NULL)
        return change->title;
    if (change->mark != '~')
        return change->mark == '+' ? "new" : "gone";
    const size_t kind = strlen(node->kind->title);
    return strncmp(change->title + kind, ": ", 2) == 0 ? change->title + kind + 2 : change->title;
}

guint
change_columns(const Change *change)
{
    guint count = 0;
    const Node *node = change->mark == '~' ? NULL : delta_node(change->delta);
    for (const Node *part = node == NULL ? NULL : node->first_child; part != NULL; part = part->next)
        count += part->kind->picture == PICTURE_LINE;
    return count;
}

/* "column name" for a child; for a root its kind's name alone. */
static char *
title_of(const Node *node)
{
    if (node->parent == NULL)
        return g_strdup(node->kind->title);
    const Node *named = node->kind->anonymous ? node->parent : node;
    return g_strdup_printf("%s%s%s", node->kind->title, node->kind->anonymous ? " of " : " ", named->name);
}

static Change *
add(ChangedObject *object, const Delta *delta, char mark, char *title)
{
    Change *change = g_new0(Change, 1);
    *change = (Change){.mark = mark, .title = title, .delta = delta};
    g_ptr_array_add(object->changes, change);
    return change;
}

/* What a kind without a leaf is, if it takes many lines to say: a routine's definition. NULL: nothing does. */
static const char *
long_value(const Node *node)
{
    for (size_t i = 0; i < node->kind->n_attrs; i++)
        if (node->values[i] != NULL && strchr(node->values[i], '\n') != NULL)
            return node->values[i];
    return NULL;
}

/* It comes or goes as a whole. */
static void
add_whole(ChangedObject *object, const Delta *delta)
{
    const Node *node = delta_node(delta);
    const bool comes = delta->kind == DELTA_CREATE;
    Change *change = add(object, delta, comes ? '+' : '-', title_of(node));
    g_autofree char *leaf = node->kind->leaf == NULL ? g_strdup("") : node_leaf(node);
    *(comes ? &change->after : &change->before) = g_strdup(strchr(leaf, '\n') != NULL ? leaf : long_value(node));
    g_strdelimit(g_strstrip(leaf), "\n", ' ');
    const Extras *extras = node->declared == NULL ? NULL : node->declared->extras;
    const char *was = !comes || extras == NULL ? NULL : extras->renamed_from;
    const char *comma = leaf[0] == '\0' ? "" : ", ";
    if (was != NULL)
        change->detail = g_strconcat(leaf, comma, "renamed from ", was, NULL);
    else if (leaf[0] != '\0')
        change->detail = g_steal_pointer(&leaf);
}

static void
add_value(ChangedObject *object, const Delta *delta, const char *key, const char *from, const char *to)
{
    g_autofree char *title = title_of(delta->new_node);
    Change *change = add(object, delta, '~', g_strdup_printf("%s: %s", title, key));
    change->before = g_strdup(from);
    change->after = g_strdup(to);
}

static const char *
attr_words(const Node *node, size_t attr)
{
    const ValueType type = node->kind->attrs[attr].type;
    return type == VALUE_BOOL ? diff_value_words(type, node->values[attr]) : node->values[attr];
}

static void
add_altered(ChangedObject *object, const Delta *delta)
{
    const Node *node = delta->new_node;
    for (size_t i = 0; i < node->kind->n_attrs; i++)
        if (delta->changed & (1ull << i))
            add_value(object, delta, node->kind->attrs[i].key, attr_words(delta->old_node, i), attr_words(node, i));
    for (Facet facet = 0; facet < N_FACETS; facet++)
        if (delta->facets & (1u << facet))
            add_value(object, delta, facet_keys[facet], delta->old_node->facets[facet], node->facets[facet]);
}

static void
add_renamed(ChangedObject *object, const Delta *delta)
{
    const Extras *extras = delta->new_node->declared == NULL ? NULL : delta->new_node->declared->extras;
    if (strcmp(delta->old_node->name, delta->new_node->name) != 0 ||
        g_strcmp0(delta->old_node->schema, delta->new_node->schema) != 0) {
        const char *was = delta->new_node->parent == NULL ? node_address(delta->old_node) : delta->old_node->name;
        add(object, delta, '~', title_of(delta->new_node))->detail = g_strconcat("renamed from ", was, NULL);
    }
    for (const char *const *pair = extras == NULL ? NULL : extras->renamed_labels; pair != NULL && *pair; pair += 2) {
        Change *change = add(object, delta, '~', title_of(delta->new_node));
        change->detail = g_strdup_printf("value %s renamed from %s", pair[0], pair[1]);
    }
}

static void
add_delta(ChangedObject *object, const Delta *delta)
{
    if (delta->kind == DELTA_RENAME)
        add_renamed(object, delta);
    else if (delta->kind == DELTA_ALTER)
        add_altered(object, delta);
    else
        add_whole(object, delta);
    if (delta_node(delta)->parent == NULL && (delta->kind == DELTA_CREATE || delta->kind == DELTA_DROP))
        object->mark = delta->kind == DELTA_CREATE ? '+' : '-';
}

/* Where the object is declared; else where this part of it is. */
static void
set_root(ChangedObject *object, const Node *node)
{
    object->root = node_root(node);
    const Node *declared = object->root->declared != NULL ? object->root->declared : node->declared;
    if (declared != NULL)
        object->place = declared->place;
}

static ChangedObject *
object_new(const Node *node)
{
    ChangedObject *object = g_new0(ChangedObject, 1);
    *object = (ChangedObject){.mark = '~', .changes = g_ptr_array_new_with_free_func(change_free)};
    set_root(object, node);
    return object;
}

Place
change_place(const ChangedObject *object, const Change *change)
{
    const Node *node = change->delta->new_node;
    const Node *declared = node == NULL ? NULL : node->declared;
    if (declared == NULL || declared->place.file == NULL)
        return (Place){0};
    const bool is_told =
        declared->place.line == object->place.line && g_strcmp0(declared->place.file, object->place.file) == 0;
    return is_told ? (Place){0} : declared->place;
}

GPtrArray *
changes_of(GArray *deltas)
{
    GPtrArray *objects = g_ptr_array_new_with_free_func(object_free);
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < deltas->len; i++) {
        const Delta *delta = &g_array_index(deltas, Delta, i);
        const Node *root = node_root(delta_node(delta));
        ChangedObject *object = g_hash_table_lookup(known, root->key);
        if (object == NULL) {
            object = object_new(delta_node(delta));
            g_ptr_array_add(objects, object);
            g_hash_table_insert(known, (gpointer)(guintptr)root->key, object);
        } else if (delta->new_node != NULL) {
            set_root(object, delta->new_node); /* what went first told of the old one */
        }
        add_delta(object, delta);
    }
    return objects;
}
