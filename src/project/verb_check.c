#include "project/differences.h"
#include "project/replayed.h"
#include "project/targets.h"
#include "project/unmodelled.h"

/*
 * Two questions: do the declarations equal the revisions at their heads (a forgotten revision), and does the database
 * equal the revisions that it has applied (drift)? A database at heads that equals the declarations answers both, with
 * nothing replayed.
 */
typedef struct {
    bool versioned; /* it has a version table */
    bool is_split;  /* a phase has several heads */
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

/* Two developers' revisions that met in git: a deployment would not know which to go to. */
static void
find_heads(PleatSession *session, const Graph *graph, Standing *standing)
{
    for (Phase phase = PHASE_EXPAND; phase <= PHASE_CONTRACT; phase++) {
        g_autoptr(GPtrArray) heads = graph_heads(graph, phase);
        if (heads->len < 2)
            continue;
        standing->is_split = true;
        session_write(session, "%s has %u heads: ", phase_name(phase), heads->len);
        for (guint i = 0; i < heads->len; i++)
            session_write(session, "%s%s", i > 0 ? ", " : "", ((const Revision *)heads->pdata[i])->id);
        session_write(session, " (pleat merge makes them one, pleat rebase puts one behind the other)\n");
    }
}

/* Asked in the snapshot of the reading. */
static bool
find_standing(PleatSession *session, const Source *database, Standing *standing, GError **error)
{
    g_autoptr(Graph) graph = NULL;
    const bool is_project = session->config->path != NULL;
    if ((is_project && !session_graph(session, &graph, error)) ||
        !session_applied(session, database->connection, graph, &standing->applied, &standing->versioned, error))
        return false;
    if (!is_project)
        return true;
    find_heads(session, graph, standing);
    if (!standing->versioned)
        return true;
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
    if (!differences_write(session, heads, declared, "a revision is missing: pleat revision --autogenerate", FORGOTTEN,
                           &clean, error) ||
        !differences_write(session, database, standing_there, "the database has drifted from its revisions", DRIFTED,
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
    if (standing.is_split)
        *outcome = PLEAT_FINDINGS;
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
    return differences_write(session, database, declared, "the database is not what is declared", DECLARED, &equal,
                             error);
}

static bool
check_database(PleatSession *session, const void *data, PleatOutcome *outcome, GError **error)
{
    const PleatCheckOptions *options = data;
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

bool
pleat_check(PleatSession *session, const PleatCheckOptions *options, PleatOutcome *outcome, GError **error)
{
    return targets_asked(session) ? targets_run(session, check_database, options, TARGETS_LINES, outcome, error)
                                  : check_database(session, options, outcome, error);
}
