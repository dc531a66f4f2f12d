/* resolve.c - what a symbol means */
#include "revision/graph_private.h"

#include <stdlib.h>
#include <string.h>

void
symbol_clear(Symbol *symbol)
{
    g_clear_pointer(&symbol->branch, g_free);
    g_clear_pointer(&symbol->name, g_free);
}

static bool
is_named(const Revision *revision, const char *name)
{
    return g_strv_contains(revision->labels, name) || g_strcmp0(revision->milestone, name) == 0;
}

/* Revisions that have the label or, several of them, the milestone. */
static GPtrArray *
find_named(const Graph *graph, const char *name)
{
    GPtrArray *list = g_ptr_array_new();
    for (guint i = 0; i < graph->all->len; i++)
        if (is_named(graph->all->pdata[i], name))
            g_ptr_array_add(list, graph->all->pdata[i]);
    return list;
}

/* "+2" and "-1" at the end of a text; NULL: there is none. Ids hold no sign, but labels such as 2024-11-01 do. */
static const char *
find_offset(const Graph *graph, const char *text)
{
    g_autoptr(GPtrArray) whole = find_named(graph, text);
    const char *end = text + strlen(text), *at = end;
    while (at > text && g_ascii_isdigit(at[-1]))
        at--;
    bool is_number = at > text && end - at > 0 && end - at < 7 && strchr("+-", at[-1]) != NULL;
    return is_number && whole->len == 0 ? at - 1 : NULL;
}

void
symbol_read(const Graph *graph, const char *text, Symbol *symbol)
{
    const char *at = strrchr(text, '@');
    *symbol = (Symbol){.branch = at == NULL ? NULL : g_strndup(text, (gsize)(at - text))};
    const char *rest = at == NULL ? text : at + 1;
    const char *sign = find_offset(graph, rest);
    symbol->has_offset = sign != NULL;
    symbol->offset = sign == NULL ? 0 : atoi(sign);
    symbol->name = sign == NULL ? g_strdup(rest) : g_strndup(rest, (gsize)(sign - rest));
}

const Revision *
graph_find_prefix(const Graph *graph, const char *name, GError **error)
{
    const Revision *found = graph_find(graph, name);
    if (found != NULL)
        return found;
    g_autoptr(GPtrArray) candidates = g_ptr_array_new();
    for (guint i = 0; name[0] != '\0' && i < graph->all->len; i++)
        if (g_str_has_prefix(((const Revision *)graph->all->pdata[i])->id, name))
            g_ptr_array_add(candidates, graph->all->pdata[i]);
    if (candidates->len == 1)
        return candidates->pdata[0];
    g_autofree char *ids = spell_ids(candidates);
    if (candidates->len > 1)
        fail(error, PLEAT_ERROR_USAGE, "\"%s\" may be any of %s", name, ids);
    else
        fail(error, PLEAT_ERROR_USAGE, "no revision \"%s\"", name);
    fail_hint(error, "pleat history lists them");
    return NULL;
}

static bool
resolve_one(const Graph *graph, const char *name, const Branch *branch, GPtrArray **out, GError **error)
{
    g_autoptr(GPtrArray) found = find_named(graph, name);
    if (found->len == 0) {
        const Revision *one = graph_find_prefix(graph, name, error);
        if (one == NULL)
            return false;
        g_ptr_array_add(found, (gpointer)(guintptr)one);
    }
    const Branch lineage = {.phase = branch->phase, .members = branch->lineage};
    for (guint i = 0; branch->name != NULL && i < found->len; i++)
        if (!branch_holds(&lineage, found->pdata[i]))
            return fail(error, PLEAT_ERROR_USAGE, "%s is not on the branch \"%s\"",
                        ((const Revision *)found->pdata[i])->id, branch->name);
    *out = g_steal_pointer(&found);
    return true;
}

