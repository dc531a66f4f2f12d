#include "files/file_write.h"
#include "project/autogenerate.h"
#include "project/change.h"
#include "project/checked_bodies.h"
#include "project/compatibility.h"
#include "project/dropped_lines.h"
#include "project/orders.h"
#include "project/standings.h"
#include "project/verb_revision.h"
#include <errno.h>
#include <string.h>
#include <unistd.h>

typedef struct {
    PleatSession *session;
    const Graph *graph;
    const PleatRevisionOptions *options;
    Arena *arena;
    Revision *old[PHASE_CONTRACT + 1];  /* by phase; NULL: the change had none */
    const char *id[PHASE_CONTRACT + 1]; /* of what it will have; NULL: none */
    char *path[PHASE_CONTRACT + 1];     /* likewise */
    char *text[PHASE_CONTRACT + 1];
    GPtrArray *standings;
    bool is_broken; /* bodies of routines would not fit any more */
} Amend;

static void
amend_clear(Amend *amend)
{
    for (Phase phase = PHASE_EXPAND; phase <= PHASE_CONTRACT; phase++) {
        g_free(amend->path[phase]);
        g_free(amend->text[phase]);
    }
    g_clear_pointer(&amend->standings, g_ptr_array_unref);
    g_clear_pointer(&amend->arena, arena_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Amend, amend_clear)

/* Which revision ----------------------------------------------------------------------------------------------------*/

/* The one head of a phase; *out is NULL where there is none of this phase alone. */
static bool
find_head(const Amend *amend, Phase phase, Revision **out, GError **error)
{
    g_autoptr(GPtrArray) heads = graph_heads(amend->graph, phase);
    if (heads->len > 1) {
        fail(error, PLEAT_ERROR_USAGE, "%s has %u heads", phase_name(phase), heads->len);
        return fail_hint(error, "--head says which one is meant");
    }
    Revision *head = heads->len == 0 ? NULL : heads->pdata[0];
    *out = head == NULL || head->phase != phase ? NULL : head;
    return true;
}

static bool
needs(const Revision *revision, const Revision *other)
{
    return g_strv_contains(revision->after, other->id) || g_strv_contains(revision->depends_on, other->id);
}

/* The expand head and the contract that depends on it, or the one of the two that is newer. */
static bool
find_newest(Amend *amend, GError **error)
{
    Revision **expand = &amend->old[PHASE_EXPAND], **contract = &amend->old[PHASE_CONTRACT];
    if (!find_head(amend, PHASE_EXPAND, expand, error) || !find_head(amend, PHASE_CONTRACT, contract, error))
        return false;
    if (*expand == NULL && *contract == NULL)
        return fail(error, PLEAT_ERROR_USAGE, "there is no revision to amend");
    if (*expand == NULL || *contract == NULL || change_is_one(*expand, *contract))
        return true;
    if (needs(*contract, *expand)) { /* a change of contract alone, made behind it */
        *expand = NULL;
        return true;
    }
    if (*(*contract)->depends_on == NULL) { /* of no expand's change: which of the two came last is not known */
        fail(error, PLEAT_ERROR_USAGE, "both %s and %s are the newest of their phases", (*expand)->id, (*contract)->id);
        return fail_hint(error, "--head says which one is meant");
    }
    *contract = NULL;
    return true;
}

/* What --head says, and the other half of its change. */
static bool
find_named(Amend *amend, GError **error)
{
    const char *symbol = amend->options->head;
    g_autoptr(GPtrArray) found = NULL;
    if (!graph_resolve(amend->graph, symbol, NULL, &found, error))
        return false;
    if (found->len != 1 || ((const Revision *)found->pdata[0])->phase == PHASE_NONE)
        return fail(error, PLEAT_ERROR_USAGE, "\"%s\" is not one revision of expand or contract", symbol);
    Revision *named = found->pdata[0];
    amend->old[named->phase] = named;
    const Phase other = named->phase == PHASE_EXPAND ? PHASE_CONTRACT : PHASE_EXPAND;
    g_autoptr(GPtrArray) heads = graph_heads(amend->graph, other);
    for (guint i = 0; i < heads->len; i++) {
        Revision *head = heads->pdata[i];
        if (head->phase == other && (other == PHASE_CONTRACT ? change_is_one(named, head) : change_is_one(head, named)))
            amend->old[other] = head;
    }
    return true;
}

/* Nothing that stays stands on what is made anew. */
static bool
check_free(const Amend *amend, GError **error)
{
    GPtrArray *all = graph_all(amend->graph);
    for (Phase phase = PHASE_EXPAND; phase <= PHASE_CONTRACT; phase++)
        for (guint i = 0; amend->old[phase] != NULL && i < all->len; i++) {
            const Revision *other = all->pdata[i], *old = amend->old[phase];
            if (other != amend->old[PHASE_EXPAND] && other != amend->old[PHASE_CONTRACT] && needs(other, old))
                return fail(error, PLEAT_ERROR_USAGE, "revision %s stands on %s, which cannot be made anew under it",
                            other->id, old->id);
        }
    return true;
}

static bool
has_run(const Standing *standing, const Revision *revision)
{
    return revision != NULL && (g_hash_table_contains(standing->applied, revision->id) ||
                                g_strcmp0(standing->unfinished, revision->id) == 0);
}

/* The development database's can be undone; no other's. */
static bool
check_not_applied(const Amend *amend, GError **error)
{
    for (guint i = 0; i < amend->standings->len; i++) {
        const Standing *standing = amend->standings->pdata[i];
        for (Phase phase = PHASE_EXPAND; !standing->development && phase <= PHASE_CONTRACT; phase++) {
            if (!has_run(standing, amend->old[phase]))
                continue;
            fail(error, PLEAT_ERROR_STATE, "database \"%s\" has run revision %s: it cannot be made anew",
                 standing->name, amend->old[phase]->id);
            return fail_hint(error, "write another: pleat revision --autogenerate");
        }
    }
    return true;
}

/* What it becomes ---------------------------------------------------------------------------------------------------*/

static void
add_once(GPtrArray *list, const char *id)
{
    if (!g_ptr_array_find_with_equal_func(list, id, g_str_equal, NULL))
        g_ptr_array_add(list, (gpointer)(guintptr)id);
}

static const char **
list_of(const Amend *amend, GPtrArray *ids)
{
    const char **list = arena_new_array(amend->arena, const char *, ids->len + 1);
    memcpy(list, ids->pdata, ids->len * sizeof *list);
    return list;
}

/* A contract depends on the expand of its change; where that has gone, on what it came after. */
static const char **
needs_of_contract(const Amend *amend, const char *const *before)
{
    const Revision *expand = amend->old[PHASE_EXPAND];
    g_autoptr(GPtrArray) needs = g_ptr_array_new();
    for (; *before != NULL; before++)
        if (expand == NULL || strcmp(*before, expand->id) != 0)
            add_once(needs, *before);
    if (amend->id[PHASE_EXPAND] != NULL)
        add_once(needs, amend->id[PHASE_EXPAND]);
    for (const char **id = expand == NULL ? NULL : expand->after;
         amend->id[PHASE_EXPAND] == NULL && id != NULL && *id != NULL; id++)
        add_once(needs, *id);
    return list_of(amend, needs);
}

/* Of a phase that the change had not before. */
static bool
new_header(const Amend *amend, Phase phase, const char *message, Revision *header, GError **error)
{
    const Revision *expand = amend->old[PHASE_EXPAND];
    g_autoptr(GPtrArray) parents = NULL;
    g_autofree char *random = revision_new_id();
    const char *paired = expand == NULL ? NULL : arena_printf(amend->arena, "%sc", expand->id);
    const bool is_free = paired != NULL && revision_name_is_free(amend->graph, paired, NULL);
    *header = revision_header(amend->arena, phase, is_free ? paired : arena_strdup(amend->arena, random), message);
    if (!graph_parents_for(amend->graph, phase, &parents, error))
        return false;
    header->after = ids_of(parents, amend->arena);
    return true;
}

/* As it was, but for the message and what is made anew. */
static bool
fill_header(const Amend *amend, Phase phase, Revision *header, GError **error)
{
    const Revision *old = amend->old[phase];
    const Revision *sibling = amend->old[phase == PHASE_EXPAND ? PHASE_CONTRACT : PHASE_EXPAND];
    const char *message = amend->options->message;
    if (message == NULL)
        message = (old != NULL ? old : sibling)->message;
    if (old == NULL && !new_header(amend, phase, message, header, error))
        return false;
    if (old != NULL)
        *header = *old;
    header->arena = amend->arena;
    header->message = message;
    if (phase == PHASE_CONTRACT)
        header->depends_on = needs_of_contract(amend, header->depends_on);
    return true;
}

static bool
is_made_anew(const Amend *amend, const char *id)
{
    for (Phase phase = PHASE_EXPAND; phase <= PHASE_CONTRACT; phase++)
        if (amend->old[phase] != NULL && strcmp(amend->old[phase]->id, id) == 0)
            return true;
    return false;
}

/* All but what is made anew, by its heads: those that there are, and what was no head only for what is made anew. */
static const char **
upon(const Amend *amend)
{
    g_autoptr(GPtrArray) heads = graph_heads(amend->graph, PHASE_NONE), ids = g_ptr_array_new();
    for (Phase phase = PHASE_EXPAND; phase <= PHASE_CONTRACT; phase++)
        if (amend->old[phase] != NULL) {
            const char **lists[] = {amend->old[phase]->after, amend->old[phase]->depends_on};
            for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
                for (const char **id = lists[i]; *id != NULL; id++)
                    if (!is_made_anew(amend, *id))
                        add_once(ids, *id);
        }
    for (guint i = 0; i < heads->len; i++) {
        const Revision *head = heads->pdata[i];
        if (!is_made_anew(amend, head->id))
            add_once(ids, head->id);
    }
    return list_of(amend, ids);
}

static bool
make_phase(Amend *amend, const Source *to, const Proposal *proposal, Phase phase, GError **error)
{
    if (plan_count(proposal->plan, phase) == 0)
        return true;
    Revision header;
    if (!fill_header(amend, phase, &header, error))
        return false;
    g_autofree char *up = NULL, *down = NULL, *name = NULL;
    change_write(&header, to, proposal, upon(amend), &up, &down);
    name = revision_file_name(amend->session->config->revision_file, &header);
    amend->id[phase] = header.id;
    amend->path[phase] = amend->old[phase] != NULL ? g_strdup(amend->old[phase]->path)
                                                   : g_build_filename(amend->session->revision_folder, name, NULL);
    amend->text[phase] = revision_format(&header, up, down);
    return true;
}

/* All revisions but those that are made anew, one after the other. */
static bool
find_others(const Amend *amend, GPtrArray **out, GError **error)
{
    g_autoptr(GPtrArray) ids = NULL;
    if (!orders_all(amend->graph, &ids, error))
        return false;
    for (guint i = ids->len; i-- > 0;)
        for (Phase phase = PHASE_EXPAND; phase <= PHASE_CONTRACT; phase++)
            if (amend->old[phase] != NULL && i < ids->len && strcmp(ids->pdata[i], amend->old[phase]->id) == 0)
                g_ptr_array_remove_index(ids, i);
    *out = g_steal_pointer(&ids);
    return true;
}

static bool
make(Amend *amend, GError **error)
{
    PleatSession *session = amend->session;
    g_autoptr(GPtrArray) others = NULL;
    g_autoptr(Source) from = NULL, to = NULL;
    g_autoptr(Proposal) proposal = NULL;
    if (!find_others(amend, &others, error) || !source_open(session, "schema", &to, error))
        return false;
    from = source_draft("the other revisions", NULL, others, NULL);
    if (!source_pair(session, from, to, error) || !proposal_find(session, from, to, &proposal, error))
        return false;
    if (proposal_is_empty(proposal)) {
        fail(error, PLEAT_ERROR_STATE, "nothing would be left of it: the declarations equal the other revisions");
        return fail_hint(error, "remove its files instead");
    }
    proposal_hint(session, proposal);
    if (!compatibility_read(session, &proposal->corpus, error) || !proposal_prove(session, from, to, proposal, error) ||
        !compatibility_check(session, proposal, amend->options->allow_incompatible, error) ||
        !dropped_date(session, proposal, to, error))
        return false;
    checked_bodies_tell(session, proposal, from, to, amend->options->allow_broken_bodies, &amend->is_broken);
    return make_phase(amend, to, proposal, PHASE_EXPAND, error) &&
           make_phase(amend, to, proposal, PHASE_CONTRACT, error);
}

/* What was written by hand ------------------------------------------------------------------------------------------*/

static bool
has_step(Step *const *steps, const Step *like)
{
    for (; steps != NULL && *steps != NULL; steps++)
        if ((*steps)->kind == like->kind && g_strcmp0((*steps)->key, like->key) == 0 &&
            g_strv_equal((const char *const *)(*steps)->statements, (const char *const *)like->statements))
            return true;
    return false;
}

/* Steps that the new text has not, by their lines. */
static void
append_lost(GString *out, const Revision *old, Step *const *steps, Step *const *now)
{
    enum { SHOWN = 60 };
    for (; steps != NULL && *steps != NULL; steps++) {
        if (has_step(now, *steps))
            continue;
        g_autofree char *line = g_strdelimit(g_strndup((*steps)->statements[0], SHOWN), "\r\n\t", ' ');
        g_autofree char *whole = g_utf8_make_valid(line, -1);
        g_string_append_printf(out, "\n  %s:%d: %s", old->path, (*steps)->line, whole);
    }
}

/* A file that is not as pleat wrote it is not thrown away unasked. */
static bool
check_unedited(const Amend *amend, Phase phase, GError **error)
{
    Revision *old = amend->old[phase];
    if (old == NULL || amend->options->discard_edits || revision_is_as_generated(old))
        return true;
    if (!revision_load(old, error))
        return false;
    g_autoptr(Problems) problems = problems_new();
    g_autoptr(Revision) now =
        amend->text[phase] == NULL ? NULL : revision_parse(old->path, amend->text[phase], problems);
    g_autoptr(GString) lost = g_string_new(NULL);
    append_lost(lost, old, old->upgrade, now == NULL ? NULL : now->upgrade);
    append_lost(lost, old, old->downgrade, now == NULL ? NULL : now->downgrade);
    fail(error, PLEAT_ERROR_STATE, "revision %s %s; made anew it would lose %s%s", old->id,
         old->generated == NULL ? "was written by hand" : "was edited after pleat wrote it",
         lost->len == 0 ? "its comments" : "these steps:", lost->str);
    return fail_hint(error, "--discard-edits makes it anew all the same");
}

/* Done --------------------------------------------------------------------------------------------------------------*/

/* With the files as they are still: they alone know the way back. */
static bool
undo(const Amend *amend, GError **error)
{
    PleatSession *session = amend->session;
    const RunOptions options = session_run_options(session);
    for (guint i = 0; i < amend->standings->len; i++) {
        const Standing *standing = amend->standings->pdata[i];
        g_autoptr(GPtrArray) list = g_ptr_array_new();
        for (Phase phase = PHASE_CONTRACT; phase >= PHASE_EXPAND; phase--)
            if (has_run(standing, amend->old[phase]))
                g_ptr_array_add(list, amend->old[phase]);
        if (list->len == 0)
            continue;
        if (!run_undo(standing->conninfo, amend->graph, list, &options, error))
            return fail_within(error, "undoing it on database \"%s\"", standing->name);
        session_note(session, "undone on database \"%s\": pleat upgrade applies it anew\n", standing->name);
    }
    return true;
}

static bool
write_phase(const Amend *amend, Phase phase, GError **error)
{
    PleatSession *session = amend->session;
    const Revision *old = amend->old[phase];
    if (amend->text[phase] == NULL) {
        if (old != NULL && unlink(old->path) != 0)
            return fail(error, PLEAT_ERROR_SYSTEM, "cannot remove %s: %s", old->path, g_strerror(errno));
        if (old != NULL)
            session_note(session, "removed: %s\n", old->path);
        return true;
    }
    g_autoptr(GBytes) bytes = g_bytes_new(amend->text[phase], strlen(amend->text[phase]));
    g_autofree char *name = g_path_get_basename(amend->path[phase]);
    if (!file_write_atomically(amend->path[phase], bytes, 0666, error))
        return false;
    session_write(session, "revisions/%s\n", name);
    return true;
}

bool
revision_amend(PleatSession *session, const Graph *graph, const PleatRevisionOptions *options, PleatOutcome *outcome,
               GError **error)
{
    g_auto(Amend) amend = {.session = session, .graph = graph, .options = options, .arena = arena_new()};
    *outcome = PLEAT_CLEAN;
    if (!(options->head == NULL ? find_newest : find_named)(&amend, error) || !check_free(&amend, error) ||
        !standings_read(session, options->unreachable, &amend.standings, error) || !check_not_applied(&amend, error) ||
        !make(&amend, error))
        return false;
    if (amend.is_broken)
        *outcome = PLEAT_FINDINGS;
    return amend.is_broken || (check_unedited(&amend, PHASE_EXPAND, error) &&
                               check_unedited(&amend, PHASE_CONTRACT, error) && undo(&amend, error) &&
                               write_phase(&amend, PHASE_EXPAND, error) && write_phase(&amend, PHASE_CONTRACT, error));
}
