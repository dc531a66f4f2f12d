#include "lint/exceptions.h"
#include "lint/rule.h"
#include "project/differences.h"
#include "project/discipline.h"
#include "project/findings_out.h"
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

/* What --format tells; docs/ci.md lists them. */
static const RuleName DRIFT = {"PC101", "drift", "the database is not what its revisions make",
                               "pleat diff shows how; undo it there, or declare it and write a revision",
                               SEVERITY_ERROR};
static const RuleName FORGOTTEN_REVISION = {"PC102", "forgotten-revision", "the revisions do not make what is declared",
                                            "pleat revision --autogenerate -m MESSAGE", SEVERITY_ERROR};
static const RuleName UNDECLARED = {"PC103", "not-as-declared", "the database is not what is declared",
                                    "pleat diff shows how", SEVERITY_ERROR};
static const RuleName HEADS = {"PC104", "several-heads", "a phase has several heads",
                               "pleat merge makes them one, pleat rebase puts one behind the other", SEVERITY_ERROR};
static const RuleName UNMODELLED = {"PC105", "not-modelled", "the database has what pleat does not model",
                                    "nothing compares, creates or drops it", SEVERITY_NOTICE};

/* Those of lint are found here, too: how revisions are kept in git. */
static const RuleName *const *
all_rules(void)
{
    static const RuleName *rules[160] = {&DRIFT, &FORGOTTEN_REVISION, &UNDECLARED, &HEADS, &UNMODELLED};
    size_t n = 5;
    for (const RuleName *const *name = rule_names(); *name != NULL; name++) {
        g_assert(n + 1 < G_N_ELEMENTS(rules));
        rules[n++] = *name;
    }
    return rules;
}

/* Two developers' revisions that met in git: a deployment would not know which to go to. */
static void
find_heads(Telling *telling, const Graph *graph, Standing *standing)
{
    PleatSession *session = telling->session;
    for (Phase phase = PHASE_EXPAND; phase <= PHASE_CONTRACT; phase++) {
        g_autoptr(GPtrArray) heads = graph_heads(graph, phase);
        if (heads->len < 2)
            continue;
        standing->is_split = true;
        g_autoptr(GString) text = g_string_new(NULL);
        g_string_append_printf(text, "%s has %u heads: ", phase_name(phase), heads->len);
        for (guint i = 0; i < heads->len; i++)
            g_string_append_printf(text, "%s%s", i > 0 ? ", " : "", ((const Revision *)heads->pdata[i])->id);
        if (telling->findings == NULL) {
            session_write(session, "%s (%s)\n", text->str, HEADS.help);
            continue;
        }
        const Place place = {((const Revision *)heads->pdata[heads->len - 1])->path, 1, 1};
        finding_hint(findings_add(telling->findings, &HEADS, place, "%s", text->str), "%s", HEADS.help);
    }
}

