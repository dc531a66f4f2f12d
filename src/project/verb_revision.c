#include "project/verb_revision.h"
#include "project/autogenerate.h"
#include "project/by_way_of.h"
#include "project/change.h"
#include "project/checked_bodies.h"
#include "project/comes_again.h"
#include "project/compatibility.h"
#include "project/dropped_lines.h"
#include "project/graph_document.h"
#include "project/replayed.h"
#include "project/revision_files.h"
#include <string.h>

typedef struct {
    PleatSession *session;
    const PleatRevisionOptions *options;
    Graph *graph;
    RevisionFiles *files;
    Arena *arena;
    const char **upon;                      /* ids of the heads that it was made upon; NULL: upon something else */
    const char *step;                       /* of a chain: what is said behind the message; NULL: it is the whole */
    const char *before[PHASE_CONTRACT + 1]; /* of a chain: ids of the revisions of the step before; NULL: none */
    Source *reached; /* what all revisions, the new ones too, were proved to lead to; NULL: that is not known */
} Writer;

/* In the ids of the second step of a chain. */
#define SECOND "2"

static bool
follows(const Writer *writer)
{
    return writer->before[PHASE_EXPAND] != NULL;
}

/* The contract's id is told from its expand's, so that --rev-id and a reader know both. */
static const char *
new_id(Writer *writer, Phase phase)
{
    const char *given = writer->options->rev_id;
    if (given == NULL) {
        g_autofree char *id = revision_new_id();
        return arena_strdup(writer->arena, id);
    }
    return arena_printf(writer->arena, "%s%s%s", given, follows(writer) ? SECOND : "",
                        phase == PHASE_CONTRACT ? "c" : "");
}

static const char *
message_of(const Writer *writer)
{
    const char *message = writer->options->message;
    return writer->step == NULL ? message : arena_printf(writer->arena, "%s (%s)", message, writer->step);
}

static const char **
list_of_one(const Writer *writer, const char *id)
{
    const char **list = arena_new_array(writer->arena, const char *, 2);
    list[0] = id;
    return list;
}

/* What --head names of the phase: nothing for "base". Where it is of the other, what a new revision comes after anyhow.
 */
static bool
find_parents(const Writer *writer, Phase phase, GPtrArray **out, GError **error)
{
    const PleatRevisionOptions *options = writer->options;
    g_autoptr(GPtrArray) named = NULL, heads = graph_heads(writer->graph, phase);
    if (options->head != NULL && !graph_resolve(writer->graph, options->head, NULL, &named, error))
        return false;
    g_autoptr(GPtrArray) parents = g_ptr_array_new();
    for (guint i = 0; named != NULL && i < named->len; i++) {
        const Revision *revision = named->pdata[i];
        if (revision->phase != PHASE_NONE && revision->phase != phase)
            continue;
        if (!options->splice && !g_ptr_array_find(heads, revision, NULL)) {
            fail(error, PLEAT_ERROR_USAGE, "revision %s is not a head of %s", revision->id, phase_name(phase));
            return fail_hint(error, "pleat heads lists them; --splice begins a branch there");
        }
        g_ptr_array_add(parents, (gpointer)(guintptr)revision);
    }
    if (parents->len == 0 && (named == NULL || named->len > 0))
        return graph_parents_for(writer->graph, phase, out, error);
    *out = g_steal_pointer(&parents);
    return true;
}

static bool
fill_header(Writer *writer, Revision *header, Phase phase, GPtrArray **out_parents, GError **error)
{
    const PleatRevisionOptions *options = writer->options;
    *header = revision_header(writer->arena, phase, new_id(writer, phase), message_of(writer));
    g_autoptr(GPtrArray) parents = NULL;
    if (!find_parents(writer, phase, &parents, error))
        return false;
    header->after = follows(writer) ? list_of_one(writer, writer->before[phase]) : ids_of(parents, writer->arena);
    if (follows(writer) && phase == PHASE_EXPAND) /* what the step before drops comes again */
        header->depends_on = list_of_one(writer, writer->before[PHASE_CONTRACT]);
    else if (options->depends_on != NULL)
        header->depends_on = (const char **)(guintptr)options->depends_on;
    header->tenant = session_for_tenants(writer->session);
    if (options->branch_label != NULL)
        header->labels = id_list(writer->arena, options->branch_label);
    *out_parents = g_steal_pointer(&parents);
    return true;
}

