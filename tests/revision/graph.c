/* The graph of revisions, what symbols mean in it, and which revisions a run takes. */
#include "revision/graph.h"

#include <glib/gstdio.h>
#include <string.h>

/*
 * A folder of revisions from lines "ID PHASE AFTER DEPENDS_ON LABEL" ("-": none, lists with commas), named in the order
 * of their lines.
 */
static char *
make_folder(const char *spec)
{
    g_autoptr(GError) error = NULL;
    char *folder = g_dir_make_tmp("graph-XXXXXX", &error);
    g_assert_no_error(error);
    g_auto(GStrv) lines = g_strsplit(spec, "\n", -1);
    for (guint i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++) {
        g_auto(GStrv) words = g_strsplit(lines[i], " ", -1);
        g_autoptr(GString) text = g_string_new(NULL);
        g_assert_cmpuint(g_strv_length(words), ==, 5);
        g_string_append_printf(text, "-- pleat: revision %s%s%s%s%s\n", words[0], words[1][0] == '-' ? "" : " ",
                               words[1][0] == '-' ? "" : words[1], words[2][0] == '-' ? "" : " after ",
                               words[2][0] == '-' ? "" : words[2]);
        if (words[3][0] != '-')
            g_string_append_printf(text, "-- pleat: depends_on %s\n", words[3]);
        if (words[4][0] != '-')
            g_string_append_printf(text, "-- pleat: label %s\n", words[4]);
        g_string_append(text, "\\set ON_ERROR_STOP on\n\\quit\n-- pleat: downgrade\n");
        g_autofree char *path = g_strdup_printf("%s/%03u_%s.sql", folder, i, words[0]);
        g_file_set_contents(path, text->str, -1, &error);
        g_assert_no_error(error);
    }
    return folder;
}

static void
remove_folder(char *folder)
{
    const char *name;
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    while ((name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        g_unlink(path);
    }
    g_rmdir(folder);
    g_free(folder);
}

static Graph *
make_graph(const char *spec)
{
    char *folder = make_folder(spec);
    g_autoptr(GError) error = NULL;
    Graph *graph = NULL;
    graph_read(folder, &graph, &error);
    g_assert_no_error(error);
    remove_folder(folder);
    return graph;
}

static void
assert_unreadable(const char *spec, const char *expected)
{
    char *folder = make_folder(spec);
    g_autoptr(GError) error = NULL;
    Graph *graph = NULL;
    g_assert_false(graph_read(folder, &graph, &error));
    g_assert_null(graph);
    if (strstr(error->message, expected) == NULL)
        g_error("\"%s\" is not in \"%s\"", expected, error->message);
    g_assert_nonnull(strstr(error->message, "hint: "));
    remove_folder(folder);
}

static GHashTable *
make_set(const char *ids)
{
    GHashTable *set = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_auto(GStrv) words = g_strsplit(ids, " ", -1);
    for (char **word = words; *word != NULL; word++)
        if (**word != '\0')
            g_hash_table_add(set, g_strdup(*word));
    return set;
}

/* The ids in their order, or "! " and the error. */
static char *
spell(bool done, GPtrArray *list, const GError *error)
{
    if (!done)
        return g_strconcat("! ", error->message, NULL);
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < list->len; i++)
        g_string_append_printf(out, "%s%s", i > 0 ? " " : "", ((const Revision *)list->pdata[i])->id);
    return g_string_free(out, FALSE);
}

/* expected: ids, or "! " and what must be in the error. */
static void
assert_spelled(const char *what, const char *symbol, const char *applied, const char *expected, const char *got)
{
    bool fails = g_str_has_prefix(expected, "! ");
    bool holds = fails ? g_str_has_prefix(got, "! ") && strstr(got, expected + 2) != NULL : strcmp(got, expected) == 0;
    if (!holds)
        g_error("%s %s with (%s): \"%s\" expected, not \"%s\"", what, symbol, applied, expected, got);
}

static void
assert_resolves(const Graph *graph, const char *symbol, const char *applied, const char *expected)
{
    g_autoptr(GHashTable) set = make_set(applied);
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) list = NULL;
    bool done = graph_resolve(graph, symbol, set, &list, &error);
    g_autofree char *got = spell(done, list, error);
    assert_spelled("resolve", symbol, applied, expected, got);
}

static void
assert_range(const Graph *graph, const char *range, const char *applied, const char *expected)
{
    g_autoptr(GHashTable) set = make_set(applied);
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) list = NULL;
    bool done = graph_resolve_range(graph, range, set, &list, &error);
    g_autofree char *got = spell(done, list, error);
    assert_spelled("range", range, applied, expected, got);
}

