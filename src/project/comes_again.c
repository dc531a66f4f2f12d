#include "project/comes_again.h"

#include "model/quarantine.h"
#include "revision/drops.h"
#include "revision/expects.h"
#include "sql/lex.h"
#include <string.h>

/* What the expand makes: sets of texts. */
typedef struct {
    GHashTable *made;  /* addresses */
    GHashTable *aside; /* object -> names of what stands beside it until a contract: a set, "pleat_new_c" */
    int major;
    Arena *arena;
} Expand;

/* "column public.t.c" as the expand names it: what stood there may have been of another kind. */
static const char *
address_in(const Node *node)
{
    const char *space = strchr(node->key, ' ');
    return space == NULL ? node->key : space + 1;
}

/* Addresses of all that the expand makes: a set of texts. */
static GHashTable *
find_made(const Plan *plan)
{
    GHashTable *made = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < plan->actions->list->len; i++) {
        const Action *action = plan->actions->list->pdata[i];
        for (guint k = 0; action->effect.phase == PHASE_EXPAND && k < action->creates->len; k++)
            g_hash_table_add(made, (gpointer)(guintptr)address_in(action->creates->pdata[k]));
    }
    return made;
}

static GHashTable *
new_texts(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

/* Names that pleat gives to what stands beside an object, as a statement says them. */
static void
add_aside(GHashTable *names, const char *sql)
{
    const char *cursor = sql;
    for (Token token = lex_next_solid(&cursor); token.kind != TOKEN_END; token = lex_next_solid(&cursor)) {
        g_autofree char *name = token_name(token);
        if (name != NULL && g_str_has_prefix(name, "pleat_") && strcmp(name, QUARANTINE) != 0)
            g_hash_table_add(names, g_steal_pointer(&name));
    }
}

static gboolean
is_empty(gpointer object, gpointer names, gpointer data)
{
    (void)object;
    (void)data;
    return g_hash_table_size(names) == 0;
}

static GHashTable *
find_aside(const Plan *plan)
{
    GHashTable *aside = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_hash_table_unref);
    for (guint i = 0; i < plan->actions->list->len; i++) {
        const Action *action = plan->actions->list->pdata[i];
        const Node *node = action->old_node != NULL ? action->old_node : action->new_node;
        if (node == NULL || action->effect.phase != PHASE_EXPAND)
            continue;
        const char *object = node_address(node_root(node));
        GHashTable *names = g_hash_table_lookup(aside, object);
        if (names == NULL)
            g_hash_table_insert(aside, (gpointer)(guintptr)object, names = new_texts());
        for (guint k = 0; k < action->up->len; k++)
            add_aside(names, g_array_index(action->up, ActionSql, k).sql);
    }
    g_hash_table_foreach_remove(aside, is_empty, NULL);
    return aside;
}

/* Does it drop one of them? What an earlier one dropped under the same name no longer counts then. */
static bool
takes_away(const Revision *revision, const Expand *expand)
{
    g_autoptr(GArray) drops = drops_read(revision, expand->arena);
    bool any = false;
    for (guint i = 0; i < drops->len; i++)
        any |= g_hash_table_remove(expand->made, g_array_index(drops, Drop, i).address);
    return any;
}

/* Removes those of the one set from the other; was there any? */
static bool
remove_all(GHashTable *from, GHashTable *names)
{
    bool any = false;
    GHashTableIter iterator;
    gpointer name;
    g_hash_table_iter_init(&iterator, names);
    while (g_hash_table_iter_next(&iterator, &name, NULL))
        any |= g_hash_table_remove(from, name);
    return any;
}

/* Does it end what stands beside the same object under the same name? Only files of such objects are read whole. */
static bool
ends_what_stands_aside(Revision *revision, const Expand *expand, bool *ends, GError **error)
{
    *ends = false;
    g_auto(Expects) expects = {0};
    expects_read(revision, expand->major, &expects);
    if (expects.objects == NULL)
        return true;
    GHashTableIter iterator;
    gpointer object;
    g_autoptr(GHashTable) ended = NULL;
    g_hash_table_iter_init(&iterator, expects.objects);
    while (g_hash_table_iter_next(&iterator, &object, NULL)) {
        GHashTable *names = g_hash_table_lookup(expand->aside, object);
        if (names == NULL)
            continue;
        if (ended == NULL) {
            if (!revision_load(revision, error))
                return false;
            g_autofree char *sql = revision_section(revision, false);
            ended = new_texts();
            add_aside(ended, sql);
        }
        *ends |= remove_all(names, ended);
    }
    g_hash_table_foreach_remove(expand->aside, is_empty, NULL);
    return true;
}

bool
comes_again_needs(const Graph *graph, const Proposal *proposal, GPtrArray *parents, const char *const *given,
                  Arena *arena, const char ***out, GError **error)
{
    g_autoptr(GHashTable) made = find_made(proposal->plan), aside = find_aside(proposal->plan);
    g_autoptr(GHashTable) below = graph_below(graph, parents);
    g_autoptr(GPtrArray) needs = g_ptr_array_new();
    for (; *given != NULL; given++)
        g_ptr_array_add(needs, (gpointer)(guintptr)*given);
    const Expand expand = {made, aside, proposal->plan->actions->old_schema->major, arena};
    const GPtrArray *all = graph_all(graph);
    for (guint i = all->len; i-- > 0 && g_hash_table_size(made) + g_hash_table_size(aside) > 0;) {
        Revision *revision = all->pdata[i];
        if (revision->phase != PHASE_CONTRACT)
            continue;
        bool ends = false;
        if (!ends_what_stands_aside(revision, &expand, &ends, error))
            return false;
        if ((takes_away(revision, &expand) || ends) && !g_hash_table_contains(below, revision))
            g_ptr_array_add(needs, (gpointer)(guintptr)revision->id);
    }
    *out = arena_new_array(arena, const char *, needs->len + 1);
    if (needs->len > 0)
        memcpy(*out, needs->pdata, needs->len * sizeof **out);
    return true;
}