/* What a contract stands on: the expand of its own change, or, where it has none, all that there are. */
static const char **
needs_of_contract(const Writer *writer, const char *const *given, const char *expand_id)
{
    g_autoptr(GPtrArray) needs = g_ptr_array_new(), heads = graph_heads(writer->graph, PHASE_EXPAND);
    for (; *given != NULL; given++)
        g_ptr_array_add(needs, (gpointer)(guintptr)*given);
    for (guint i = 0; expand_id == NULL && i < heads->len; i++) {
        const Revision *head = heads->pdata[i];
        if (head->phase == PHASE_EXPAND)
            g_ptr_array_add(needs, (gpointer)(guintptr)head->id);
    }
    if (expand_id != NULL)
        g_ptr_array_add(needs, (gpointer)(guintptr)expand_id);
    const char **list = arena_new_array(writer->arena, const char *, needs->len + 1);
    memcpy(list, needs->pdata, needs->len * sizeof *list);
    return list;
}

static bool
write_phase(Writer *writer, const Source *to, const Proposal *proposal, Phase phase, const char *expand_id,
            const char **id, GError **error)
{
    Revision header = {0};
    g_autoptr(GPtrArray) parents = NULL;
    if (!fill_header(writer, &header, phase, &parents, error))
        return false;
    if (phase == PHASE_CONTRACT)
        header.depends_on = needs_of_contract(writer, header.depends_on, expand_id);
    else if (!comes_again_needs(writer->graph, proposal, parents, header.depends_on, writer->arena, &header.depends_on,
                                error))
        return false;
    *id = header.id;
    return change_add(writer->files, &header, to, proposal, writer->upon, error);
}

static bool
write_change(Writer *writer, const Source *to, const Proposal *proposal, GError **error)
{
    const char *expand = NULL, *contract = NULL;
    const Plan *plan = proposal->plan;
    if ((plan_count(plan, PHASE_EXPAND) > 0 &&
         !write_phase(writer, to, proposal, PHASE_EXPAND, NULL, &expand, error)) ||
        (plan_count(plan, PHASE_CONTRACT) > 0 &&
         !write_phase(writer, to, proposal, PHASE_CONTRACT, expand, &contract, error)))
        return false;
    writer->before[PHASE_EXPAND] = expand;
    writer->before[PHASE_CONTRACT] = contract;
    return true;
}

/* Alembic's rule: what is pending must be applied before the next change is computed. */
static bool
require_heads(PleatSession *session, const Graph *graph, const Source *from, GError **error)
{
    if (from->conninfo == NULL)
        return true;
    g_autoptr(PGconn) connection = NULL;
    g_autoptr(GHashTable) applied = NULL;
    if (!connection_open(from->conninfo, "pleat", &connection, error) ||
        !session_applied(session, connection, graph, &applied, NULL, error))
        return false;
    GPtrArray *all = graph_all(graph);
    for (guint i = 0; i < all->len; i++) {
        const Revision *revision = all->pdata[i];
        if (g_hash_table_contains(applied, revision->id))
            continue;
        fail(error, PLEAT_ERROR_STATE, "target database is not up to date: revision %s (%s) is not applied",
             revision->id, revision->message);
        return fail_hint(error, "run pleat upgrade expand@head and pleat upgrade contract@head first");
    }
    return true;
}

/* New revisions come after the ones that are there: a commit that they do not lead to is no place to start from. */
static bool
require_reached(Writer *writer, const char *origin, const Source *from, GError **error)
{
    PleatSession *session = writer->session;
    if (!g_str_has_prefix(origin, "git:") || graph_all(writer->graph)->len == 0)
        return true;
    g_autoptr(Source) revisions = NULL, there = NULL;
    if (!source_open(session, "revisions", &revisions, error) || !source_open(session, origin, &there, error))
        return false;
    revisions->major = there->major = from->major;
    if (!source_pair(session, revisions, there, error))
        return false;
    g_autoptr(GArray) deltas = diff_run(revisions->schema, there->schema);
    if (deltas->len == 0)
        return true;
    fail(error, PLEAT_ERROR_STATE, "%s is not what the revisions lead to: %u difference%s", origin, deltas->len,
         deltas->len == 1 ? "" : "s");
    return fail_hint(error, "pleat diff revisions %s shows them; --from revisions starts from the revisions", origin);
}

/* broken: it would break bodies, and is not written. */
static bool
propose(Writer *writer, Source *from, Source *to, bool *broken, GError **error)
{
    PleatSession *session = writer->session;
    const PleatRevisionOptions *options = writer->options;
    g_autoptr(Proposal) proposal = NULL;
    if (!proposal_find(session, from, to, &proposal, error))
        return false;
    if (proposal_is_empty(proposal)) {
        session_note(session, "nothing to do: %s equals the declarations\n", from->spelled);
        return true;
    }
    proposal_hint(session, proposal);
    if (!compatibility_read(session, &proposal->corpus, error) || !proposal_prove(session, from, to, proposal, error) ||
        !compatibility_check(session, proposal, options->allow_incompatible, error) ||
        !dropped_date(session, proposal, to, error))
        return false;
    checked_bodies_tell(session, proposal, from, to, options->allow_broken_bodies, broken);
    return *broken || write_change(writer, to, proposal, error);
}