static void
assert_path(const Graph *graph, bool down, const char *target, const char *applied, bool both_phases,
            const char *expected)
{
    g_autoptr(GHashTable) set = make_set(applied);
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) list = NULL;
    PathOptions options = {.both_phases = both_phases};
    bool done = (down ? graph_downgrade_path : graph_upgrade_path)(graph, set, target, &options, &list, &error);
    g_autofree char *got = spell(done, list, error);
    assert_spelled(down ? "downgrade" : "upgrade", target, applied, expected, got);
}

static void
assert_up(const Graph *graph, const char *target, const char *applied, const char *expected)
{
    assert_path(graph, false, target, applied, false, expected);
}

static void
assert_down(const Graph *graph, const char *target, const char *applied, const char *expected)
{
    assert_path(graph, true, target, applied, false, expected);
}

/* Three changes: the second has no contract; expand e3 needs contract c1. */
static const char PROJECT[] = "b0 - - - -\n"
                              "e1 expand b0 - -\n"
                              "c1 contract b0 e1 -\n"
                              "e2 expand e1 - names\n"
                              "e3 expand e2 c1 -\n"
                              "c3 contract c1 e3 -\n";

/* Two changes that do not need each other, no baseline. */
static const char FREE[] = "a1 expand - - -\n"
                           "a2 contract - a1 -\n"
                           "b1 expand a1 - -\n"
                           "b2 contract a2 b1 -\n";

static void
test_reading(void)
{
    g_autoptr(Graph) graph = make_graph(PROJECT);
    g_autofree char *all = spell(true, graph_all(graph), NULL);
    g_assert_cmpstr(all, ==, "b0 e1 c1 e2 e3 c3");
    g_autoptr(Graph) turned = make_graph("e2 expand e1 - -\ne1 expand b0 - -\nb0 - - - -\n");
    g_autofree char *sorted = spell(true, graph_all(turned), NULL);
    g_assert_cmpstr(sorted, ==, "b0 e1 e2");
    g_assert_null(graph_find(graph, "e"));
    g_assert_cmpstr(graph_find(graph, "e1")->id, ==, "e1");
}

static void
test_missing_folder(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Graph) graph = NULL;
    graph_read("/nowhere/at/all", &graph, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(graph_all(graph)->len, ==, 0);
    assert_up(graph, "head", "", "");
    assert_up(graph, "heads", "", "");
    assert_up(graph, "expand@head", "", "");
    assert_up(graph, "contract@head", "", "");
    assert_down(graph, "base", "", "");
    assert_range(graph, ":", "", "");
}

static void
test_unreadable(void)
{
    assert_unreadable("a expand - - -\na expand - - -\n", "revision a is also");
    assert_unreadable("a expand x - -\n", "revision a comes after x, which is not there");
    assert_unreadable("a expand - x -\n", "revision a depends on x, which is not there");
    assert_unreadable("a expand - - -\nb expand a,e - -\nc expand b - -\nd expand c - -\ne expand d - -\n",
                      "revisions follow each other in a circle: b, c, d, e, b");
    assert_unreadable("a expand - - -\nb expand a c -\nc contract - b -\n", "in a circle: b, c, b");
    assert_unreadable("a expand a - -\n", "in a circle: a, a");
    assert_unreadable("a expand - - one\nb expand a - one\n", "revision b has the label \"one\", which is a's");
    assert_unreadable("a expand - - b\nb expand a - -\n", "revision a has the label \"b\", which is a revision's id");
}

static void
test_symbols(void)
{
    g_autoptr(Graph) graph = make_graph(PROJECT);
    assert_resolves(graph, "e2", "", "e2");
    assert_resolves(graph, "b", "", "b0");
    assert_resolves(graph, "e", "", "! \"e\" may be any of e1, e2, e3");
    assert_resolves(graph, "x", "", "! no revision \"x\"");
    assert_resolves(graph, "", "", "! ");
    assert_resolves(graph, "base", "", "");
    assert_resolves(graph, "head", "", "e3 c3");
    assert_resolves(graph, "heads", "", "e3 c3");
    assert_resolves(graph, "expand@head", "", "e3");
    assert_resolves(graph, "contract@head", "", "c3");
    assert_resolves(graph, "names", "", "e2");
    assert_resolves(graph, "names@head", "", "e3");
    assert_resolves(graph, "e1@head", "", "e3");
    assert_resolves(graph, "expnad@head", "", "! no branch \"expnad\"");
    assert_resolves(graph, "expnad@base", "", "! no branch \"expnad\"");
    assert_resolves(graph, "expand@c1", "", "! c1 is not on the branch \"expand\"");
    assert_resolves(graph, "current", "b0 e1 c1", "e1 c1");
    assert_resolves(graph, "current", "", "");
    assert_resolves(graph, "expand@current", "b0 e1 c1", "e1");
}

