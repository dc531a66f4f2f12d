#include "files/file_tree.h"
#include "lint/exceptions.h"
#include "lint/lint.h"
#include "project/branch_work.h"
#include "project/discipline.h"
#include "project/findings_out.h"
#include "project/hook_file.h"
#include "project/source.h"
#include <string.h>

/* Where --------------------------------------------------------------------------------------------------------- */

/* A folder that other repositories share would have the hook run in all of them. */
static bool
find_folder(History *history, char **out, GError **error)
{
    g_autofree char *folder = NULL;
    bool is_own = false;
    if (!history_hooks_folder(history, &folder, &is_own, error))
        return false;
    if (!is_own) {
        fail(error, PLEAT_ERROR_STATE, "git's core.hooksPath is %s, outside of this repository", folder);
        return fail_hint(error, "add this to its pre-commit hook: pleat hook run pre-commit");
    }
    *out = g_steal_pointer(&folder);
    return true;
}

static bool
open_repository(PleatSession *session, History **history, GError **error)
{
    if (!session_require_project(session, error) || !session_history(session, history, error))
        return false;
    return *history != NULL || fail(error, PLEAT_ERROR_STATE, "there is no git repository around the project");
}

static bool
install(PleatSession *session, const PleatHookOptions *options, PleatOutcome *outcome, GError **error)
{
    History *history = NULL;
    g_autofree char *folder = NULL;
    HookState state;
    (void)outcome;
    if (!open_repository(session, &history, error) || !find_folder(history, &folder, error) ||
        !hook_file_state(folder, history_place_of(history), &state, error) ||
        !hook_file_install(folder, history_place_of(history), options->chain, error))
        return false;
    session_write(session, "%s/pre-commit%s\n", folder, state == HOOK_OURS ? " is installed already" : "");
    return true;
}

static bool
uninstall(PleatSession *session, const PleatHookOptions *options, PleatOutcome *outcome, GError **error)
{
    History *history = NULL;
    g_autofree char *folder = NULL;
    (void)options;
    (void)outcome;
    return open_repository(session, &history, error) && find_folder(history, &folder, error) &&
           hook_file_uninstall(folder, history_place_of(history), error);
}

/* pre-commit ----------------------------------------------------------------------------------------------------- */

/* What the folder of revisions would be with what is staged, and nothing else. */
static bool
staged_texts(PleatSession *session, FileTree *staged, GHashTable *texts, GError **error)
{
    static const char *const SUFFIXES[] = {".sql", NULL};
    g_autoptr(GDir) folder = g_dir_open(session->revision_folder, 0, NULL);
    g_autoptr(GPtrArray) paths = NULL;
    for (const char *name; folder != NULL && (name = g_dir_read_name(folder)) != NULL;)
        if (g_str_has_suffix(name, ".sql"))
            g_hash_table_insert(texts, g_build_filename(session->revision_folder, name, NULL), NULL);
    if (!file_tree_list(staged, "revisions", SUFFIXES, &paths, error))
        return false;
    for (guint i = 0; i < paths->len; i++) {
        const char *path = paths->pdata[i];
        g_autoptr(GBytes) content = NULL;
        if (!is_revision(path))
            continue;
        if (!file_tree_read(staged, path, &content, error))
            return false;
        g_hash_table_insert(texts, g_build_filename(session->revision_folder, path + strlen("revisions/"), NULL),
                            g_strndup(g_bytes_get_data(content, NULL), g_bytes_get_size(content)));
    }
    return true;
}

static bool
is_staged(const BranchWork *work, const Revision *revision)
{
    g_autofree char *name = g_path_get_basename(revision->path), *path = g_build_filename("revisions", name, NULL);
    for (guint i = 0; i < work->changes->len; i++)
        if (strcmp(((const TreeChange *)work->changes->pdata[i])->path, path) == 0)
            return true;
    return false;
}