/* Asked in the snapshot of the reading. */
static bool
find_standing(Telling *telling, const Source *database, Standing *standing, GError **error)
{
    PleatSession *session = telling->session;
    g_autoptr(Graph) graph = NULL;
    const bool is_project = session->config->path != NULL;
    if ((is_project && !session_graph(session, &graph, error)) ||
        !session_applied(session, database->connection, graph, &standing->applied, &standing->versioned, error))
        return false;
    if (!is_project)
        return true;
    find_heads(telling, graph, standing);
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
compare_with_revisions(Telling *telling, Source *database, Source *declared, const Standing *standing, GError **error)
{
    PleatSession *session = telling->session;
    g_autoptr(Source) heads = NULL;
    g_autoptr(Source) standing_there = source_replayed(standing->applied);
    if (!source_open(session, "revisions", &heads, error))
        return false;
    database->roles_of = declared->declared;
    heads->major = standing_there->major = database->major;
    if (!source_pair(session, heads, declared, error) || !source_pair(session, database, standing_there, error))
        return false;
    telling->declared = declared->schema;
    return differences_tell(telling, heads, declared, "a revision is missing: pleat revision --autogenerate",
                            &FORGOTTEN_REVISION, FORGOTTEN, error) &&
           differences_tell(telling, database, standing_there, "the database has drifted from its revisions", &DRIFT,
                            DRIFTED, error);
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
check(Telling *telling, Source *database, Source *declared, PleatOutcome *outcome, GError **error)
{
    PleatSession *session = telling->session;
    g_auto(Standing) standing = {0};
    bool equal = false;
    if (!find_standing(telling, database, &standing, error))
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
    if (equal && !alone && !learn(session, database, declared, error))
        return false;
    telling->clean = equal || !alone;
    if (!equal && !alone && !compare_with_revisions(telling, database, declared, &standing, error))
        return false;
    if (!equal && alone &&
        !differences_tell(telling, database, declared, "the database is not what is declared", &UNDECLARED, DECLARED,
                          error))
        return false;
    if (!telling->clean)
        *outcome = PLEAT_FINDINGS;
    else if (telling->findings == NULL)
        session_write(session, "in sync\n");
    return true;
}

/* A line is a finding: "not modelled: 2 rules (a on public.t, b on public.t)". */
static void
tell_unmodelled(Telling *telling, const char *text, bool strict)
{
    if (telling->findings == NULL) {
        session_write(telling->session, "%s", text);
        return;
    }
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line != NULL; line++) {
        if (**line == '\0')
            continue;
        Finding *finding = findings_add(telling->findings, &UNMODELLED, (Place){0}, "%s", *line);
        finding_hint(finding, "%s", UNMODELLED.help);
        if (strict)
            finding->severity = SEVERITY_ERROR;
    }
}

/* findings NULL: they are told at once. */
static bool
check_discipline(PleatSession *session, const PleatCheckOptions *options, Findings *findings, PleatOutcome *outcome,
                 GError **error)
{
    if (options->directory != NULL || session->config->path == NULL || !discipline_is_asked(session, options->base))
        return true;
    g_autoptr(Findings) own = findings_new("check", all_rules());
    Findings *list = findings == NULL ? own : findings;
    if (!discipline_of_branch(session, options->base, list, error))
        return false;
    g_autoptr(Exceptions) exceptions = exceptions_new(list, session->config, false);
    exceptions_apply(exceptions);
    findings_sort(list);
    if (findings_fail(list))
        *outcome = PLEAT_FINDINGS;
    if (findings == NULL)
        findings_write(session, own);
    return true;
}

static bool
check_offline(PleatSession *session, const PleatCheckOptions *options, PleatOutcome *outcome, GError **error)
{
    if (!session_require_project(session, error))
        return false;
    if (!discipline_is_asked(session, options->base)) {
        fail(error, PLEAT_ERROR_USAGE, "--offline needs to know the branch that HEAD has left");
        return fail_hint(error, "--base main, or in pleat.yaml: discipline: {base: main}");
    }
    g_autoptr(Findings) findings = findings_are_asked(session) ? findings_new("check", all_rules()) : NULL;
    *outcome = PLEAT_CLEAN;
    if (!check_discipline(session, options, findings, outcome, error))
        return false;
    if (findings != NULL)
        findings_write(session, findings);
    return true;
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
    g_autoptr(Findings) findings = findings_are_asked(session) ? findings_new("check", all_rules()) : NULL;
    Telling telling = {.session = session, .findings = findings};
    *outcome = PLEAT_CLEAN;
    if (!check(&telling, database, declared, outcome, error))
        return false;
    tell_unmodelled(&telling, unmodelled, options->strict);
    if (options->strict && *unmodelled != '\0')
        *outcome = PLEAT_FINDINGS;
    if (!session->is_target && !check_discipline(session, options, findings, outcome, error))
        return false;
    if (findings != NULL) {
        findings_sort(findings);
        findings_write(session, findings);
    }
    return true;
}

bool
pleat_check(PleatSession *session, const PleatCheckOptions *options, PleatOutcome *outcome, GError **error)
{
    if (options->offline)
        return check_offline(session, options, outcome, error);
    if (targets_asked(session) && findings_are_asked(session))
        return fail(error, PLEAT_ERROR_USAGE, "--format %s is for one database at a time", session->options.format);
    return targets_asked(session) ? targets_run(session, check_database, options, TARGETS_LINES, outcome, error)
                                  : check_database(session, options, outcome, error);
}