static void
test_relative(void)
{
    g_autoptr(Graph) graph = make_graph(PROJECT);
    assert_resolves(graph, "e1+1", "", "e2");
    assert_resolves(graph, "e3-2", "", "e1");
    assert_resolves(graph, "e1-1", "", "b0");
    assert_resolves(graph, "b0-1", "", "");
    assert_resolves(graph, "b0+1", "", "e1");
    assert_resolves(graph, "c1+1", "", "c3");
    assert_resolves(graph, "b0-2", "", "! \"b0-2\" goes below base");
    assert_resolves(graph, "e2+2", "", "! \"e2+2\" goes beyond the head");
    assert_resolves(graph, "expand@head-1", "", "e2");
    assert_resolves(graph, "names@head-1", "", "e2");
    assert_resolves(graph, "head-1", "", "! the project has 2 heads: e3, c3");
    assert_resolves(graph, "+1", "", "b0");
    assert_resolves(graph, "+2", "", "e1");
    assert_resolves(graph, "+1", "b0", "e1");
    assert_resolves(graph, "+1", "b0 e1", "e2");
    assert_resolves(graph, "-1", "b0 e1", "b0");
    assert_resolves(graph, "-2", "b0 e1", "");
    assert_resolves(graph, "-1", "", "! \"-1\" goes below base");
    assert_resolves(graph, "-1", "b0 e1 c1", "! expand@-1 or contract@-1");
    assert_resolves(graph, "expand@-1", "b0 e1 c1", "b0");
    assert_resolves(graph, "contract@+1", "b0 e1 c1", "c3");
    assert_resolves(graph, "contract@+1", "b0 e1", "c1");
    assert_resolves(graph, "expand@+1", "", "b0");
    assert_resolves(graph, "names@-1", "b0 e1 c1 e2", "e1");
    assert_resolves(graph, "names@+1", "b0 e1", "e2");
}

/* A branch is reached along what it came from, as in Alembic; going back stays on it. */
static void
test_lineage(void)
{
    g_autoptr(Graph) graph =
        make_graph("a expand - - -\nb expand a - -\nc expand b - left\nd expand c - -\ne expand b - right\n");
    assert_up(graph, "left@+1", "", "a");
    assert_up(graph, "left@+3", "", "a b c");
    assert_up(graph, "left@+1", "a b e", "c");
    assert_up(graph, "left@b", "", "a b");
    assert_up(graph, "left@a+2", "", "a b c");
    assert_up(graph, "left@e", "", "! e is not on the branch \"left\"");
    assert_up(graph, "right@+1", "a b c d", "e");
    assert_down(graph, "left@-1", "a b", "! goes below base");
    assert_down(graph, "left@base", "a b c e", "c");
    assert_down(graph, "c", "a b c d e", "d");
    assert_down(graph, "left@b", "a b c d e", "d c");
    assert_down(graph, "b", "a b c d e", "e d c");
    assert_down(graph, "e", "a b c d e", "");
}

/* Steps from what is applied lead where the command goes. */
static void
test_directions(void)
{
    g_autoptr(Graph) graph = make_graph(PROJECT);
    assert_up(graph, "-1", "b0 e1", "! \"-1\" goes back");
    assert_up(graph, "expand@-1", "b0 e1", "! goes back");
    assert_down(graph, "+1", "b0", "! \"+1\" goes forth");
    assert_down(graph, "e1+1", "b0 e1 e2 e3", "e3");
}

static void
test_labels_with_signs(void)
{
    g_autoptr(Graph) graph = make_graph("a expand - - release-42\nb expand a - 2024-11-01\nc expand b - v1+2\n");
    assert_resolves(graph, "release-42", "", "a");
    assert_resolves(graph, "release-42+1", "", "b");
    assert_resolves(graph, "2024-11-01", "", "b");
    assert_resolves(graph, "v1+2-1", "", "b");
    assert_resolves(graph, "release-42@head", "", "c");
}

