/* Revision files of a folder, read into a graph and run: what a deployment does. */
#include "revision/graph.h"
#include "run/fixture.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
    char *folder;
    char *db;
} Project;

static void
put(const Project *project, const char *name, const char *header, const char *up, const char *down)
{
    g_autofree char *path = g_build_filename(project->folder, name, NULL);
    g_autofree char *text = g_strdup_printf("-- pleat: revision %s\n-- pleat: message %s\n\\set ON_ERROR_STOP on\n"
                                            "SET lock_timeout = '800ms';\n%s\\quit\n-- pleat: downgrade\n%s",
                                            header, name, up, down);
    GError *error = NULL;
    g_file_set_contents(path, text, -1, &error);
    g_assert_no_error(error);
}

/* Two deployments: a column comes and its predecessor goes; then an index. */
static Project
make_project(void)
{
    Project project = {g_dir_make_tmp("project-XXXXXX", NULL), fixture_database()};
    put(&project, "1.sql", "b0",
        "BEGIN;\nCREATE TABLE t (id int PRIMARY KEY, old text);\n"
        "INSERT INTO t SELECT i, 'x' || i FROM generate_series(1, 50) i;\nCOMMIT;\n",
        "DROP TABLE t;\n");
    put(&project, "2.sql", "e1 expand after b0",
        "ALTER TABLE t ADD COLUMN new text;\n"
        "-- pleat: backfill t by id\nUPDATE t SET new = old || '!' WHERE new IS NULL AND /*range*/ true;\n"
        "-- pleat: verify all rows\nSELECT NOT EXISTS (SELECT FROM t WHERE new IS NULL);\n",
        "ALTER TABLE t DROP COLUMN new;\n");
    put(&project, "3.sql", "c1 contract after b0\n-- pleat: depends_on e1", "ALTER TABLE t DROP COLUMN old;\n",
        "BEGIN;\nALTER TABLE t ADD COLUMN old text;\nUPDATE t SET old = rtrim(new, '!');\nCOMMIT;\n");
    put(&project, "4.sql", "e2 expand after e1\n-- pleat: depends_on c1",
        "CREATE INDEX CONCURRENTLY t_new ON t (new);\n", "DROP INDEX CONCURRENTLY t_new;\n");
    return project;
}

static void
project_clear(Project *project)
{
    static const char *const NAMES[] = {"1.sql", "2.sql", "3.sql", "4.sql"};
    for (size_t i = 0; i < G_N_ELEMENTS(NAMES); i++) {
        g_autofree char *path = g_build_filename(project->folder, NAMES[i], NULL);
        g_unlink(path);
    }
    g_rmdir(project->folder);
    g_free(project->folder);
    g_free(project->db);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Project, project_clear)

/* expected: how many revisions ran, or "! " and what the error says. */
static void
run_with(const Project *project, bool down, const char *target, RunOptions options, const char *expected)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Graph) graph = NULL;
    int count = 0;
    bool done = graph_read(project->folder, &graph, &error) &&
                (down ? run_downgrade : run_upgrade)(project->db, graph, target, &options, &count, &error);
    g_autofree char *got = done ? g_strdup_printf("%d", count) : g_strconcat("! ", error->message, NULL);
    g_auto(GStrv) parts = g_strsplit(expected, "! ", 2); /* "" and what the error says, or the number */
    if (parts[1] != NULL ? g_str_has_prefix(got, "! ") && strstr(got, parts[1]) != NULL : strcmp(got, expected) == 0)
        return;
    g_error("%s %s: \"%s\" expected, not \"%s\"", down ? "downgrade" : "upgrade", target, expected, got);
}

static void
up(const Project *project, const char *target, const char *expected)
{
    run_with(project, false, target, FIXTURE_OPTIONS, expected);
}

static void
down(const Project *project, const char *target, const char *expected)
{
    run_with(project, true, target, FIXTURE_OPTIONS, expected);
}

static void
check_applied(const Project *project, const char *expected)
{
    fixture_check(project->db, "SELECT string_agg(id, ' ' ORDER BY id) FROM pleat.version", expected);
}

static const char COLUMNS[] = "SELECT string_agg(attname, ' ' ORDER BY attname) FROM pg_attribute "
                              "WHERE attrelid = 't'::regclass AND attnum > 0 AND NOT attisdropped";

