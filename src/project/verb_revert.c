#include "project/change.h"
#include "project/orders.h"
#include "project/revision_files.h"
#include "project/verb_revision.h"
#include <string.h>

typedef struct {
    PleatSession *session;
    const Graph *graph;
    const PleatRevisionOptions *options;
    Arena *arena;
    RevisionFiles *files;
    GPtrArray *undone[PHASE_CONTRACT + 1]; /* by phase: of Revision, parents first */
    GPtrArray *written;                    /* ids of the new ones, in the order in which they run */
} Revert;

static void
revert_clear(Revert *revert)
{
    for (Phase phase = PHASE_EXPAND; phase <= PHASE_CONTRACT; phase++)
        g_clear_pointer(&revert->undone[phase], g_ptr_array_unref);
    g_clear_pointer(&revert->written, g_ptr_array_unref);
    g_clear_pointer(&revert->files, revision_files_free);
    g_clear_pointer(&revert->arena, arena_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Revert, revert_clear)

/* Can it be undone, and wholly? */
static bool
check_way_back(const Revert *revert, Revision *revision, GError **error)
{
    if (!revision_load(revision, error))
        return false;
    if (revision->downgrade == NULL)
        return fail(error, PLEAT_ERROR_STATE, "revision %s (%s) cannot be undone: its file has no downgrade",
                    revision->id, revision->message);
    for (const char **note = revision->notes; !revert->options->allow_loss && *note != NULL; note++) {
        if (!g_str_has_prefix(*note, "irreversible: "))
            continue;
        fail(error, PLEAT_ERROR_STATE, "revision %s (%s) cannot be undone wholly: %s", revision->id, revision->message,
             *note);
        return fail_hint(error, "--allow-loss writes what undoes the rest");
    }
    return true;
}

static bool
add_undone(Revert *revert, Revision *revision, GError **error)
{
    if (!check_way_back(revert, revision, error))
        return false;
    if (*revision->upgrade != NULL || *revision->downgrade != NULL) /* a merge has no steps */
        g_ptr_array_add(revert->undone[revision->phase], revision);
    return true;
}

/* The revision; of an expand its contracts too, for without it they are nothing. */
static bool
find_undone(Revert *revert, GError **error)
{
    const char *symbol = revert->options->revert;
    g_autoptr(GPtrArray) found = NULL;
    if (!graph_resolve(revert->graph, symbol, NULL, &found, error))
        return false;
    if (found->len != 1)
        return fail(error, PLEAT_ERROR_USAGE, "\"%s\" is %s", symbol,
                    found->len == 0 ? "before the first revision" : "more than one revision");
    Revision *revision = found->pdata[0];
    if (revision->phase == PHASE_NONE) {
        fail(error, PLEAT_ERROR_USAGE,
             "revision %s is neither expand nor contract: whom its undoing would break is "
             "not known",
             revision->id);
        return fail_hint(error, "pleat downgrade undoes it where no application runs");
    }
    if (!add_undone(revert, revision, error))
        return false;
    GPtrArray *all = graph_all(revert->graph);
    for (guint i = 0; revision->phase == PHASE_EXPAND && i < all->len; i++) {
        Revision *other = all->pdata[i];
        if (change_is_one(revision, other) && !add_undone(revert, other, error))
            return false;
    }
    return revert->undone[PHASE_EXPAND]->len + revert->undone[PHASE_CONTRACT]->len > 0 ||
           fail(error, PLEAT_ERROR_USAGE, "revision %s has no steps: there is nothing to undo", revision->id);
}

/* The ways back, the newest first, as the way forth; the ways forth as the way back. */
static void
join_sections(GPtrArray *undone, char **up, char **down)
{
    GString *forth = g_string_new(NULL), *back = g_string_new(NULL);
    for (guint i = 0; i < undone->len; i++) {
        g_autofree char *way_back = revision_section(undone->pdata[undone->len - 1 - i], true);
        g_autofree char *way_forth = revision_section(undone->pdata[i], false);
        g_string_append(forth, way_back);
        g_string_append(back, way_forth);
    }
    *up = g_string_free(forth, FALSE);
    *down = g_string_free(back, FALSE);
}

static const char **
notes_of(const Revert *revert, GPtrArray *undone)
{
    g_autoptr(GPtrArray) notes = g_ptr_array_new();
    for (guint i = 0; i < undone->len; i++) {
        const Revision *revision = undone->pdata[i];
        g_ptr_array_add(notes, arena_printf(revert->arena, "undoes %s %s: %s", phase_name(revision->phase),
                                            revision->id, revision->message));
        for (const char **note = revision->notes; *note != NULL; note++)
            if (g_str_has_prefix(*note, "irreversible: "))
                g_ptr_array_add(
                    notes, arena_printf(revert->arena, "does not come back: %s", *note + strlen("irreversible: ")));
    }
    const char **list = arena_new_array(revert->arena, const char *, notes->len + 1);
    memcpy(list, notes->pdata, notes->len * sizeof *list);
    return list;
}

static const char *
new_id(const Revert *revert, Phase phase)
{
    const char *given = revert->options->rev_id;
    g_autofree char *random = revision_new_id();
    if (given == NULL)
        return arena_strdup(revert->arena, random);
    return phase == PHASE_CONTRACT ? arena_printf(revert->arena, "%sc", given) : given;
}

/*
 * What was taken away comes back before the old application does: undoing a contract is an expand. What was added goes
 * when no new application uses it any more: undoing an expand is a contract, behind the other.
 */
static bool
add_file(Revert *revert, Phase phase, GError **error)
{
    GPtrArray *undone = revert->undone[phase == PHASE_EXPAND ? PHASE_CONTRACT : PHASE_EXPAND];
    if (undone->len == 0)
        return true;
    const char *message = ((const Revision *)undone->pdata[0])->message;
    if (revert->options->message == NULL)
        message = arena_printf(revert->arena, "revert %s", message);
    else
        message = revert->options->message;
    Revision header = revision_header(revert->arena, phase, new_id(revert, phase), message);
    g_autoptr(GPtrArray) parents = NULL, needs = g_ptr_array_new();
    if (!graph_parents_for(revert->graph, phase, &parents, error))
        return false;
    g_ptr_array_extend(needs, undone, NULL, NULL);
    header.after = ids_of(parents, revert->arena);
    header.depends_on = ids_of(needs, revert->arena);
    if (revert->written->len > 0)
        header.depends_on = id_list(revert->arena, revert->written->pdata[0]);
    header.notes = notes_of(revert, undone);
    g_autofree char *up = NULL, *down = NULL;
    join_sections(undone, &up, &down);
    g_ptr_array_add(revert->written, (gpointer)(guintptr)header.id);
    return revision_files_add(revert->files, &header, up, down, error);
}

/* What is undone, without its steps: path -> text. */
static GHashTable *
texts_without(const Revert *revert)
{
    GHashTable *texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    for (Phase phase = PHASE_EXPAND; phase <= PHASE_CONTRACT; phase++)
        for (guint i = 0; i < revert->undone[phase]->len; i++) {
            const Revision *revision = revert->undone[phase]->pdata[i];
            g_hash_table_insert(texts, g_strdup(revision->path), revision_format(revision, "", ""));
        }
    return texts;
}

/* As if what is undone had never been; and the way back leads to what there was. */
static bool
prove(const Revert *revert, bool *same, GError **error)
{
    PleatSession *session = revert->session;
    GHashTable *texts = revision_files_texts(revert->files);
    g_autoptr(GHashTable) emptied = texts_without(revert);
    g_autoptr(GPtrArray) before = NULL, after = NULL, backwards = g_ptr_array_new();
    if (!orders_all(revert->graph, &before, error) || !orders_all(revert->graph, &after, error))
        return false;
    for (guint i = 0; i < revert->written->len; i++) {
        g_ptr_array_add(after, g_strdup(revert->written->pdata[i]));
        g_ptr_array_insert(backwards, 0, revert->written->pdata[i]);
    }
    if (!orders_compare_sources(session, source_draft("the schema now", NULL, before, NULL),
                                source_draft("the way back", texts, after, backwards),
                                "its way back does not lead back (first: now, second: done and undone)", same, error))
        return false;
    bool as_without = true;
    if (!orders_compare_sources(session, source_draft("the schema without it", emptied, before, NULL),
                                source_draft("the schema with it undone", texts, after, NULL),
                                "undoing it leads elsewhere (first: without it, second: done and undone)", &as_without,
                                error)) {
        fail_within(error, "without what would be undone");
        return fail_hint(error, "later revisions may stand on it: revert those first");
    }
    *same = (*same && as_without) || revert->options->allow_loss;
    return true;
}

bool
revision_revert(PleatSession *session, const Graph *graph, const PleatRevisionOptions *options, PleatOutcome *outcome,
                GError **error)
{
    g_auto(Revert) revert = {session,
                             graph,
                             options,
                             arena_new(),
                             revision_files_new(session),
                             {NULL, g_ptr_array_new(), g_ptr_array_new()},
                             g_ptr_array_new()};
    bool same = true;
    if (!find_undone(&revert, error) || !add_file(&revert, PHASE_EXPAND, error) ||
        !add_file(&revert, PHASE_CONTRACT, error) || !prove(&revert, &same, error))
        return false;
    *outcome = same ? PLEAT_CLEAN : PLEAT_FINDINGS;
    if (!same) {
        session_note(session, "nothing is written; --allow-loss writes it all the same\n");
        return true;
    }
    if (!revision_files_commit(revert.files, error))
        return false;
    revision_files_tell(revert.files, NULL);
    session_note(session, "the declarations are as they were: what is undone is to be taken out of them too\n");
    return true;
}