static void
test_ranges(void)
{
    g_autoptr(Graph) graph = make_graph(PROJECT);
    assert_range(graph, ":", "", "b0 e1 c1 e2 e3 c3");
    assert_range(graph, ":e2", "", "b0 e1 e2");
    assert_range(graph, "e1:e3", "", "e1 c1 e2 e3");
    assert_range(graph, "e2:", "", "e2 e3 c3");
    assert_range(graph, "base:c1", "", "b0 e1 c1");
    assert_range(graph, "-1:current", "b0 e1 e2", "e1 e2");
    assert_range(graph, "e1:+1", "b0 e1", "e1 e2");
    assert_range(graph, "e1", "", "! a range is START:END");
}

static void
test_several_heads(void)
{
    g_autoptr(Graph) graph = make_graph("a expand - - -\nb expand a - left\nc expand a - right\nd contract - c -\n");
    assert_resolves(graph, "head", "", "! expand has 2 heads: b, c");
    assert_resolves(graph, "expand@head", "", "! expand has 2 heads: b, c");
    assert_resolves(graph, "heads", "", "b c d");
    assert_resolves(graph, "left@head", "", "b");
    assert_resolves(graph, "a+1", "", "! \"a+1\" may be any of b, c");
    assert_up(graph, "head", "", "! expand has 2 heads: b, c");
    assert_up(graph, "expand@head", "", "! expand has 2 heads: b, c");
    assert_up(graph, "heads", "", "a b c d");
    assert_up(graph, "expand@heads", "", "a b c");
    assert_up(graph, "right@head", "a b", "c");
    assert_down(graph, "left@-1", "a b c", "b");
    assert_down(graph, "left@base", "a b c", "b");
    assert_down(graph, "expand@-1", "a b c", "! several");
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) parents = NULL;
    g_assert_false(graph_parents_for(graph, PHASE_EXPAND, &parents, &error));
    g_assert_error(error, PLEAT_ERROR, PLEAT_ERROR_STATE);
}

static void
test_parents(void)
{
    g_autoptr(Graph) graph = make_graph(PROJECT);
    g_autoptr(Graph) young = make_graph("b0 - - - -\ne1 expand b0 - -\n");
    static const struct {
        Phase phase;
        const char *of_project, *of_young;
    } CASES[] = {{PHASE_EXPAND, "e3", "e1"}, {PHASE_CONTRACT, "c3", "b0"}, {PHASE_NONE, "e3 c3", "e1"}};
    for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++) {
        g_autoptr(GPtrArray) parents = NULL, others = NULL;
        g_assert_true(graph_parents_for(graph, CASES[i].phase, &parents, NULL));
        g_autofree char *of_project = spell(true, parents, NULL);
        g_assert_cmpstr(of_project, ==, CASES[i].of_project);
        g_assert_true(graph_parents_for(young, CASES[i].phase, &others, NULL));
        g_autofree char *of_young = spell(true, others, NULL);
        g_assert_cmpstr(of_young, ==, CASES[i].of_young);
    }
}

static void
test_upgrade_by_phases(void)
{
    g_autoptr(Graph) graph = make_graph(PROJECT);
    assert_up(graph, "expand@head", "", "! expand e3 needs contract c1, which is not applied");
    assert_up(graph, "e2", "", "b0 e1 e2");
    assert_up(graph, "expand@e2", "", "b0 e1 e2");
    assert_up(graph, "expand@head", "b0 e1", "! deploy");
    assert_up(graph, "contract@+1", "b0 e1 e2", "c1");
    assert_up(graph, "expand@head", "b0 e1 c1", "e2 e3");
    assert_up(graph, "contract@head", "b0 e1 e2", "! contract c3 needs expand e3, which is not applied");
    assert_up(graph, "contract@head", "b0 e1 c1 e2 e3", "c3");
    assert_up(graph, "contract@head", "b0 e1 c1 e2 e3 c3", "");
    assert_up(graph, "contract@head", "", "! contract c1 needs expand e1");
    assert_up(graph, "head", "", "b0 e1 c1 e2 e3 c3");
    assert_up(graph, "heads", "b0", "! would run expand e1 and contract c1 at once");
    assert_path(graph, false, "head", "b0", true, "e1 c1 e2 e3 c3");
    assert_up(graph, "c1", "b0", "! would run expand e1 and contract c1 at once");
    assert_up(graph, "head", "b0 e1 e2", "! would run");
    assert_up(graph, "c1", "b0 e1 e2", "c1");
    assert_up(graph, "base", "b0", "");
}

