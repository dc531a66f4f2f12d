#include "revision/graph_private.h"

#include <stdlib.h>
#include <string.h>

/* [BRANCH@]NAME[+N|-N]; name NULL: relative to what is applied. */
typedef struct {
    char *branch, *name;
    int offset;
    bool has_offset;
} Symbol;

static void
symbol_clear(Symbol *symbol)
{
    g_free(symbol->branch);
    g_free(symbol->name);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Symbol, symbol_clear)

static void
symbol_read(const char *text, Symbol *symbol)
{
    const char *at = strrchr(text, '@');
    if (at != NULL) {
        symbol->branch = g_strndup(text, (gsize)(at - text));
        text = at + 1;
    }
    const char *sign = strpbrk(text, "+-");
    char *end = NULL;
    long offset = sign == NULL ? 0 : strtol(sign, &end, 10);
    symbol->has_offset = sign != NULL && *end == '\0' && g_ascii_isdigit(sign[1]);
    if (!symbol->has_offset)
        sign = NULL;
    symbol->offset = symbol->has_offset ? (int)offset : 0;
    symbol->name = sign == NULL ? g_strdup(text) : g_strndup(text, (gsize)(sign - text));
}

/* The phase that a branch name means; PHASE_NONE when it is a label or id. */
static Phase
branch_phase(const char *branch)
{
    if (g_strcmp0(branch, "expand") == 0)
        return PHASE_EXPAND;
    return g_strcmp0(branch, "contract") == 0 ? PHASE_CONTRACT : PHASE_NONE;
}

static bool
has_label(const Revision *revision, const char *label)
{
    return g_strv_contains(revision->labels, label) || g_strcmp0(revision->milestone, label) == 0;
}

/* By full id, label, milestone or unique prefix. */
static const Revision *
find_one(const Graph *graph, const char *name, GError **error)
{
    const Revision *found = graph_find(graph, name);
    if (found != NULL)
        return found;
    g_autoptr(GString) candidates = g_string_new(NULL);
    int count = 0;
    for (guint i = 0; i < graph->all->len; i++) {
        const Revision *revision = graph->all->pdata[i];
        if (has_label(revision, name))
            return revision;
        if (name[0] != '\0' && g_str_has_prefix(revision->id, name)) {
            found = revision;
            g_string_append_printf(candidates, "%s%s", count++ > 0 ? ", " : "", revision->id);
        }
    }
    if (count == 1)
        return found;
    if (count > 1)
        fail(error, PLEAT_ERROR_USAGE, "\"%s\" may be any of %s", name, candidates->str);
    else {
        fail(error, PLEAT_ERROR_USAGE, "no revision \"%s\"", name);
        fail_hint(error, "pleat history lists them");
    }
    return NULL;
}

static bool
is_applied(GHashTable *applied, const Revision *revision)
{
    return applied != NULL && g_hash_table_contains(applied, revision->id);
}

/* The applied revisions of a phase that no applied one comes after. */
static GPtrArray *
applied_heads(const Graph *graph, Phase phase, GHashTable *applied)
{
    GPtrArray *heads = g_ptr_array_new();
    for (guint i = 0; i < graph->all->len; i++) {
        Revision *revision = graph->all->pdata[i];
        bool on_branch = phase == PHASE_NONE || revision->phase == phase || revision->phase == PHASE_NONE;
        if (!on_branch || !is_applied(applied, revision))
            continue;
        GPtrArray *children = g_hash_table_lookup(graph->children, revision->id);
        bool followed = false;
        for (guint k = 0; children != NULL && k < children->len; k++) {
            const Revision *child = children->pdata[k];
            followed |= is_applied(applied, child) && g_strv_contains(child->after, revision->id) &&
                        (phase == PHASE_NONE || child->phase == phase || child->phase == PHASE_NONE);
        }
        if (!followed)
            g_ptr_array_add(heads, revision);
    }
    return heads;
}

/* One step along a branch, forward or back; NULL: there is none. */
static const Revision *
step_from(const Graph *graph, const Revision *revision, Phase phase, bool forward)
{
    if (!forward) {
        for (const char **id = revision->after; *id != NULL; id++) {
            const Revision *parent = graph_find(graph, *id);
            if (phase == PHASE_NONE || parent->phase == phase || parent->phase == PHASE_NONE)
                return parent;
        }
        return NULL;
    }
    GPtrArray *children = g_hash_table_lookup(graph->children, revision->id);
    for (guint i = 0; children != NULL && i < children->len; i++) {
        const Revision *child = children->pdata[i];
        if (g_strv_contains(child->after, revision->id) &&
            (phase == PHASE_NONE || child->phase == phase || child->phase == PHASE_NONE))
            return child;
    }
    return NULL;
}

static const Revision *
first_of(const Graph *graph, Phase phase)
{
    for (guint i = 0; i < graph->all->len; i++) {
        const Revision *revision = graph->all->pdata[i];
        if ((phase == PHASE_NONE || revision->phase == phase || revision->phase == PHASE_NONE) && revision->after[0] == NULL)
            return revision;
    }
    return NULL;
}

