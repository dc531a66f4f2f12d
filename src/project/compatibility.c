#include "project/compatibility.h"

#include "plan/script.h"
#include "sql/words.h"
#include <string.h>

static const char FOLDER[] = "compat";

/* Reading --------------------------------------------------------------------------------------------------------- */

static bool
read_tree(FileTree *tree, const char *prefix, const char *suffix, GPtrArray *corpus, Problems *problems, GError **error)
{
    static const char *const SUFFIXES[] = {".sql", NULL};
    g_autoptr(GPtrArray) paths = NULL;
    if (!file_tree_list(tree, FOLDER, SUFFIXES, &paths, error))
        return false;
    for (guint i = 0; i < paths->len; i++) {
        g_autoptr(GBytes) content = NULL;
        if (!file_tree_read(tree, paths->pdata[i], &content, error))
            return false;
        g_autofree char *file = g_strconcat(prefix, paths->pdata[i], suffix, NULL);
        size_t size;
        const char *text = g_bytes_get_data(content, &size);
        if (g_utf8_validate_len(text, size, NULL)) /* which refuses a NUL, too */
            corpus_parse(corpus, file, text, problems);
        else
            problems_add(problems, (Place){g_intern_string(file), 0, 0}, "the file is not UTF-8, or holds a NUL");
    }
    return true;
}

/* What only HEAD has is what the application ran before this change. A clone without it has nothing to tell. */
static void
add_older(PleatSession *session, const char *prefix, GPtrArray *corpus)
{
    History *history = NULL;
    g_autoptr(FileTree) tree = NULL;
    g_autoptr(Problems) ignored = problems_new();
    g_autoptr(GPtrArray) older = corpus_new();
    if (!session_history(session, &history, NULL) || history == NULL ||
        !history_tree(history, "HEAD", NULL, &tree, NULL) || !read_tree(tree, prefix, " at HEAD", older, ignored, NULL))
        return;
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < corpus->len; i++)
        g_hash_table_add(known, ((CorpusStatement *)corpus->pdata[i])->sql);
    for (guint i = 0; i < older->len;) {
        CorpusStatement *statement = older->pdata[i];
        if (!g_hash_table_add(known, statement->sql)) {
            i++;
            continue;
        }
        statement->old = true;
        g_ptr_array_add(corpus, g_ptr_array_steal_index(older, i));
    }
}

bool
compatibility_read(PleatSession *session, GPtrArray **out, GError **error)
{
    g_autoptr(GPtrArray) corpus = corpus_new();
    g_autoptr(FileTree) tree = NULL;
    g_autoptr(Problems) problems = problems_new();
    g_autofree char *prefix = session_place_prefix(session, session->config->directory);
    if (!file_tree_open_directory(session->config->directory, &tree, error) ||
        !read_tree(tree, prefix, "", corpus, problems, error) || !problems_raise(problems, error))
        return false;
    add_older(session, prefix, corpus);
    *out = g_steal_pointer(&corpus);
    return true;
}

/* Choosing -------------------------------------------------------------------------------------------------------- */

typedef struct {
    GHashTable *roots; /* a name -> array of the roots that have it */
    GHashTable *keep, *support;
    bool any; /* something is kept that statements use without naming it: an operator, a cast */
} Choice;

static bool
is_named(const Node *root)
{
    return root->kind->in_schema && !root->kind->raw_name;
}

static void
add_roots(Choice *choice, const Schema *schema)
{
    schema_index_names(schema, is_named, choice->roots);
    for (guint i = 0; i < schema->roots->len && !choice->any; i++) {
        const Node *root = schema->roots->pdata[i];
        choice->any = root->kind->raw_name && g_hash_table_contains(choice->keep, root->key);
    }
}

/* The roots that a statement names: g_ptr_array_unref. */
static GPtrArray *
named_by(const Choice *choice, const CorpusStatement *statement)
{
    GPtrArray *named = g_ptr_array_new();
    g_autoptr(GHashTable) names = words_names(statement->sql);
    GHashTableIter iterator;
    gpointer name;
    g_hash_table_iter_init(&iterator, names);
    while (g_hash_table_iter_next(&iterator, &name, NULL)) {
        GPtrArray *roots = g_hash_table_lookup(choice->roots, name);
        if (roots != NULL)
            g_ptr_array_extend(named, roots, NULL, NULL);
    }
    return named;
}

static bool
names_kept(const Choice *choice, const GPtrArray *named, GHashTable *affected)
{
    bool kept = choice->any;
    for (guint i = 0; i < named->len && !kept; i++)
        kept = g_hash_table_contains(affected, ((const Node *)named->pdata[i])->key);
    return kept;
}

