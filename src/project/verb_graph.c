#include "project/graph_document.h"
#include "project/table_sizes.h"
#include "project/targets.h"
#include "revision/measured.h"

#include <string.h>

static void
write_line(PleatSession *session, const Revision *revision, const char *marks)
{
    g_autofree char *after = g_strjoinv(", ", (char **)(guintptr)revision->after);
    session_write(session, "%s -> %s (%s)%s, %s\n", after[0] == '\0' ? "<base>" : after, revision->id,
                  phase_name(revision->phase), marks, revision->message);
}

static void
write_verbose(PleatSession *session, const Revision *revision)
{
    g_autofree char *after = g_strjoinv(", ", (char **)(guintptr)revision->after);
    g_autofree char *depends_on = g_strjoinv(", ", (char **)(guintptr)revision->depends_on);
    session_write(session, "Rev: %s (%s)\nParent: %s\n", revision->id, phase_name(revision->phase),
                  after[0] == '\0' ? "<base>" : after);
    if (depends_on[0] != '\0')
        session_write(session, "Depends on: %s\n", depends_on);
    session_write(session, "Path: %s\n\n    %s\n\n", revision->path, revision->message);
}

static bool
is_head(GPtrArray *heads, const Revision *revision)
{
    return g_ptr_array_find(heads, revision, NULL);
}

/* A run that was killed is said wherever somebody asks where the database stands. */
static void
note_unfinished(PleatSession *session, const Unfinished *unfinished)
{
    if (unfinished->revision != NULL)
        session_note(session, "revision %s is half %s: %d steps are done; the next run goes on there\n",
                     unfinished->revision, unfinished->down ? "undone" : "applied", unfinished->done);
}

/* What is applied, for marks and for relative symbols; no database is asked where none is needed. */
static bool
applied_revisions(PleatSession *session, const Graph *graph, GHashTable **applied, GError **error)
{
    g_autoptr(PGconn) connection = NULL;
    return session_connect(session, NULL, &connection, error) &&
           session_applied(session, connection, graph, applied, NULL, error);
}

/* The newest first. */
static void
write_history(PleatSession *session, const Graph *graph, const GPtrArray *list, GHashTable *applied)
{
    g_autoptr(GPtrArray) newest_first = g_ptr_array_new();
    for (guint i = list->len; i-- > 0;)
        g_ptr_array_add(newest_first, list->pdata[i]);
    graph_document_list(session, graph, "revisions", newest_first, applied);
}

bool
pleat_history(PleatSession *session, const char *range, bool indicate_current, GError **error)
{
    g_autoptr(Graph) graph = NULL;
    g_autoptr(GHashTable) applied = NULL;
    g_autoptr(GPtrArray) list = NULL, heads = NULL;
    if (!session_require_project(session, error) || !session_graph(session, &graph, error))
        return false;
    bool needs_database = indicate_current || (range != NULL && strstr(range, "current") != NULL);
    if (needs_database && !applied_revisions(session, graph, &applied, error))
        return false;
    if (!graph_resolve_range(graph, range == NULL ? ":" : range, applied, &list, error))
        return false;
    if (session_has_format(session, "json")) {
        write_history(session, graph, list, indicate_current ? applied : NULL);
        return true;
    }
    heads = graph_heads(graph, PHASE_NONE);
    for (guint i = list->len; i-- > 0;) {
        const Revision *revision = list->pdata[i];
        bool is_current = applied != NULL && indicate_current && g_hash_table_contains(applied, revision->id);
        g_autofree char *marks =
            g_strconcat(is_head(heads, revision) ? " (head)" : "", is_current ? " (current)" : "", NULL);
        if (session->options.verbose)
            write_verbose(session, revision);
        else
            write_line(session, revision, marks);
    }
    return true;
}

static bool
is_needed(const Graph *graph, const Revision *revision)
{
    GPtrArray *all = graph_all(graph);
    for (guint i = 0; i < all->len; i++)
        if (g_strv_contains(((const Revision *)all->pdata[i])->depends_on, revision->id))
            return true;
    return false;
}

bool
pleat_heads(PleatSession *session, bool resolve_dependencies, GError **error)
{
    g_autoptr(Graph) graph = NULL;
    if (!session_require_project(session, error) || !session_graph(session, &graph, error))
        return false;
    g_autoptr(GPtrArray) heads = graph_heads(graph, PHASE_NONE);
    for (guint i = heads->len; resolve_dependencies && i-- > 0;)
        if (is_needed(graph, heads->pdata[i]))
            g_ptr_array_remove_index(heads, i);
    if (session_has_format(session, "json")) {
        graph_document_list(session, graph, "heads", heads, NULL);
        return true;
    }
    for (guint i = 0; i < heads->len; i++) {
        const Revision *head = heads->pdata[i];
        session_write(session, "%s (%s) (head)\n", head->id, phase_name(head->phase));
    }
    return true;
}