static bool
resolve_name(const Graph *graph, const char *name, const Branch *branch, GHashTable *applied, GPtrArray **out,
             GError **error)
{
    if (strcmp(name, "head") == 0)
        return branch_head(graph, branch, out, error);
    if (strcmp(name, "base") == 0) {
        *out = g_ptr_array_new();
    } else if (strcmp(name, "heads") == 0) {
        *out = branch_heads(graph, branch, NULL);
    } else if (strcmp(name, "current") == 0) {
        g_autoptr(GHashTable) none = g_hash_table_new(NULL, NULL);
        *out = branch_heads(graph, branch, applied == NULL ? none : applied);
    } else {
        return resolve_one(graph, name, branch, out, error);
    }
    return true;
}

/* The one revision that an offset counts from. */
static bool
find_start(const Graph *graph, const Symbol *symbol, const Branch *branch, GHashTable *applied, const Revision **start,
           GError **error)
{
    g_autoptr(GHashTable) none = g_hash_table_new(NULL, NULL);
    if (symbol->name[0] == '\0')
        return walk_start(graph, branch, symbol, applied == NULL ? none : applied, start, error);
    g_autoptr(GPtrArray) list = NULL;
    if (!resolve_name(graph, symbol->name, branch, applied, &list, error))
        return false;
    if (list->len <= 1) {
        *start = list->len == 0 ? NULL : list->pdata[0];
        return true;
    }
    g_autofree char *ids = spell_ids(list);
    fail(error, PLEAT_ERROR_USAGE, "\"%s%+d\": the project has %u heads: %s", symbol->name, symbol->offset, list->len,
         ids);
    return fail_hint(error, "name the one that it counts from, as in %s%+d", ((const Revision *)list->pdata[0])->id,
                     symbol->offset);
}

bool
graph_resolve(const Graph *graph, const char *text, GHashTable *applied, GPtrArray **out, GError **error)
{
    g_auto(Symbol) symbol = {0};
    g_auto(Branch) branch = {0};
    symbol_read(graph, text, &symbol);
    if (!branch_find(graph, symbol.branch, &branch, error))
        return false;
    if (!symbol.has_offset)
        return resolve_name(graph, symbol.name, &branch, applied, out, error);
    const Revision *start = NULL;
    if (!find_start(graph, &symbol, &branch, applied, &start, error))
        return false;
    Branch along = {.phase = branch.phase, .members = branch.lineage};
    if (along.phase == PHASE_NONE && start != NULL)
        along.phase = start->phase; /* a revision's own branch is meant */
    return walk(graph, &along, start, symbol.offset, text, out, error);
}

GHashTable *
graph_below(const Graph *graph, GPtrArray *revisions)
{
    GHashTable *set = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < revisions->len; i++)
        g_hash_table_add(set, revisions->pdata[i]);
    add_below(graph, set, true);
    return set;
}

/* The revisions and all that stands on them. */
static GHashTable *
dependants_of(const Graph *graph, GPtrArray *revisions)
{
    GHashTable *set = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < graph->all->len; i++) {
        Revision *revision = graph->all->pdata[i];
        if (g_ptr_array_find(revisions, revision, NULL) || is_among(graph, revision->after, set) ||
            is_among(graph, revision->depends_on, set))
            g_hash_table_add(set, revision);
    }
    return set;
}

bool
graph_resolve_range(const Graph *graph, const char *range, GHashTable *applied, GPtrArray **out, GError **error)
{
    g_auto(GStrv) sides = g_strsplit(range, ":", 2);
    g_autoptr(GPtrArray) first = NULL, last = NULL;
    if (sides[0] == NULL || sides[1] == NULL)
        return fail(error, PLEAT_ERROR_USAGE, "a range is START:END, not \"%s\"", range);
    if (!graph_resolve(graph, sides[0][0] == '\0' ? "base" : sides[0], applied, &first, error) ||
        !graph_resolve(graph, sides[1][0] == '\0' ? "heads" : sides[1], applied, &last, error))
        return false;
    g_autoptr(GHashTable) within = graph_below(graph, last), above = dependants_of(graph, first);
    *out = g_ptr_array_new();
    for (guint i = 0; i < graph->all->len; i++) {
        Revision *revision = graph->all->pdata[i];
        if (g_hash_table_contains(within, revision) && (first->len == 0 || g_hash_table_contains(above, revision)))
            g_ptr_array_add(*out, revision);
    }
    return true;
}
