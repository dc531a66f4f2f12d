#include "files/file_write.h"
#include "project/orders.h"
#include "project/revision_files.h"
#include <string.h>

/* What is moved of one phase, and where to. */
typedef struct {
    const Revision *head, *onto; /* NULL: nothing of this phase is moved */
    GHashTable *moved;           /* of Revision: what stands on the head's side alone */
} Move;

static void
move_clear(Move *move)
{
    g_clear_pointer(&move->moved, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Move, move_clear)

/* The revision and what it comes after, all the way down: a set of Revision. */
static GHashTable *
ancestors(const Graph *graph, const Revision *revision)
{
    GHashTable *set = g_hash_table_new(NULL, NULL);
    GPtrArray *all = graph_all(graph);
    g_hash_table_add(set, (gpointer)(guintptr)revision);
    for (guint i = all->len; i-- > 0;) {
        const Revision *at = all->pdata[i];
        for (const char **id = at->after; g_hash_table_contains(set, at) && *id != NULL; id++)
            g_hash_table_add(set, (gpointer)(guintptr)graph_find(graph, *id));
    }
    return set;
}

static void
move_find(const Graph *graph, const Revision *head, const Revision *onto, Move *move)
{
    *move = (Move){head, onto, ancestors(graph, head)};
    g_autoptr(GHashTable) stays = ancestors(graph, onto);
    GHashTableIter iterator;
    gpointer revision;
    g_hash_table_iter_init(&iterator, move->moved);
    while (g_hash_table_iter_next(&iterator, &revision, NULL))
        if (g_hash_table_contains(stays, revision))
            g_hash_table_iter_remove(&iterator);
}

/* The one revision that a symbol means. */
static bool
find_one(const Graph *graph, const char *symbol, const Revision **out, GError **error)
{
    g_autoptr(GPtrArray) found = NULL;
    if (!graph_resolve(graph, symbol, NULL, &found, error))
        return false;
    if (found->len != 1)
        return fail(error, PLEAT_ERROR_USAGE, "\"%s\" is %s", symbol,
                    found->len == 0 ? "before the first revision" : "more than one revision");
    *out = found->pdata[0];
    return true;
}

/* The head of a phase beside this one. */
static bool
find_other(const Graph *graph, Phase phase, const Revision *head, const Revision **out, GError **error)
{
    g_autoptr(GPtrArray) heads = graph_heads(graph, phase);
    if (!g_ptr_array_remove(heads, (gpointer)(guintptr)head)) {
        fail(error, PLEAT_ERROR_USAGE, "revision %s is not a head", head->id);
        return fail_hint(error, "pleat heads lists them");
    }
    if (heads->len == 0)
        return fail(error, PLEAT_ERROR_USAGE, "nothing to rebase: %s has one head, %s", phase_name(phase), head->id);
    if (heads->len > 1)
        return fail(error, PLEAT_ERROR_USAGE, "%s has %u heads beside %s: say --onto which", phase_name(phase),
                    heads->len, head->id);
    *out = heads->pdata[0];
    return true;
}

/* Does it, or what it comes after, depend on something that is moved? */
static bool
belongs(const Graph *graph, const Revision *contract, const Move *expand)
{
    g_autoptr(GHashTable) line = ancestors(graph, contract);
    GHashTableIter iterator;
    gpointer revision;
    g_hash_table_iter_init(&iterator, line);
    while (g_hash_table_iter_next(&iterator, &revision, NULL))
        for (const char **id = ((const Revision *)revision)->depends_on; *id != NULL; id++)
            if (g_hash_table_contains(expand->moved, graph_find(graph, *id)))
                return true;
    return false;
}

/* The contracts of what is moved follow, behind the one other head that contracts have. */
static bool
find_contracts(const Graph *graph, const Move *expand, Move *out, GError **error)
{
    g_autoptr(GPtrArray) heads = graph_heads(graph, PHASE_CONTRACT);
    const Revision *own = NULL, *other = NULL;
    guint n_own = 0, n_other = 0;
    for (guint i = 0; i < heads->len; i++) {
        const bool follows = belongs(graph, heads->pdata[i], expand);
        *(follows ? &own : &other) = heads->pdata[i];
        n_own += follows;
        n_other += !follows;
    }
    if (n_own == 0 || n_other == 0)
        return true;
    if (n_own > 1 || n_other > 1)
        return fail(error, PLEAT_ERROR_USAGE, "contract has %u heads: rebase or merge them first, two at a time",
                    heads->len);
    move_find(graph, own, other, out);
    return true;
}

/* What stays outside, as far as it comes before the new parent anyhow, makes way for it. */
static const char **
new_parents(const Graph *graph, const Move *move, const Revision *revision, Arena *arena)
{
    g_autoptr(GHashTable) stays = ancestors(graph, move->onto);
    g_autoptr(GPtrArray) list = g_ptr_array_new();
    bool moves = *revision->after == NULL;
    for (const char **id = revision->after; *id != NULL; id++) {
        const Revision *parent = graph_find(graph, *id);
        if (g_hash_table_contains(stays, parent))
            moves = true;
        else
            g_ptr_array_add(list, (gpointer)(guintptr)parent);
    }
    if (!moves)
        return NULL;
    g_ptr_array_insert(list, 0, (gpointer)(guintptr)move->onto);
    return ids_of(list, arena);
}

static bool
rewrite(PleatSession *session, const Graph *graph, const Move *move, FileChanges *changes, GError **error)
{
    GPtrArray *all = graph_all(graph);
    g_autoptr(Arena) arena = arena_new();
    for (guint i = 0; move->head != NULL && i < all->len; i++) {
        const Revision *revision = all->pdata[i];
        const char **after =
            g_hash_table_contains(move->moved, revision) ? new_parents(graph, move, revision, arena) : NULL;
        if (after == NULL)
            continue;
        g_autofree char *text = revision_reparent(revision, after, NULL);
        g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
        g_autofree char *parents = g_strjoinv(", ", (char **)(guintptr)after);
        if (!file_write_atomically(revision->path, bytes, 0666, error))
            return false;
        if (!file_changes_rewritten(changes, revision->path))
            session_write(session, "%s: after %s\n", revision->path, parents);
    }
    return true;
}

/* As it will be run: expand and then contract, what stays and then what is moved; or what is moved first. */
static bool
order_of(const Graph *graph, const Move moves[2], bool turned, GPtrArray **out, GError **error)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new();
    for (size_t i = 0; i < 2; i++)
        for (int k = 0; moves[i].head != NULL && k < 2; k++)
            g_ptr_array_add(list, (gpointer)(guintptr)((k == 0) == turned ? moves[i].head : moves[i].onto));
    return orders_linear(graph, list, out, error);
}