/* Walks offset steps from a start (NULL: base). *found is NULL where it ends at base. */
static bool
walk(const Graph *graph, const Revision *start, int offset, Phase phase, const char *text, const Revision **found,
     GError **error)
{
    const Revision *at = start;
    for (int left = abs(offset); left > 0; left--) {
        bool forward = offset > 0;
        if (!forward && at == NULL)
            return fail(error, PLEAT_ERROR_USAGE, "\"%s\" goes below base", text);
        const Revision *next = at == NULL ? first_of(graph, phase) : step_from(graph, at, phase, forward);
        if (next == NULL && forward)
            return fail(error, PLEAT_ERROR_USAGE, "\"%s\" goes beyond the head", text);
        at = next;
    }
    *found = at;
    return true;
}

/* Where a relative symbol starts: the one applied head of its branch. */
static bool
relative_start(const Graph *graph, Phase phase, int offset, GHashTable *applied, const Revision **start, GError **error)
{
    g_autoptr(GPtrArray) heads = applied_heads(graph, phase, applied);
    if (heads->len > 1) {
        fail(error, PLEAT_ERROR_USAGE, "\"%+d\" is ambiguous: several branches are applied", offset);
        return fail_hint(error, "say expand@%+d or contract@%+d", offset, offset);
    }
    *start = heads->len == 0 ? NULL : heads->pdata[0];
    return true;
}

static bool
resolve_named(const Graph *graph, const Symbol *symbol, GHashTable *applied, GPtrArray *found, GError **error)
{
    Phase phase = branch_phase(symbol->branch);
    g_autoptr(GPtrArray) list = NULL;
    if (strcmp(symbol->name, "base") == 0)
        return true;
    if (strcmp(symbol->name, "current") == 0) {
        list = applied_heads(graph, phase, applied);
    } else if (strcmp(symbol->name, "head") == 0 || strcmp(symbol->name, "heads") == 0) {
        list = graph_heads(graph, phase);
        for (guint i = list->len; symbol->branch != NULL && phase == PHASE_NONE && i-- > 0;)
            if (!has_label(list->pdata[i], symbol->branch))
                g_ptr_array_remove_index(list, i);
    } else {
        const Revision *one = find_one(graph, symbol->name, error);
        if (one == NULL)
            return false;
        g_ptr_array_add(found, (gpointer)(guintptr)one);
        return true;
    }
    g_ptr_array_extend(found, list, NULL, NULL);
    return true;
}

bool
graph_resolve(const Graph *graph, const char *text, GHashTable *applied, GPtrArray **out, GError **error)
{
    g_auto(Symbol) symbol = {0};
    symbol_read(text, &symbol);
    g_autoptr(GPtrArray) found = g_ptr_array_new();
    Phase phase = branch_phase(symbol.branch);
    const Revision *start = NULL;
    if (symbol.has_offset && symbol.name[0] == '\0') {
        if (!relative_start(graph, phase, symbol.offset, applied, &start, error))
            return false;
    } else {
        if (!resolve_named(graph, &symbol, applied, found, error))
            return false;
        if (symbol.has_offset && found->len > 1)
            return graph_fail_several(found, phase, error);
        start = found->len == 0 ? NULL : found->pdata[0];
    }
    if (symbol.has_offset) {
        const Revision *end = NULL;
        if (!walk(graph, start, symbol.offset, phase, text, &end, error))
            return false;
        g_ptr_array_set_size(found, 0);
        if (end != NULL)
            g_ptr_array_add(found, (gpointer)(guintptr)end);
    }
    *out = g_steal_pointer(&found);
    return true;
}

/* Adds a revision and all that it stands on. */
static void
add_ancestors(const Graph *graph, const Revision *revision, GHashTable *set)
{
    if (!g_hash_table_add(set, (gpointer)(guintptr)revision))
        return;
    for (const char **id = revision->after; *id != NULL; id++)
        add_ancestors(graph, graph_find(graph, *id), set);
}

static bool
add_side(const Graph *graph, const char *symbol, GHashTable *applied, GHashTable *set, GError **error)
{
    g_autoptr(GPtrArray) list = NULL;
    if (!graph_resolve(graph, symbol, applied, &list, error))
        return false;
    for (guint i = 0; i < list->len; i++)
        add_ancestors(graph, list->pdata[i], set);
    return true;
}

bool
graph_resolve_range(const Graph *graph, const char *range, GHashTable *applied, GPtrArray **out, GError **error)
{
    g_autoptr(GHashTable) below = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) within = g_hash_table_new(NULL, NULL);
    g_auto(GStrv) sides = g_strsplit(range, ":", 2);
    if (sides[0] == NULL || sides[1] == NULL)
        return fail(error, PLEAT_ERROR_USAGE, "a range is START:END, not \"%s\"", range);
    const char *start = sides[0][0] == '\0' ? "base" : sides[0];
    if (!add_side(graph, start, applied, below, error) ||
        !add_side(graph, sides[1][0] == '\0' ? "heads" : sides[1], applied, within, error))
        return false;
    g_autoptr(GPtrArray) first = NULL;
    if (!graph_resolve(graph, start, applied, &first, error))
        return false;
    *out = g_ptr_array_new();
    for (guint i = 0; i < graph->all->len; i++) {
        Revision *revision = graph->all->pdata[i];
        bool is_start = g_ptr_array_find(first, revision, NULL);
        if (g_hash_table_contains(within, revision) && (is_start || !g_hash_table_contains(below, revision)))
            g_ptr_array_add(*out, revision);
    }
    return true;
}
