#include "files/file_tree.h"
#include "lint/lint.h"
#include "project/findings_out.h"
#include "project/revision_tree.h"
#include "project/source.h"
#include "revision/drops.h"
#include <string.h>

typedef struct {
    PleatSession *session;
    Graph *graph, *tenants; /* NULL: no project */
    GPtrArray *revisions;   /* all of both, in order; and files from elsewhere */
    GPtrArray *own;         /* those files' revisions */
    GHashTable *wanted;     /* of Revision; NULL: all */
} Lint;

static void
lint_clear(Lint *lint)
{
    graph_free(lint->graph);
    graph_free(lint->tenants);
    g_clear_pointer(&lint->revisions, g_ptr_array_unref);
    g_clear_pointer(&lint->own, g_ptr_array_unref);
    g_clear_pointer(&lint->wanted, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Lint, lint_clear)

static bool
load_all(Lint *lint, const Graph *graph, GError **error)
{
    GPtrArray *all = graph_all(graph);
    for (guint i = 0; i < all->len; i++) {
        if (!revision_load(all->pdata[i], error))
            return false;
        g_ptr_array_add(lint->revisions, all->pdata[i]);
    }
    return true;
}

static bool
read_project(Lint *lint, GError **error)
{
    const char *folder = lint->session->revision_folder;
    return lint->session->config->path == NULL ||
           (graph_read(folder, &lint->graph, error) && graph_read_tenants(folder, &lint->tenants, error) &&
            load_all(lint, lint->graph, error) && load_all(lint, lint->tenants, error));
}

/* Which revisions -------------------------------------------------------------------------------------------------- */

static bool
is_same_file(const Revision *revision, const char *path)
{
    g_autofree char *whole = g_canonicalize_filename(revision->path, NULL);
    return strcmp(whole, path) == 0;
}

static bool
want_file(Lint *lint, const char *word, const char *path, GError **error)
{
    for (guint i = 0; i < lint->revisions->len; i++)
        if (is_same_file(lint->revisions->pdata[i], path)) {
            g_hash_table_add(lint->wanted, lint->revisions->pdata[i]);
            return true;
        }
    char *text = NULL;
    gsize length = 0;
    g_autoptr(GError) cause = NULL;
    if (!g_file_get_contents(path, &text, &length, &cause))
        return fail(error, PLEAT_ERROR_INPUT, "cannot read \"%s\": %s", word, cause->message);
    g_autoptr(GBytes) bytes = g_bytes_new_take(text, length); /* with an uncounted NUL */
    if (!g_utf8_validate(text, (gssize)length, NULL))
        return fail(error, PLEAT_ERROR_INPUT, "%s: the file is not UTF-8, or holds a NUL", word);
    g_autoptr(Problems) problems = problems_new();
    Revision *revision = revision_read(word, bytes, problems);
    if (revision == NULL)
        return problems_raise(problems, error);
    g_ptr_array_add(lint->own, revision);
    if (!revision_load(revision, error))
        return false;
    g_ptr_array_add(lint->revisions, revision);
    g_hash_table_add(lint->wanted, revision);
    return true;
}

/* A file, or a symbol of the project's revisions, of those of tenants where the others know no such. */
static bool
want(Lint *lint, const char *word, GError **error)
{
    g_autofree char *path = g_canonicalize_filename(word, lint->session->directory);
    if (g_file_test(path, G_FILE_TEST_IS_REGULAR))
        return want_file(lint, word, path, error);
    if (lint->graph == NULL)
        return fail(error, PLEAT_ERROR_INPUT, "no file \"%s\", and no project whose revision it could be", word);
    g_autoptr(GHashTable) none = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) found = NULL;
    if (!graph_resolve(lint->tenants, word, none, &found, NULL) &&
        !graph_resolve(lint->graph, word, none, &found, error))
        return false;
    for (guint i = 0; i < found->len; i++)
        g_hash_table_add(lint->wanted, found->pdata[i]);
    return true;
}