/* All revisions of a graph, and which of them are staged. */
static bool
load_staged(const BranchWork *work, const Graph *graph, GPtrArray *revisions, GHashTable *wanted, GError **error)
{
    GPtrArray *all = graph_all(graph);
    for (guint i = 0; i < all->len; i++) {
        if (!revision_load(all->pdata[i], error))
            return false;
        g_ptr_array_add(revisions, all->pdata[i]);
        if (is_staged(work, all->pdata[i]))
            g_hash_table_add(wanted, all->pdata[i]);
    }
    return true;
}

static bool
lint_staged(const BranchWork *work, Findings *findings, GError **error)
{
    PleatSession *session = work->session;
    g_autoptr(FileTree) staged = NULL;
    g_autoptr(Graph) graph = NULL, tenants = NULL;
    g_autoptr(GHashTable) texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr(GPtrArray) revisions = g_ptr_array_new();
    g_autoptr(GHashTable) wanted = g_hash_table_new(NULL, NULL);
    if (!history_staged(work->history, &staged, error) || !staged_texts(session, staged, texts, error) ||
        !graph_read_rewritten(session->revision_folder, texts, &graph, error) ||
        !graph_read_rewritten_tenants(session->revision_folder, texts, &tenants, error) ||
        !load_staged(work, graph, revisions, wanted, error) || !load_staged(work, tenants, revisions, wanted, error))
        return false;
    lint_revisions(findings, revisions, wanted, session->config);
    return true;
}

static bool
has_any(const BranchWork *work, bool (*is)(const char *path))
{
    for (guint i = 0; i < work->changes->len; i++)
        if (is(((const TreeChange *)work->changes->pdata[i])->path))
            return true;
    return false;
}

static bool
read_declarations(PleatSession *session, GError **error)
{
    g_autoptr(Source) staged = NULL;
    return source_open(session, "staged", &staged, error);
}

static bool
look(PleatSession *session, const BranchWork *work, Findings *findings, GError **error)
{
    const bool declarations = has_any(work, is_declaration), revisions = has_any(work, is_revision);
    if (declarations && !read_declarations(session, error))
        return false;
    if (revisions && !discipline_of_staged(session, findings, error))
        return false;
    return !revisions || lint_staged(work, findings, error);
}

static bool
run_pre_commit(PleatSession *session, const PleatHookOptions *options, PleatOutcome *outcome, GError **error)
{
    g_autoptr(Findings) findings = findings_new("hook", rule_names());
    g_autoptr(BranchWork) work = NULL;
    History *history = NULL;
    if (g_strcmp0(options->hook, "pre-commit") != 0)
        return fail(error, PLEAT_ERROR_USAGE, "there is no hook \"%s\" of pleat's: pre-commit",
                    options->hook == NULL ? "" : options->hook);
    if (!open_repository(session, &history, error) || !branch_work_open(session, NULL, true, findings, &work, error))
        return false;
    *outcome = PLEAT_CLEAN;
    if (work != NULL && !look(session, work, findings, error))
        return false;
    if (findings_count(findings) > 0)
        findings_write(session, findings);
    if (findings_fail(findings))
        *outcome = PLEAT_FINDINGS;
    return true;
}

bool
pleat_hook(PleatSession *session, const PleatHookOptions *options, PleatOutcome *outcome, GError **error)
{
    static const struct {
        const char *name;
        bool (*run)(PleatSession *session, const PleatHookOptions *options, PleatOutcome *outcome, GError **error);
    } VERBS[] = {{"install", install}, {"uninstall", uninstall}, {"run", run_pre_commit}};
    for (size_t i = 0; i < G_N_ELEMENTS(VERBS); i++)
        if (strcmp(options->verb, VERBS[i].name) == 0)
            return VERBS[i].run(session, options, outcome, error);
    return fail(error, PLEAT_ERROR_USAGE, "no \"hook %s\": install, uninstall or run", options->verb);
}
