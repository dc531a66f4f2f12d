#include "project/orders.h"
#include "project/revision_files.h"
#include <string.h>

typedef struct {
    GPtrArray *heads[PHASE_CONTRACT + 1]; /* by phase: what is merged, of Revision */
} Meeting;

static void
meeting_clear(Meeting *meeting)
{
    for (Phase phase = PHASE_EXPAND; phase <= PHASE_CONTRACT; phase++)
        g_clear_pointer(&meeting->heads[phase], g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Meeting, meeting_clear)

static void
add_once(GPtrArray *list, const Revision *revision)
{
    if (!g_ptr_array_find(list, revision, NULL))
        g_ptr_array_add(list, (gpointer)(guintptr)revision);
}

/* A revision of no phase is merged with those of either. */
static bool
add_named(Meeting *meeting, const Graph *graph, const char *symbol, bool splice, GError **error)
{
    g_autoptr(GPtrArray) found = NULL;
    if (!graph_resolve(graph, symbol, NULL, &found, error))
        return false;
    for (guint i = 0; i < found->len; i++) {
        const Revision *revision = found->pdata[i];
        bool is_head = false;
        for (Phase phase = PHASE_EXPAND; phase <= PHASE_CONTRACT; phase++) {
            g_autoptr(GPtrArray) heads = graph_heads(graph, phase);
            const bool in_phase = revision->phase == PHASE_NONE || revision->phase == phase;
            is_head |= g_ptr_array_find(heads, revision, NULL);
            if (in_phase && (splice || g_ptr_array_find(heads, revision, NULL)))
                add_once(meeting->heads[phase], revision);
        }
        if (!is_head && !splice) {
            fail(error, PLEAT_ERROR_USAGE, "revision %s is not a head", revision->id);
            return fail_hint(error, "pleat heads lists them; --splice merges it all the same");
        }
    }
    return true;
}

static bool
needs_only(const Graph *graph, const Revision *contract, GHashTable *expands, bool *out, GError **error)
{
    g_autoptr(GPtrArray) alone = g_ptr_array_new(), ids = NULL;
    g_ptr_array_add(alone, (gpointer)(guintptr)contract);
    if (!orders_linear(graph, alone, &ids, error))
        return false;
    *out = true;
    for (guint i = 0; i < ids->len; i++) {
        const Revision *revision = graph_find(graph, ids->pdata[i]);
        *out &= revision->phase != PHASE_EXPAND || g_hash_table_contains(expands, revision->id);
    }
    return true;
}

/* The contracts of what is merged come along: heads that need no expand beside it. */
static bool
add_contracts(Meeting *meeting, const Graph *graph, GError **error)
{
    g_autoptr(GPtrArray) ids = NULL;
    if (!orders_linear(graph, meeting->heads[PHASE_EXPAND], &ids, error))
        return false;
    g_autoptr(GHashTable) expands = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < ids->len; i++)
        g_hash_table_add(expands, ids->pdata[i]);
    g_autoptr(GPtrArray) heads = graph_heads(graph, PHASE_CONTRACT);
    for (guint i = 0; i < heads->len; i++) {
        bool along;
        if (!needs_only(graph, heads->pdata[i], expands, &along, error))
            return false;
        if (along)
            add_once(meeting->heads[PHASE_CONTRACT], heads->pdata[i]);
    }
    return true;
}

static bool
fail_nothing(const Graph *graph, GError **error)
{
    g_autoptr(GPtrArray) heads = graph_heads(graph, PHASE_NONE);
    g_autoptr(GString) ids = g_string_new(NULL);
    for (guint i = 0; i < heads->len; i++)
        g_string_append_printf(ids, "%s%s", i > 0 ? ", " : "", ((const Revision *)heads->pdata[i])->id);
    fail(error, PLEAT_ERROR_USAGE, "nothing to merge: no phase has two of these heads");
    return ids->len == 0 || fail_hint(error, "heads: %s", ids->str);
}