/* Somebody has perhaps run it in the other order. */
static bool
tell_other_order(PleatSession *session, GPtrArray *new_order, GPtrArray *other, GError **error)
{
    g_autoptr(GError) problem = NULL;
    bool same = true;
    if (!orders_compare(session, new_order, other, "the other order, which databases may have run, leads elsewhere",
                        &same, &problem)) {
        if (g_error_matches(problem, PLEAT_ERROR, PLEAT_ERROR_INTERRUPTED)) {
            g_propagate_error(error, g_steal_pointer(&problem));
            return false;
        }
        session_note(session, "the other order cannot be run: %s\n", problem->message);
    }
    return true;
}

bool
pleat_rebase(PleatSession *session, const PleatRebaseOptions *options, GError **error)
{
    g_autoptr(Graph) graph = NULL;
    const Revision *head = NULL, *onto = NULL;
    if (!session_require_project(session, error) || !session_graph(session, &graph, error) ||
        !find_one(graph, options->revision, &head, error))
        return false;
    const Phase phase = head->phase == PHASE_NONE ? PHASE_EXPAND : head->phase;
    if (!(options->onto == NULL ? find_other(graph, phase, head, &onto, error)
                                : find_one(graph, options->onto, &onto, error)))
        return false;
    if (onto->phase != PHASE_NONE && onto->phase != phase)
        return fail(error, PLEAT_ERROR_USAGE, "%s is %s and %s is %s: a phase is a branch of its own", head->id,
                    phase_name(phase), onto->id, phase_name(onto->phase));
    g_auto(Move) first = {0}, contracts = {0};
    g_autoptr(GPtrArray) new_order = NULL, other = NULL;
    move_find(graph, head, onto, &first);
    if (g_hash_table_size(first.moved) == 0)
        return fail(error, PLEAT_ERROR_USAGE, "nothing to rebase: %s comes before %s", head->id, onto->id);
    if (phase == PHASE_EXPAND && !find_contracts(graph, &first, &contracts, error))
        return false;
    const Move moves[2] = {first, contracts};
    g_auto(FileChanges) changes = {0};
    file_changes_begin(&changes, session);
    if (!order_of(graph, moves, false, &new_order, error) || !order_of(graph, moves, true, &other, error) ||
        !orders_prove(session, new_order, error) || !tell_other_order(session, new_order, other, error) ||
        !rewrite(session, graph, &first, &changes, error) || !rewrite(session, graph, &contracts, &changes, error))
        return false;
    file_changes_end(&changes);
    return true;
}