static void
test_no_contract_yet(void)
{
    g_autoptr(Graph) graph = make_graph("e1 expand - - -\ne2 expand e1 - -\n");
    assert_up(graph, "contract@head", "", "");
    assert_up(graph, "contract@head", "e1", "");
    assert_up(graph, "head", "e1", "e2");
    assert_down(graph, "contract@base", "e1 e2", "");
    assert_down(graph, "contract@-1", "e1 e2", "! goes below base");
    g_autoptr(Graph) based = make_graph("b0 - - - -\ne1 expand b0 - -\n");
    assert_up(based, "contract@head", "b0 e1", "");
    assert_down(based, "contract@-1", "b0 e1", "! goes below base");
}

/* Two deployments, one after the other or both expands first. */
static void
test_interleavings(void)
{
    g_autoptr(Graph) graph = make_graph(FREE);
    assert_up(graph, "expand@head", "", "a1 b1");
    assert_up(graph, "expand@+1", "", "a1");
    assert_up(graph, "contract@+1", "a1", "a2");
    assert_up(graph, "expand@head", "a1 a2", "b1");
    assert_up(graph, "contract@head", "a1 a2 b1", "b2");
    assert_up(graph, "contract@head", "a1 b1", "a2 b2");
    assert_up(graph, "expand@+1", "a1", "b1");
    assert_up(graph, "a2", "a1 b1", "a2");
    assert_up(graph, "b2", "a1", "! would run expand b1 and contract a2 at once");
    assert_up(graph, "head", "", "a1 a2 b1 b2");

    g_autoptr(Graph) bound =
        make_graph("a1 expand - - -\na2 contract - a1 -\nb1 expand a1 a2 -\nb2 contract a2 b1 -\n");
    assert_up(bound, "expand@head", "", "! expand b1 needs contract a2");
    assert_up(bound, "expand@head", "a1", "! expand b1 needs contract a2");
    assert_up(bound, "expand@head", "a1 a2", "b1");
    assert_up(bound, "contract@head", "a1 a2", "! contract b2 needs expand b1");
}

static void
test_downgrade(void)
{
    g_autoptr(Graph) graph = make_graph(PROJECT);
    static const char ALL[] = "b0 e1 c1 e2 e3 c3";
    assert_down(graph, "base", ALL, "c3 e3 e2 c1 e1 b0");
    assert_down(graph, "base", "", "");
    assert_down(graph, "base", "b0 e1", "e1 b0");
    assert_down(graph, "-1", "b0 e1", "e1");
    assert_down(graph, "-1", ALL, "! expand@-1 or contract@-1");
    assert_down(graph, "contract@-1", ALL, "c3");
    assert_down(graph, "contract@-2", ALL, "! contract c1 cannot be undone under expand e3, which is applied");
    assert_down(graph, "expand@-1", ALL, "! expand e3 cannot be undone under contract c3, which is applied");
    assert_down(graph, "expand@-1", "b0 e1 c1 e2 e3", "e3");
    assert_down(graph, "expand@-2", "b0 e1 c1 e2", "! expand e1 cannot be undone under contract c1");
    assert_down(graph, "contract@base", "b0 e1 c1 e2", "c1");
    assert_down(graph, "e2", ALL, "c3 e3");
    assert_down(graph, "e1", ALL, "c3 e3 e2");
    assert_down(graph, "c1", ALL, "c3");
    assert_down(graph, "b0", ALL, "c3 e3 e2 c1 e1");
    assert_down(graph, "heads", ALL, "");
    assert_down(graph, "e3", "b0 e1", "! revision e3 is not applied");
    assert_down(graph, "nonsense@base", ALL, "! no branch \"nonsense\"");
    assert_down(graph, "nonsense@head", ALL, "! no branch \"nonsense\"");
}

static void
test_unknown_applied(void)
{
    g_autoptr(Graph) graph = make_graph(FREE);
    assert_up(graph, "expand@head", "a1 zz", "! the database has revision zz, which is not among the files");
    assert_down(graph, "base", "a1 zz", "! the database has revision zz");
}

static void
test_below_a_head(void)
{
    g_autoptr(Graph) graph = make_graph("a expand - - -\nx expand a - -\nb expand x - -\nc expand b - -\n");
    assert_up(graph, "head", "a b", "x c");
    assert_up(graph, "b", "a b", "x");
    assert_down(graph, "a", "a b", "b");
}