/* The files of a commit; *tree is NULL where the project was not there yet. */
static bool
open_commit(PleatSession *session, const char *rev, FileTree **tree, GError **error)
{
    History *history = NULL;
    g_autofree char *commit = NULL;
    if (!session_history(session, &history, error))
        return false;
    if (history == NULL)
        return fail(error, PLEAT_ERROR_INPUT, "--since needs a git repository around the project");
    if (!history_commit(history, rev, &commit, error))
        return false;
    if (!history_tree(history, commit, NULL, tree, NULL))
        *tree = NULL;
    return true;
}

static bool
want_newer(Lint *lint, const char *rev, GError **error)
{
    g_autoptr(FileTree) tree = NULL;
    if (!session_require_project(lint->session, error) || !open_commit(lint->session, rev, &tree, error))
        return false;
    for (guint i = 0; i < lint->revisions->len; i++)
        if (!tree_has_revision(tree, lint->revisions->pdata[i]))
            g_hash_table_add(lint->wanted, lint->revisions->pdata[i]);
    return true;
}

static bool
choose(Lint *lint, const PleatLintOptions *options, GError **error)
{
    const char *const *words = options->revisions;
    const bool named = words != NULL && *words != NULL;
    if (named || options->since != NULL)
        lint->wanted = g_hash_table_new(NULL, NULL);
    else
        return session_require_project(lint->session, error);
    for (; named && *words != NULL; words++)
        if (!want(lint, *words, error))
            return false;
    return options->since == NULL || want_newer(lint, options->since, error);
}

/* Declarations ----------------------------------------------------------------------------------------------------- */

static void
add_mark(Findings *findings, const char *rule_name, const Node *node, const char *what, const char *reason)
{
    const RuleName *rule = rule_find(rule_name);
    Finding *finding = findings_add(findings, rule, node->place, "%s %s is %s: %s", node->kind->title,
                                    node_address(node), what, reason);
    finding->object = g_strdup(node_address(node));
    finding_hint(finding, "%s", rule->help);
}

static void
find_marks(Node *node, void *data)
{
    if (node->extras == NULL || node->place.file == NULL)
        return;
    if (node->extras->deprecated != NULL)
        add_mark(data, "deprecated", node, "deprecated", node->extras->deprecated);
    if (node->extras->quarantine != NULL)
        add_mark(data, "in-quarantine", node, "in quarantine", node->extras->quarantine);
}

/* By the day on which the revision would run if that were today. */
static void
find_never_deprecated(const Revision *revision, gint64 least_ms, Findings *findings)
{
    const RuleName *rule = rule_find("never-deprecated");
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GArray) drops = drops_read(revision, arena);
    for (guint i = 0; i < drops->len; i++) {
        const Drop *drop = &g_array_index(drops, Drop, i);
        const int days = drop_deprecated_days(drop);
        if (drop_ends_quarantine(drop) || (days >= 0 && (gint64)days * MS_A_DAY >= least_ms))
            continue;
        g_autofree char *since =
            days < 0 ? g_strdup("never declared deprecated") : g_strdup_printf("deprecated for %d days", days);
        Finding *finding = findings_add(findings, rule, (Place){g_intern_string(revision->path), 1, 1},
                                        "%s %s goes, and was %s", drop->kind->title, drop->address, since);
        finding->object = g_strdup(drop->address);
        finding_hint(finding, "%s", rule->help);
    }
}

static void
find_never_quarantined(const Revision *revision, Findings *findings)
{
    const RuleName *rule = rule_find("never-quarantined");
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GArray) drops = drops_read(revision, arena);
    for (guint i = 0; i < drops->len; i++) {
        const Drop *drop = &g_array_index(drops, Drop, i);
        if (!drop_asks_for_quarantine(drop) || drop_ends_quarantine(drop))
            continue;
        Finding *finding = findings_add(findings, rule, (Place){g_intern_string(revision->path), 1, 1},
                                        "%s %s goes, and was never in quarantine", drop->kind->title, drop->address);
        finding->object = g_strdup(drop->address);
        finding_hint(finding, "%s", rule->help);
    }
}