static void
write_branches(PleatSession *session, const GPtrArray *points, const GPtrArray *children)
{
    for (guint i = 0; i < points->len; i++) {
        const Revision *revision = points->pdata[i];
        const GPtrArray *own = children->pdata[i];
        session_write(session, "%s (%s) (branchpoint)\n", revision->id, phase_name(revision->phase));
        for (guint k = 0; k < own->len; k++)
            session_write(session, "    -> %s\n", ((const Revision *)own->pdata[k])->id);
    }
}

bool
pleat_branches(PleatSession *session, GError **error)
{
    g_autoptr(Graph) graph = NULL;
    if (!session_require_project(session, error) || !session_graph(session, &graph, error))
        return false;
    GPtrArray *all = graph_all(graph);
    g_autoptr(GHashTable) followers =
        g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
    for (guint i = 0; i < all->len; i++)
        g_hash_table_insert(followers, (gpointer)(guintptr)((const Revision *)all->pdata[i])->id, g_ptr_array_new());
    for (guint i = 0; i < all->len; i++)
        for (const char **parent = ((const Revision *)all->pdata[i])->after; *parent != NULL; parent++)
            g_ptr_array_add(g_hash_table_lookup(followers, *parent), all->pdata[i]);
    g_autoptr(GPtrArray) points = g_ptr_array_new(), children = g_ptr_array_new();
    for (guint i = 0; i < all->len; i++) {
        GPtrArray *own = g_hash_table_lookup(followers, ((const Revision *)all->pdata[i])->id);
        if (own->len < 2)
            continue;
        g_ptr_array_add(points, all->pdata[i]);
        g_ptr_array_add(children, own);
    }
    if (session_has_format(session, "json"))
        graph_document_branches(session, graph, points, children);
    else
        write_branches(session, points, children);
    return true;
}

/* What somebody went on in spite of, when and who, each line of it indented. */
static void
write_choices(PleatSession *session, const GPtrArray *choices)
{
    for (guint i = 0; i < choices->len; i++) {
        const RunChoice *choice = choices->pdata[i];
        g_autoptr(GString) text = g_string_new(choice->text);
        g_string_replace(text, "\n", "\n    ", 0);
        session_write(session, "%s, %s by %s:\n    %s\n", choice->revision, choice->when, choice->who, text->str);
    }
}

/* Only who asks for more gets it: it is read for him alone. */
static bool
tell_choices(PleatSession *session, PGconn *connection, RunTables tables, GError **error)
{
    g_autoptr(GPtrArray) choices = NULL;
    if (!session->options.verbose || session_has_format(session, "json"))
        return true;
    if (!run_choices(connection, tables, &choices, error))
        return false;
    write_choices(session, choices);
    return true;
}

static void
write_current(PleatSession *session, GPtrArray *heads, const GPtrArray *last, const Unfinished *unfinished)
{
    note_unfinished(session, unfinished);
    for (guint i = 0; i < last->len; i++) {
        const Revision *revision = last->pdata[i];
        session_write(session, "%s (%s)%s\n", revision->id, phase_name(revision->phase),
                      is_head(heads, revision) ? " (head)" : "");
    }
    if (last->len == 0 && session->is_target) /* each of many says something */
        session_write(session, "<base>\n");
}

static bool
show_current(PleatSession *session, const void *options, PleatOutcome *outcome, GError **error)
{
    bool check_heads = *(const bool *)options;
    g_autoptr(Graph) graph = NULL;
    g_autoptr(GHashTable) applied = NULL;
    g_autoptr(PGconn) connection = NULL;
    RunTables tables;
    Unfinished unfinished = {0};
    g_autofree char *half = NULL;
    if (!session_require_project(session, error) || !session_graph(session, &graph, error) ||
        !session_tables(session, &tables, error) || !session_connect(session, NULL, &connection, error) ||
        !session_applied(session, connection, graph, &applied, NULL, error) ||
        !run_unfinished_in(connection, tables, &half, &unfinished.down, &unfinished.done, error))
        return false;
    unfinished.revision = half;
    g_autoptr(GPtrArray) heads = graph_heads(graph, PHASE_NONE);
    g_autoptr(GPtrArray) last = graph_last_applied(graph, applied);
    *outcome = PLEAT_CLEAN;
    if (session_has_format(session, "json"))
        graph_document_current(session, graph, last, applied, &unfinished);
    else
        write_current(session, heads, last, &unfinished);
    if (!tell_choices(session, connection, tables, error))
        return false;
    for (guint i = 0; i < heads->len; i++)
        if (check_heads && !g_hash_table_contains(applied, ((const Revision *)heads->pdata[i])->id))
            *outcome = PLEAT_FINDINGS;
    return true;
}

bool
pleat_current(PleatSession *session, bool check_heads, PleatOutcome *outcome, GError **error)
{
    return targets_asked(session) ? targets_run(session, show_current, &check_heads, TARGETS_LINES, outcome, error)
                                  : show_current(session, &check_heads, outcome, error);
}

/* The revisions that a symbol stands for; they live as long as the graph. */
static bool
find_revisions(PleatSession *session, const char *target, Graph **graph, GPtrArray **list, GError **error)
{
    g_autoptr(GHashTable) applied = NULL;
    return session_require_project(session, error) && session_graph(session, graph, error) &&
           (strcmp(target, "current") != 0 || applied_revisions(session, *graph, &applied, error)) &&
           graph_resolve(*graph, target, applied, list, error);
}