/* What joins two heads belongs to both phases when it stands on both. */
static void
test_merges(void)
{
    g_autoptr(Graph) graph = make_graph("a expand - - -\nb expand a - -\nc expand a - -\nm expand b,c - -\n");
    assert_up(graph, "head", "", "a b c m");
    assert_up(graph, "m", "a c", "b m");
    assert_resolves(graph, "m-1", "", "b c");
    assert_resolves(graph, "m-2", "", "! \"m-2\" may be any of b, c");
    assert_down(graph, "b", "a b c m", "m");
    assert_down(graph, "-1", "a b c m", "m");
    g_autoptr(Graph) both =
        make_graph("a1 expand - - -\na2 contract - a1 -\nm - a1,a2 - -\nb1 expand m - -\nb2 contract m b1 -\n");
    assert_resolves(both, "head", "", "b1 b2");
    assert_up(both, "expand@head", "a1", "! needs contract a2");
    assert_up(both, "expand@head", "a1 a2", "m b1");
    assert_up(both, "contract@head", "a1 a2 m b1", "b2");
}

/* 5,000 revisions: history and an up-to-date upgrade have 100 ms. */
static void
test_speed(void)
{
    enum { CHANGES = 2500 };
    g_autoptr(GString) spec = g_string_new("e0 expand - - -\nc0 contract - e0 -\n");
    for (int i = 1; i < CHANGES; i++)
        g_string_append_printf(spec, "e%d expand e%d - -\nc%d contract c%d e%d -\n", i, i - 1, i, i - 1, i);
    char *folder = make_folder(spec->str);
    g_autoptr(Graph) graph = NULL;
    g_autoptr(GError) error = NULL;
    gint64 began = g_get_monotonic_time();
    graph_read(folder, &graph, &error);
    g_assert_no_error(error);
    gint64 read = g_get_monotonic_time();
    g_autoptr(GHashTable) none = make_set("");
    g_autoptr(GPtrArray) list = NULL, history = NULL, back = NULL;
    PathOptions options = {.both_phases = true};
    g_assert_true(graph_upgrade_path(graph, none, "head", &options, &list, NULL));
    g_assert_cmpuint(list->len, ==, 2 * CHANGES);
    for (guint i = 0; i < list->len; i++)
        g_hash_table_add(none, g_strdup(((const Revision *)list->pdata[i])->id));
    g_assert_true(graph_downgrade_path(graph, none, "base", &options, &back, NULL));
    g_assert_cmpuint(back->len, ==, 2 * CHANGES);
    g_assert_true(graph_resolve_range(graph, ":", none, &history, NULL));
    g_assert_cmpuint(history->len, ==, 2 * CHANGES);
    g_test_message("read %.1f ms, paths and history %.1f ms", (double)(read - began) / 1000,
                   (double)(g_get_monotonic_time() - read) / 1000);
    remove_folder(folder);
}

/* The database's own revisions are left out, children and parents alike. */
static void
test_no_tenants(void)
{
    char *folder = make_folder("a1 expand - - -\nb1 expand a1 - -\nb2 contract a1 b1 -\n");
    g_autoptr(GError) error = NULL;
    g_autoptr(Graph) graph = NULL;
    graph_read_tenants(folder, &graph, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(graph_all(graph)->len, ==, 0);
    g_assert_null(graph_find(graph, "a1"));
    remove_folder(folder);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/graph/reading", test_reading);
    g_test_add_func("/graph/missing-folder", test_missing_folder);
    g_test_add_func("/graph/unreadable", test_unreadable);
    g_test_add_func("/graph/symbols", test_symbols);
    g_test_add_func("/graph/relative", test_relative);
    g_test_add_func("/graph/lineage", test_lineage);
    g_test_add_func("/graph/directions", test_directions);
    g_test_add_func("/graph/labels-with-signs", test_labels_with_signs);
    g_test_add_func("/graph/ranges", test_ranges);
    g_test_add_func("/graph/several-heads", test_several_heads);
    g_test_add_func("/graph/parents", test_parents);
    g_test_add_func("/graph/upgrade-by-phases", test_upgrade_by_phases);
    g_test_add_func("/graph/no-contract-yet", test_no_contract_yet);
    g_test_add_func("/graph/interleavings", test_interleavings);
    g_test_add_func("/graph/downgrade", test_downgrade);
    g_test_add_func("/graph/unknown-applied", test_unknown_applied);
    g_test_add_func("/graph/below-a-head", test_below_a_head);
    g_test_add_func("/graph/merges", test_merges);
    g_test_add_func("/graph/speed", test_speed);
    g_test_add_func("/graph/no-tenants", test_no_tenants);
    return g_test_run();
}