static void
keep_named(const Choice *choice, const GPtrArray *named)
{
    for (guint i = 0; i < named->len; i++) {
        const Node *root = named->pdata[i];
        const bool unmanaged = (root->flags & NODE_UNMANAGED) != 0;
        if (!g_hash_table_contains(choice->keep, root->key))
            g_hash_table_add(unmanaged ? choice->support : choice->keep, (gpointer)(guintptr)root->key);
    }
}

GPtrArray *
compatibility_choose(GPtrArray *corpus, const Schema *from, const Schema *to, GHashTable *keep, GHashTable *support)
{
    g_autoptr(GHashTable) roots = schema_new_index();
    g_autoptr(GHashTable) affected = g_hash_table_new(g_str_hash, g_str_equal);
    GPtrArray *chosen = g_ptr_array_new();
    Choice choice = {roots, keep, support, false};
    GHashTableIter iterator;
    gpointer key;
    g_hash_table_iter_init(&iterator, keep);
    while (g_hash_table_iter_next(&iterator, &key, NULL))
        g_hash_table_add(affected, key);
    add_roots(&choice, from);
    add_roots(&choice, to);
    for (guint i = 0; i < corpus->len; i++) {
        g_autoptr(GPtrArray) named = named_by(&choice, corpus->pdata[i]);
        if (!names_kept(&choice, named, affected))
            continue;
        keep_named(&choice, named);
        g_ptr_array_add(chosen, corpus->pdata[i]);
    }
    return chosen;
}

/* Telling --------------------------------------------------------------------------------------------------------- */

/* "expand, step 2: drop column name": g_free. */
static char *
describe_culprit(const Proposal *proposal, const CompatFinding *finding)
{
    const Action *by = finding->by;
    if (by == NULL || by->up->len == 0)
        return g_strdup_printf("after %s", phase_name(finding->phase));
    g_autoptr(GHashTable) numbers = script_number(proposal->plan, by->effect.phase, false);
    const ActionSql *last = &g_array_index(by->up, ActionSql, by->up->len - 1);
    const Node *root = node_root(by->old_node != NULL ? by->old_node : by->new_node);
    return g_strdup_printf("after %s, step %d (%s: %s)", phase_name(by->effect.phase),
                           GPOINTER_TO_INT(g_hash_table_lookup(numbers, last)), node_address(root), by->verb);
}

static void
add_problem(const Proposal *proposal, const CompatFinding *finding, bool allowed, Problems *problems)
{
    const CorpusStatement *statement = finding->statement;
    const Place place = {g_intern_string(statement->file), finding->line, finding->column};
    g_autofree char *where = describe_culprit(proposal, finding);
    g_autofree char *name =
        statement->name == NULL ? g_strdup("the statement") : g_strdup_printf("\"%s\"", statement->name);
    if (finding->is_warning) {
        problems_warn(problems, place, "%s, prepared before, fails %s until it is prepared again: %s", name, where,
                      finding->message);
        problems_hint(problems, "\"cached plan must not change result type\": name its columns instead of \"*\"");
        return;
    }
    (allowed ? problems_warn : problems_add)(problems, place, "%s does not work %s: %s", name, where, finding->message);
    if (finding->never_held)
        problems_hint(problems, "it did not work before either: is it right, and is all that it needs declared?");
    else if (finding->phase == PHASE_CONTRACT)
        problems_hint(problems, "if only the old application runs it, say so above it: -- pleat: old");
    else
        problems_hint(problems, "the old application still runs it then; an exception: -- pleat: allow expand REASON");
}

static void
tell_count(PleatSession *session, const Compat *compat)
{
    guint unjudged, count = compat_count(compat, &unjudged);
    if (count > 0 && session->options.verbose)
        session_note(session,
                     "%u statement%s of %s/ tried before, between and after both phases; of %u nothing can "
                     "be said\n",
                     count, count == 1 ? "" : "s", FOLDER, unjudged);
}

bool
compatibility_check(PleatSession *session, Proposal *proposal, const char *reason, GError **error)
{
    if (proposal->states.compat == NULL)
        return true;
    const GPtrArray *findings = compat_findings(proposal->states.compat);
    g_autoptr(Problems) problems = problems_new();
    int failing = 0;
    for (guint i = 0; i < findings->len; i++) {
        const CompatFinding *finding = findings->pdata[i];
        failing += !finding->is_warning;
        add_problem(proposal, finding, reason != NULL, problems);
    }
    tell_count(session, proposal->states.compat);
    problems_sort(problems);
    if (!problems_raise(problems, error))
        return fail_hint(error, "nothing was written; --allow-incompatible REASON writes it all the same");
    g_autofree char *text = problems_format(problems);
    session_note(session, "%s", text);
    if (failing > 0)
        proposal->remark = g_strdup_printf("%d statement%s of %s/ will not work, which is known: %s", failing,
                                           failing == 1 ? "" : "s", FOLDER, reason);
    return true;
}