static void
collect_relations(const Revision *revision, bool down, GHashTable *relations)
{
    g_autoptr(GHashTable) measured = measured_read(revision, down);
    GHashTableIter iterator;
    gpointer impacts;
    if (measured == NULL)
        return;
    g_hash_table_iter_init(&iterator, measured);
    while (g_hash_table_iter_next(&iterator, NULL, &impacts))
        for (guint i = 0; i < ((GArray *)impacts)->len; i++)
            g_hash_table_add(relations, (gpointer)(guintptr)g_array_index((GArray *)impacts, Impact, i).relation);
}

/* As they are now: the header has those of the day when it was written. */
static void
write_sizes(PleatSession *session, const Revision *revision, GHashTable *sizes)
{
    g_autoptr(GHashTable) relations = g_hash_table_new(g_str_hash, g_str_equal);
    collect_relations(revision, false, relations);
    collect_relations(revision, true, relations);
    g_autoptr(GList) names = g_list_sort(g_hash_table_get_keys(relations), (GCompareFunc)strcmp);
    bool any = false;
    for (const GList *name = names; name != NULL; name = name->next) {
        g_autofree char *words = table_size_words(sizes, name->data);
        if (words != NULL)
            session_write(session, "Size: %s %s\n", (const char *)name->data, words);
        any |= words != NULL;
    }
    if (any)
        session_write(session, "\n");
}

bool
pleat_show(PleatSession *session, const char *target, GError **error)
{
    g_autoptr(Graph) graph = NULL;
    g_autoptr(GPtrArray) list = NULL;
    if (!find_revisions(session, target, &graph, &list, error))
        return false;
    if (session_has_format(session, "json"))
        return graph_document_show(session, graph, list, error);
    g_autoptr(GHashTable) sizes = NULL;
    g_autofree char *path = table_sizes_path(session);
    if (!table_sizes_read(path, &sizes, error))
        return false;
    for (guint i = 0; i < list->len; i++) {
        const Revision *revision = list->pdata[i];
        g_autofree char *text = NULL;
        if (!g_file_get_contents(revision->path, &text, NULL, error))
            return false;
        write_verbose(session, revision);
        write_sizes(session, revision, sizes);
        session_write_text(session, text);
    }
    return true;
}

/* $VISUAL or $EDITOR may be a command with arguments. */
static bool
editor_words(GPtrArray *words, GError **error)
{
    const char *editor = g_getenv("VISUAL");
    if (editor == NULL || editor[0] == '\0')
        editor = g_getenv("EDITOR");
    if (editor == NULL || editor[0] == '\0')
        editor = "vi";
    g_auto(GStrv) parsed = NULL;
    g_autoptr(GError) problem = NULL;
    if (!g_shell_parse_argv(editor, NULL, &parsed, &problem))
        return fail(error, PLEAT_ERROR_USAGE, "$VISUAL or $EDITOR is no command (\"%s\"): %s", editor,
                    problem->message);
    for (char **word = parsed; *word != NULL; word++)
        g_ptr_array_add(words, g_strdup(*word));
    return true;
}

static bool
run_editor(GPtrArray *words, GError **error)
{
    g_autoptr(GError) problem = NULL;
    int status;
    if (!g_spawn_sync(NULL, (char **)words->pdata, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_CHILD_INHERITS_STDIN, NULL, NULL,
                      NULL, NULL, &status, &problem)) {
        fail(error, PLEAT_ERROR_SYSTEM, "cannot start the editor: %s", problem->message);
        return fail_hint(error, "$VISUAL or $EDITOR says which one to start");
    }
    if (!g_spawn_check_wait_status(status, &problem))
        return fail(error, PLEAT_ERROR_SYSTEM, "%s: %s", (char *)words->pdata[0], problem->message);
    return true;
}

bool
pleat_edit(PleatSession *session, const char *target, GError **error)
{
    g_autoptr(Graph) graph = NULL, edited = NULL;
    g_autoptr(GPtrArray) list = NULL, words = g_ptr_array_new_with_free_func(g_free);
    if (!find_revisions(session, target, &graph, &list, error) || !editor_words(words, error))
        return false;
    if (list->len == 0)
        return fail(error, PLEAT_ERROR_USAGE, "%s is no revision: there is nothing to edit", target);
    for (guint i = 0; i < list->len; i++)
        g_ptr_array_add(words, g_strdup(((const Revision *)list->pdata[i])->path));
    g_ptr_array_add(words, NULL);
    if (!run_editor(words, error) || !session_graph(session, &edited, error))
        return false;
    g_ptr_array_remove_index(words, words->len - 1); /* the NULL */
    GPtrArray *all = graph_all(edited);
    for (guint i = 0; i < all->len; i++)
        if (g_ptr_array_find_with_equal_func(words, ((const Revision *)all->pdata[i])->path, g_str_equal, NULL) &&
            !revision_load(all->pdata[i], error))
            return false;
    return true;
}