static bool
find_meeting(const Graph *graph, const PleatMergeOptions *options, Meeting *meeting, GError **error)
{
    static const char *const all[] = {"heads", NULL};
    const char *const *names = options->revisions == NULL || *options->revisions == NULL ? all : options->revisions;
    for (Phase phase = PHASE_EXPAND; phase <= PHASE_CONTRACT; phase++)
        meeting->heads[phase] = g_ptr_array_new();
    for (; *names != NULL; names++)
        if (!add_named(meeting, graph, *names, options->splice, error))
            return false;
    if (meeting->heads[PHASE_EXPAND]->len > 1 && !add_contracts(meeting, graph, error))
        return false;
    return meeting->heads[PHASE_EXPAND]->len > 1 || meeting->heads[PHASE_CONTRACT]->len > 1 ||
           fail_nothing(graph, error);
}

/* All expands and then all contracts, as they are deployed; or the same with each phase turned around. */
static bool
order_of(const Graph *graph, const Meeting *meeting, bool turned, GPtrArray **out, GError **error)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new();
    for (Phase phase = PHASE_EXPAND; phase <= PHASE_CONTRACT; phase++) {
        GPtrArray *heads = meeting->heads[phase];
        for (guint i = 0; i < heads->len; i++)
            g_ptr_array_add(list, heads->pdata[turned ? heads->len - 1 - i : i]);
    }
    return orders_linear(graph, list, out, error);
}

static bool
add_merge(RevisionFiles *files, const Meeting *meeting, Phase phase, const char *id, const char *expand,
          const PleatMergeOptions *options, Arena *arena, GError **error)
{
    Revision header = revision_header(arena, phase, id, options->message == NULL ? "merge" : options->message);
    header.after = ids_of(meeting->heads[phase], arena);
    if (expand != NULL)
        header.depends_on = id_list(arena, expand);
    else if (options->branch_label != NULL)
        header.labels = id_list(arena, options->branch_label);
    return revision_files_add(files, &header, "", "", error);
}

static bool
write_merges(PleatSession *session, const Graph *graph, const Meeting *meeting, const PleatMergeOptions *options,
             FileChanges *changes, GError **error)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(RevisionFiles) files = revision_files_new(session);
    const char *expand = NULL;
    for (Phase phase = PHASE_EXPAND; phase <= PHASE_CONTRACT; phase++) {
        g_autofree char *random = revision_new_id();
        const char *given = options->rev_id == NULL ? random : options->rev_id;
        const char *id =
            expand == NULL || options->rev_id == NULL ? arena_strdup(arena, given) : arena_printf(arena, "%sc", given);
        if (meeting->heads[phase]->len < 2)
            continue;
        if (!revision_name_is_free(graph, id, error) ||
            !add_merge(files, meeting, phase, id, expand, options, arena, error))
            return false;
        expand = id;
    }
    if (!revision_files_commit(files, error))
        return false;
    revision_files_tell(files, changes);
    return true;
}

bool
pleat_merge(PleatSession *session, const PleatMergeOptions *options, PleatOutcome *outcome, GError **error)
{
    g_autoptr(Graph) graph = NULL;
    g_auto(Meeting) meeting = {0};
    g_autoptr(GPtrArray) first = NULL, second = NULL;
    g_auto(FileChanges) changes = {0};
    bool same = false;
    file_changes_begin(&changes, session);
    if (!session_require_project(session, error) || !session_graph(session, &graph, error) ||
        (options->rev_id != NULL && !revision_check_id(options->rev_id, error)) ||
        (options->branch_label != NULL && (!revision_check_label(options->branch_label, error) ||
                                           !revision_name_is_free(graph, options->branch_label, error))) ||
        !find_meeting(graph, options, &meeting, error) || !order_of(graph, &meeting, false, &first, error) ||
        !order_of(graph, &meeting, true, &second, error) ||
        !orders_compare(session, first, second, "they interfere: what they lead to depends on which comes first", &same,
                        error))
        return false;
    *outcome = same ? PLEAT_CLEAN : PLEAT_FINDINGS;
    if (same && !write_merges(session, graph, &meeting, options, &changes, error))
        return false;
    if (!same)
        session_note(session, "nothing is written: pleat rebase puts one after the other\n");
    file_changes_end(&changes);
    return true;
}