static void
look_at_drops(const Lint *lint, Findings *findings)
{
    const GateSettings *gates = &lint->session->config->gates;
    for (guint i = 0; i < lint->revisions->len; i++) {
        const Revision *revision = lint->revisions->pdata[i];
        if (lint->wanted != NULL && !g_hash_table_contains(lint->wanted, revision))
            continue;
        if (gates->deprecated_ms > 0)
            find_never_deprecated(revision, gates->deprecated_ms, findings);
        if (gates->quarantined_ms > 0)
            find_never_quarantined(revision, findings);
    }
}

static bool
look_at_declarations(PleatSession *session, Findings *findings, GError **error)
{
    g_autoptr(Source) declared = NULL;
    if (!source_open(session, "schema", &declared, error))
        return false;
    schema_visit(declared->declared, find_marks, findings);
    return true;
}

/* The whole -------------------------------------------------------------------------------------------------------- */

static void
append_count(GString *out, guint count, const char *word)
{
    if (count == 0)
        return;
    const char *plural = count == 1 || g_str_has_suffix(word, "ed") ? "" : "s";
    g_string_append_printf(out, "%s%u %s%s", out->len > 0 ? ", " : "", count, word, plural);
}

static void
write_summary(const Lint *lint, const Findings *findings)
{
    g_autoptr(GString) counts = g_string_new(NULL);
    const guint looked_at = lint->wanted == NULL ? lint->revisions->len : g_hash_table_size(lint->wanted);
    append_count(counts, findings_of(findings, SEVERITY_ERROR), severity_names[SEVERITY_ERROR]);
    append_count(counts, findings_of(findings, SEVERITY_WARNING), severity_names[SEVERITY_WARNING]);
    append_count(counts, findings_of(findings, SEVERITY_NOTICE), severity_names[SEVERITY_NOTICE]);
    append_count(counts, findings_allowed(findings), "allowed");
    session_write(lint->session, "%u revision%s: %s\n", looked_at, looked_at == 1 ? "" : "s",
                  counts->len == 0 ? "no findings" : counts->str);
}

bool
pleat_lint(PleatSession *session, const PleatLintOptions *options, PleatOutcome *outcome, GError **error)
{
    g_auto(Lint) lint = {
        .session = session,
        .revisions = g_ptr_array_new(),
        .own = g_ptr_array_new_with_free_func((GDestroyNotify)revision_free),
    };
    g_autoptr(Findings) findings = findings_new("lint", rule_names());
    if (!read_project(&lint, error) || !choose(&lint, options, error) ||
        (lint.wanted == NULL && !look_at_declarations(session, findings, error)))
        return false;
    look_at_drops(&lint, findings);
    lint_revisions(findings, lint.revisions, lint.wanted, session->config);
    findings_write(session, findings);
    if (!findings_are_asked(session))
        write_summary(&lint, findings);
    *outcome = findings_fail(findings) ? PLEAT_FINDINGS : PLEAT_CLEAN;
    return true;
}

static void
write_rule(PleatSession *session, const Rule *rule)
{
    session_write(session, "%s %s (%s): %s\n\n%s\n\nMeasured: %s\n\nInstead: %s.\n", rule->name.code, rule->name.slug,
                  severity_names[rule->name.severity], rule->name.summary, rule->why, rule->harm, rule->name.help);
}

bool
pleat_lint_explain(PleatSession *session, const char *word, GError **error)
{
    const RuleName *wanted = word == NULL ? NULL : rule_find(word);
    if (word != NULL && wanted == NULL) {
        fail(error, PLEAT_ERROR_USAGE, "there is no rule \"%s\"", word);
        return fail_hint(error, "pleat lint --rules lists them");
    }
    for (const RuleGroup *group = rule_groups; group->rules != NULL; group++)
        for (const Rule *rule = group->rules; rule->name.code != NULL; rule++) {
            if (wanted == &rule->name)
                write_rule(session, rule);
            if (wanted == NULL)
                session_write(session, "%s %-8s %-28s %s\n", rule->name.code, severity_names[rule->name.severity],
                              rule->name.slug, rule->name.summary);
        }
    return true;
}