static void
test_deployments(void)
{
    g_auto(Project) project = make_project();
    up(&project, "contract@head", "! contract c1 needs expand e1");
    up(&project, "expand@head", "! expand e2 needs contract c1");
    up(&project, "e1", "2");
    fixture_check(project.db, COLUMNS, "id new old");
    fixture_check(project.db, "SELECT count(*) FROM t WHERE new = old || '!'", "50");
    up(&project, "head", "! at once");
    up(&project, "contract@head", "1");
    up(&project, "contract@head", "0");
    fixture_check(project.db, COLUMNS, "id new");
    up(&project, "expand@head", "1");
    check_applied(&project, "b0 c1 e1 e2");
    fixture_check(project.db, "SELECT indisvalid FROM pg_index WHERE indexrelid = 't_new'::regclass", "t");

    down(&project, "-1", "! expand@-1 or contract@-1");
    down(&project, "contract@-1", "! contract c1 cannot be undone under expand e2");
    down(&project, "expand@-1", "1");
    down(&project, "expand@-1", "! expand e1 cannot be undone under contract c1");
    check_applied(&project, "b0 c1 e1");
    down(&project, "b0", "2");
    fixture_check(project.db, COLUMNS, "id old");
    fixture_check(project.db, "SELECT count(*) FROM t WHERE old = 'x' || id", "50");
    down(&project, "base", "1");
    fixture_check(project.db, "SELECT to_regclass('t') IS NULL", "t");
}

static void
test_all_at_once(void)
{
    g_auto(Project) project = make_project();
    up(&project, "head", "4");
    check_applied(&project, "b0 c1 e1 e2");
    down(&project, "base", "4");
    RunOptions both = FIXTURE_OPTIONS;
    both.both_phases = true;
    up(&project, "b0", "1");
    up(&project, "head", "! at once");
    run_with(&project, false, "head", both, "3");
}

static void
test_edited(void)
{
    g_auto(Project) project = make_project();
    up(&project, "head", "4");
    put(&project, "4.sql", "e2 expand after e1\n-- pleat: depends_on c1\n-- a remark",
        "-- why\nCREATE INDEX CONCURRENTLY t_new\n  ON t (new); -- so\n", "DROP INDEX CONCURRENTLY t_new;\n");
    up(&project, "heads", "0");
    put(&project, "4.sql", "e2 expand after e1\n-- pleat: depends_on c1",
        "CREATE INDEX CONCURRENTLY t_new ON t (id);\n", "DROP INDEX CONCURRENTLY t_new;\n");
    up(&project, "heads", "! revision e2 was edited after it was applied");
    down(&project, "base", "! 4.sql");
    RunOptions allowed = FIXTURE_OPTIONS;
    allowed.allow_edited = true;
    run_with(&project, true, "expand@-1", allowed, "1");
}

static void
test_missing_file(void)
{
    g_auto(Project) project = make_project();
    up(&project, "head", "4");
    g_autofree char *path = g_build_filename(project.folder, "4.sql", NULL);
    g_unlink(path);
    up(&project, "head", "! the database has revision e2, which is not among the files");
    down(&project, "base", "! the database has revision e2");
    check_applied(&project, "b0 c1 e1 e2");
}

/* Names that hold line ends, quotes and the words of directives. */
static void
test_odd_names(void)
{
    g_auto(Project) project = make_project();
    put(&project, "1.sql", "b0",
        "BEGIN;\nCREATE TABLE \"stand by me\" (\"a\n\"\"b\" int PRIMARY KEY, n int);\n"
        "ALTER TABLE \"stand by me\" RENAME TO \"stand\nby me\";\n"
        "INSERT INTO \"stand\nby me\" SELECT generate_series(1, 40);\nCOMMIT;\n"
        "-- pleat: backfill public.U&\"stand\\000Aby me\" by U&\"a\\000A\"\"b\"\n"
        "UPDATE public.\"stand\nby me\" SET n = coalesce(n, 0) + 1 WHERE /*range*/ true;\n"
        "-- pleat: each partition of public.U&\"stand\\000Aby me\"\n"
        "UPDATE {partition} SET n = n + 1;\n",
        "");
    up(&project, "b0", "1");
    fixture_check(project.db, "SELECT count(*) FROM \"stand\nby me\" WHERE n = 2", "40");
}

/* The place that an error names is one of the file. */
static void
test_failing(void)
{
    g_auto(Project) project = make_project();
    put(&project, "2.sql", "e1 expand after b0", "SELECT 1;\n-- pleat: verify it\n\nSELECT 1 / 0;\n", "");
    up(&project, "e1", "! revision e1, step 2: division by zero");
    up(&project, "e1", "! 2.sql:8");
    check_applied(&project, "b0");
}

static void
add_tests(void)
{
    g_test_add_func("/files/deployments", test_deployments);
    g_test_add_func("/files/all-at-once", test_all_at_once);
    g_test_add_func("/files/edited", test_edited);
    g_test_add_func("/files/missing-file", test_missing_file);
    g_test_add_func("/files/odd-names", test_odd_names);
    g_test_add_func("/files/failing", test_failing);
}

int
main(int argc, char **argv)
{
    return fixture_main(argc, argv, add_tests);
}