/* Two changes, with a state between them. */
static bool
propose_by_way(Writer *writer, Source *from, Source *to, bool *broken, GError **error)
{
    g_autoptr(ByWayOf) way = NULL;
    if (!by_way_of_open(writer->session, writer->options->by_way_of, from, to, &way, error))
        return false;
    writer->step = arena_printf(writer->arena, "1 of 2, by way of %s", way->name);
    if (!propose(writer, from, &way->between, broken, error) || *broken)
        return *broken;
    g_assert(writer->before[PHASE_EXPAND] != NULL && writer->before[PHASE_CONTRACT] != NULL);
    writer->step = "2 of 2";
    if (writer->upon != NULL) {
        writer->upon = arena_new_array(writer->arena, const char *, 3);
        memcpy(writer->upon, &writer->before[PHASE_EXPAND], 2 * sizeof *writer->upon);
    }
    return propose(writer, &way->from, &way->to, broken, error);
}

static bool
autogenerate(Writer *writer, PleatOutcome *outcome, GError **error)
{
    PleatSession *session = writer->session;
    g_autoptr(Source) from = NULL, to = NULL;
    const char *origin = writer->options->from == NULL ? "db" : writer->options->from;
    if (!source_open(session, origin, &from, error) || !source_open(session, "schema", &to, error) ||
        !require_heads(session, writer->graph, from, error) || !require_reached(writer, origin, from, error) ||
        !source_pair(session, from, to, error))
        return false;
    const bool from_heads = from->conninfo != NULL || strcmp(origin, "revisions") == 0;
    g_autoptr(GPtrArray) heads = graph_heads(writer->graph, PHASE_NONE);
    if (from_heads)
        writer->upon = ids_of(heads, writer->arena);
    bool broken = false;
    if (!(writer->options->by_way_of == NULL ? propose : propose_by_way)(writer, from, to, &broken, error))
        return false;
    *outcome = broken ? PLEAT_FINDINGS : PLEAT_CLEAN;
    if (from_heads && !broken && (writer->before[PHASE_EXPAND] != NULL || writer->before[PHASE_CONTRACT] != NULL))
        writer->reached = g_steal_pointer(&to);
    return true;
}

static bool
write_empty(Writer *writer, GError **error)
{
    const char *phase = writer->options->phase;
    if (phase != NULL && strcmp(phase, "expand") != 0 && strcmp(phase, "contract") != 0)
        return fail(error, PLEAT_ERROR_USAGE, "no phase \"%s\": expand or contract", phase);
    Revision header = {0};
    g_autoptr(GPtrArray) parents = NULL;
    return fill_header(writer, &header, phase != NULL && phase[0] == 'c' ? PHASE_CONTRACT : PHASE_EXPAND, &parents,
                       error) &&
           (header.tenant
                ? revision_files_add(writer->files, &header, "-- the way forth, in {schema}\n",
                                     "-- the way back, in {schema}\n", error)
                : revision_files_add(writer->files, &header, "-- the way forth\n", "-- the way back\n", error));
}

/* Revisions of tenants: comparing declarations with them is something that nobody has written. */
static bool
check_tenants(PleatSession *session, const PleatRevisionOptions *options, GError **error)
{
    if (!session_for_tenants(session))
        return true;
    if (!session_require_tenants(session, error))
        return false;
    if (!options->autogenerate)
        return true;
    fail(error, PLEAT_ERROR_USAGE, "revisions of tenants cannot be generated yet");
    return fail_hint(error, "without --autogenerate an empty one is written, for statements about {schema}.t");
}

