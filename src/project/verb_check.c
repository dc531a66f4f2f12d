#include "project/autogenerate.h"
#include "project/replayed.h"
#include "project/unmodelled.h"

/*
 * Two questions: do the declarations equal the revisions at their heads (a forgotten revision), and does the database
 * equal the revisions that it has applied (drift)? A database at heads that equals the declarations answers both, with
 * nothing replayed.
 */
typedef struct {
    bool versioned; /* it has a version table */
    guint pending;  /* revisions that are not applied */
    guint revisions;
    guint unknown;       /* applied ones that the project does not have */
    GHashTable *applied; /* ids */
} Standing;

static void
standing_clear(Standing *standing)
{
    g_clear_pointer(&standing->applied, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Standing, standing_clear)

/* Asked in the snapshot of the reading. */
static bool
find_standing(PleatSession *session, const Source *database, Standing *standing, GError **error)
{
    g_autoptr(Graph) graph = NULL;
    if (!run_applied(database->connection, session->config->revision_schema, &standing->applied, &standing->versioned,
                     error))
        return false;
    if (session->config->path == NULL || !standing->versioned)
        return true;
    if (!session_graph(session, &graph, error))
        return false;
    GPtrArray *all = graph_all(graph);
    standing->revisions = all->len;
    for (guint i = 0; i < all->len; i++) {
        Revision *revision = all->pdata[i];
        bool pending = !g_hash_table_contains(standing->applied, revision->id);
        if (pending && !revision_load(revision, error)) /* mistakes in it are found before it is run */
            return false;
        standing->pending += pending;
    }
    standing->unknown = g_hash_table_size(standing->applied) - (all->len - standing->pending);
    return true;
}

static void
write_delta(PleatSession *session, const Delta *delta, const char *const words[N_DELTA_KINDS])
{
    const Node *node = delta->new_node != NULL ? delta->new_node : delta->old_node;
    Place place = {0};
    for (const Node *up = delta->new_node; up != NULL && place.file == NULL; up = up->parent)
        if (up->declared != NULL)
            place = up->declared->place;
    if (place.file != NULL)
        session_write(session, "%s:%d:%d: ", place.file, place.line, place.column);
    session_write(session, "%s %s: %s", node->kind->title, node_address(node), words[delta->kind]);
    const char *comma = ": ";
    for (size_t i = 0; delta->kind == DELTA_ALTER && i < node->kind->n_attrs; i++)
        if (delta->changed & (1ull << i)) {
            session_write(session, "%s%s", comma, node->kind->attrs[i].key);
            comma = ", ";
        }
    for (Facet facet = 0; delta->kind == DELTA_ALTER && facet < N_FACETS; facet++)
        if (delta->facets & (1u << facet)) {
            session_write(session, "%s%s", comma, facet_keys[facet]);
            comma = ", ";
        }
    session_write(session, "\n");
}

/* clean becomes false when there are some. */
static bool
write_differences(PleatSession *session, Source *from, Source *to, const char *heading,
                  const char *const words[N_DELTA_KINDS], bool *clean, GError **error)
{
    g_autoptr(Proposal) proposal = NULL;
    if (!proposal_compare(session, from, to, &proposal, error))
        return false;
    g_autoptr(GArray) deltas = proposal_deltas(proposal);
    if (deltas->len > 0)
        session_write(session, "%s:\n", heading);
    for (guint i = 0; i < deltas->len; i++)
        write_delta(session, &g_array_index(deltas, Delta, i), words);
    *clean &= deltas->len == 0;
    return true;
}

static const char *const DECLARED[] = {"declared, not in the database", "in the database, not declared", "differs",
                                       "has another name in the database"};
static const char *const FORGOTTEN[] = {"declared, made by no revision", "made by a revision, not declared", "differs",
                                        "has another name in the revisions"};
static const char *const DRIFTED[] = {"missing in the database", "made by no revision", "differs", "has another name"};

/* Against the declarations alone: where no revision counts, or as a first look. */
static bool
compare_with_declarations(PleatSession *session, Source *database, Source *declared, bool *equal, GError **error)
{
    if (source_spelled_alike(session, database, declared)) {
        *equal = true;
        return true;
    }
    if (!source_pair(session, database, declared, error))
        return false;
    g_autoptr(GArray) deltas = diff_run(database->schema, declared->schema);
    *equal = deltas->len == 0;
    return true;
}

static bool
compare_with_revisions(PleatSession *session, Source *database, Source *declared, const Standing *standing,
                       PleatOutcome *outcome, GError **error)
{
    g_autoptr(Source) heads = NULL;
    g_autoptr(Source) standing_there = source_replayed(standing->applied);
    if (!source_open(session, "revisions", &heads, error))
        return false;
    database->roles_of = declared->declared;
    heads->major = standing_there->major = database->major;
    if (!source_pair(session, heads, declared, error) || !source_pair(session, database, standing_there, error))
        return false;
    bool clean = true;
    if (!write_differences(session, heads, declared, "a revision is missing: pleat revision --autogenerate", FORGOTTEN,
                           &clean, error) ||
        !write_differences(session, database, standing_there, "the database has drifted from its revisions", DRIFTED,
                           &clean, error))
        return false;
    if (clean)
        session_write(session, "in sync\n");
    else
        *outcome = PLEAT_FINDINGS;
    return true;
}

/* A database that stands at its heads and equals the declarations says what the revisions lead to. */
static bool
learn(PleatSession *session, Source *database, const Source *declared, GError **error)
{
    g_autoptr(Graph) graph = NULL;
    if (!session_graph(session, &graph, error))
        return false;
    const Scope *scope = session_scope(session, database->arena, declared->declared);
    if (replayed_is_kept(session, graph, scope, database->major))
        return true;
    if (!source_read_edges(database, error))
        return false;
    replayed_keep(session, graph, scope, database->schema);
    return true;
}

static bool
check(PleatSession *session, Source *database, Source *declared, PleatOutcome *outcome, GError **error)
{
    g_auto(Standing) standing = {0};
    bool equal = false;
    if (!find_standing(session, database, &standing, error))
        return false;
    if (!standing.versioned)
        session_note(session, "the database has no version table: compared with the declarations alone\n");
    else if (standing.unknown > 0)
        session_note(session, "the database has %u revision%s that %s not here: compared with the declarations alone\n",
                     standing.unknown, standing.unknown == 1 ? "" : "s", standing.unknown == 1 ? "is" : "are");
    else if (standing.pending > 0)
        session_note(session, "%u revision%s not applied\n", standing.pending, standing.pending == 1 ? " is" : "s are");
    bool alone = !standing.versioned || standing.revisions == 0 || standing.unknown > 0;
    if ((alone || standing.pending == 0) && !compare_with_declarations(session, database, declared, &equal, error))
        return false;
    if (equal) {
        session_write(session, "in sync\n");
        return alone || learn(session, database, declared, error);
    }
    if (!alone)
        return compare_with_revisions(session, database, declared, &standing, outcome, error);
    *outcome = PLEAT_FINDINGS;
    return write_differences(session, database, declared, "the database is not what is declared", DECLARED, &equal,
                             error);
}

bool
pleat_check(PleatSession *session, const PleatCheckOptions *options, PleatOutcome *outcome, GError **error)
{
    g_autoptr(Source) database = NULL, declared = NULL;
    if (options->directory != NULL && !session_enter(session, options->directory, error))
        return false;
    if (!source_open(session, "db", &database, error) ||
        !source_open(session, options->directory == NULL ? "schema" : options->directory, &declared, error) ||
        !source_await(database, error) || !catalog_read_unmodelled(database->catalog, database->schema, error))
        return false;
    g_autofree char *unmodelled = unmodelled_text(session, database->schema, declared->declared);
    *outcome = PLEAT_CLEAN;
    if (!check(session, database, declared, outcome, error))
        return false;
    session_write(session, "%s", unmodelled);
    if (options->strict && *unmodelled != '\0')
        *outcome = PLEAT_FINDINGS;
    return true;
}
