#include "project/comes_again.h"

#include "model/quarantine.h"
#include "revision/drops.h"
#include "revision/expects.h"
#include "sql/lex.h"
#include <string.h>

/* What the expand makes: sets of texts. */
typedef struct {
    GHashTable *made;  /* addresses */
    GHashTable *aside; /* "public.t pleat_new_c": an object, and a name that stands beside it until a contract */
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

/* Names that pleat gives to what stands beside an object, as a statement says them. */
static void
add_aside(GHashTable *aside, const char *object, const char *sql)
{
    const char *cursor = sql;
    for (Token token = lex_next_solid(&cursor); token.kind != TOKEN_END; token = lex_next_solid(&cursor)) {
        g_autofree char *name = token_name(token);
        if (name != NULL && g_str_has_prefix(name, "pleat_") && strcmp(name, QUARANTINE) != 0)
            g_hash_table_add(aside, g_strdup_printf("%s %s", object, name));
    }
}

static GHashTable *
find_aside(const Plan *plan)
{
    GHashTable *aside = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < plan->actions->list->len; i++) {
        const Action *action = plan->actions->list->pdata[i];
        const Node *node = action->old_node != NULL ? action->old_node : action->new_node;
        for (guint k = 0; node != NULL && action->effect.phase == PHASE_EXPAND && k < action->up->len; k++)
            add_aside(aside, node_address(node_root(node)), g_array_index(action->up, ActionSql, k).sql);
    }
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

/* Does it end what stands beside the same object under the same name? */
static bool
ends_what_stands_aside(Revision *revision, const Expand *expand, bool *ends, GError **error)
{
    *ends = false;
    g_auto(Expects) expects = {0};
    expects_read(revision, expand->major, &expects);
    if (expects.objects == NULL || g_hash_table_size(expand->aside) == 0)
        return true;
    if (!revision_load(revision, error))
        return false;
    g_autofree char *sql = revision_section(revision, false);
    GHashTableIter iterator;
    gpointer object, name;
    g_hash_table_iter_init(&iterator, expects.objects);
    g_autoptr(GHashTable) names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    while (g_hash_table_iter_next(&iterator, &object, NULL))
        add_aside(names, object, sql);
    g_hash_table_iter_init(&iterator, names);
    while (g_hash_table_iter_next(&iterator, &name, NULL))
        *ends |= g_hash_table_remove(expand->aside, name);
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