/* A file with a bad name, or one that is taken, would make all revisions unreadable. */
static bool
check_names(const Graph *graph, const PleatRevisionOptions *options, GError **error)
{
    const char *id = options->rev_id, *label = options->branch_label;
    if ((id != NULL && !revision_check_id(id, error)) || (label != NULL && !revision_check_label(label, error)) ||
        !revision_name_is_free(graph, id, error) || !revision_name_is_free(graph, label, error))
        return false;
    bool two = options->autogenerate || options->revert != NULL;
    g_autofree char *contract = id == NULL || !two ? NULL : g_strconcat(id, "c", NULL);
    if (!revision_name_is_free(graph, contract, error))
        return false;
    if (id != NULL && options->by_way_of != NULL) {
        g_autofree char *second = g_strconcat(id, SECOND, NULL), *last = g_strconcat(second, "c", NULL);
        if (!revision_name_is_free(graph, second, error) || !revision_name_is_free(graph, last, error))
            return false;
    }
    if (id != NULL && g_strcmp0(id, label) == 0)
        return fail(error, PLEAT_ERROR_USAGE, "\"%s\" cannot be both the id and the label", id);
    for (const char *const *other = options->depends_on; other != NULL && *other != NULL; other++)
        if (graph_find(graph, *other) == NULL) {
            fail(error, PLEAT_ERROR_USAGE, "--depends-on: no revision \"%s\"", *other);
            return fail_hint(error, "pleat history lists them");
        }
    return true;
}

/* Ids and labels are unique in the folder, which holds the database's revisions and those of tenants. */
static bool
check_other_names(PleatSession *session, const PleatRevisionOptions *options, GError **error)
{
    g_autoptr(Graph) other = NULL;
    bool tenants = session_for_tenants(session);
    return (tenants ? graph_read : graph_read_tenants)(session->revision_folder, &other, error) &&
           revision_name_is_free(other, options->rev_id, error) &&
           revision_name_is_free(other, options->branch_label, error);
}

static bool
write_new(PleatSession *session, Graph *graph, const PleatRevisionOptions *options, PleatOutcome *outcome,
          GError **error)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(RevisionFiles) files = revision_files_new(session);
    Writer writer = {.session = session, .options = options, .graph = graph, .files = files, .arena = arena};
    *outcome = PLEAT_CLEAN;
    bool ok = options->autogenerate ? autogenerate(&writer, outcome, error) : write_empty(&writer, error);
    g_autoptr(Source) reached = writer.reached;
    g_autoptr(Graph) written = NULL;
    if (!ok || !revision_files_commit(files, error) || !session_graph(session, &written, error))
        return false;
    if (reached != NULL)
        replayed_keep(session, written, session_scope(session, arena, reached->declared), reached->schema);
    revision_files_tell(files, NULL);
    return true;
}

static bool
write_any(PleatSession *session, Graph *graph, const PleatRevisionOptions *options, PleatOutcome *outcome,
          GError **error)
{
    if (options->revert != NULL)
        return revision_revert(session, graph, options, outcome, error);
    if (options->amend)
        return revision_amend(session, graph, options, outcome, error);
    return write_new(session, graph, options, outcome, error);
}

/* Path -> digest. */
static GHashTable *
digests_of(const Graph *graph)
{
    GHashTable *digests = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    const GPtrArray *all = graph_all(graph);
    for (guint i = 0; i < all->len; i++) {
        const Revision *revision = all->pdata[i];
        g_hash_table_insert(digests, g_strdup(revision->path), revision_digest(revision));
    }
    return digests;
}

/* What is new or other than before, as "show" prints it. */
static bool
tell_written(PleatSession *session, GHashTable *before, GError **error)
{
    g_autoptr(Graph) graph = NULL;
    g_autoptr(GPtrArray) list = g_ptr_array_new();
    if (!session_graph(session, &graph, error))
        return false;
    const GPtrArray *all = graph_all(graph);
    for (guint i = 0; i < all->len; i++) {
        const Revision *revision = all->pdata[i];
        g_autofree char *digest = revision_digest(revision);
        if (g_strcmp0(g_hash_table_lookup(before, revision->path), digest) != 0)
            g_ptr_array_add(list, all->pdata[i]);
    }
    return graph_document_show(session, graph, list, error);
}

static bool
write_and_tell(PleatSession *session, Graph *graph, const PleatRevisionOptions *options, PleatOutcome *outcome,
               GError **error)
{
    g_autoptr(GHashTable) before = digests_of(graph);
    g_autoptr(GString) text = g_string_new(NULL);
    session->kept = text;
    bool ok = write_any(session, graph, options, outcome, error);
    session->kept = NULL;
    return ok && tell_written(session, before, error);
}

bool
pleat_revision(PleatSession *session, const PleatRevisionOptions *options, PleatOutcome *outcome, GError **error)
{
    g_autoptr(Graph) graph = NULL;
    session->online = !options->in_place;
    if (!session_require_project(session, error) || !session_graph(session, &graph, error) ||
        !check_tenants(session, options, error) || !check_names(graph, options, error) ||
        !check_other_names(session, options, error))
        return false;
    return (session_has_format(session, "json") ? write_and_tell : write_any)(session, graph, options, outcome, error);
}
