/* The versions of a file: through edits, renames, moves, merges, reverts and deletions. */
#include "history/repository.h"

#include <string.h>

static const char body[] = "create function a() returns int language sql as $$\n"
                           "  select 1\n  from generate_series(1, 10)\n  where true\n  order by 1\n$$;\n";

/* The body with one more line: alike enough to be the same file. */
static char *
variant(const char *line)
{
    return g_strdup_printf("%s-- %s\n", body, line);
}

static void
commit_variant(Repository *repository, const char *path, const char *subject)
{
    g_autofree char *content = variant(subject);
    repository_commit(repository, path, content, subject);
}

static void
assert_versions(History *history, const char *path, const char *expected)
{
    g_autofree char *versions = repository_versions(history, path);
    g_assert_cmpstr(versions, ==, expected);
}

static void
test_edit_delete_and_return(void)
{
    g_autoptr(Repository) repository = repository_new();
    commit_variant(repository, "functions/a.sql", "one");
    commit_variant(repository, "functions/b.sql", "unrelated");
    commit_variant(repository, "functions/a.sql", "two");
    repository_run(repository, "git rm -q functions/a.sql; git commit -q -m gone");
    commit_variant(repository, "functions/a.sql", "back");
    repository_run(repository, "git rm -q functions/a.sql; git commit -q -m end");
    g_autoptr(History) history = repository_open(repository, "functions");
    assert_versions(history, "a.sql", "end:-a.sql back:a.sql gone:-a.sql two:a.sql one:a.sql");
    assert_versions(history, "nothing.sql", "");
    g_autoptr(GPtrArray) versions = NULL;
    g_autoptr(GBytes) content = NULL;
    g_autoptr(GError) error = NULL;
    g_assert_true(history_versions(history, "a.sql", &versions, &error));
    const FileVersion *first = versions->pdata[4];
    g_assert_cmpstr(first->author, ==, "Ann Author");
    g_assert_cmpint(first->offset, ==, 120);
    g_autofree char *commit = repository_ask(repository, "git rev-parse HEAD~5");
    g_autofree char *blob = repository_ask(repository, "git rev-parse HEAD~5:functions/a.sql");
    g_autofree char *date = repository_ask(repository, "git log -1 --format=%%at HEAD~5");
    g_autofree char *expected = variant("one");
    g_assert_cmpstr(first->commit, ==, commit);
    g_assert_cmpstr(first->blob, ==, blob);
    g_assert_cmpint(first->date, ==, g_ascii_strtoll(date, NULL, 10));
    g_assert_true(history_content(history, first, &content, &error));
    g_assert_cmpstr(g_bytes_get_data(content, NULL), ==, expected);
    g_assert_false(history_content(history, versions->pdata[0], &content, &error));
    assert_error_has(&error, "was deleted in");
}

static void
test_rename_and_edit(void)
{
    g_autoptr(Repository) repository = repository_new();
    commit_variant(repository, "procs/a.sql", "one");
    commit_variant(repository, "procs/a.sql", "two");
    repository_run(repository, "git mv procs functions; git commit -q -m moved");
    repository_run(repository, "git mv functions/a.sql functions/b.sql; echo '-- more' >> functions/b.sql;"
                               "git commit -q -a -m renamed");
    commit_variant(repository, "functions/a.sql", "another");
    g_autoptr(History) history = repository_open(repository, "");
    assert_versions(history, "functions/b.sql",
                    "renamed:functions/b.sql moved:functions/a.sql two:procs/a.sql one:procs/a.sql");
    assert_versions(
        history, "functions/a.sql",
        "another:functions/a.sql renamed:-functions/a.sql moved:functions/a.sql two:procs/a.sql one:procs/a.sql");
    assert_versions(history, "procs/a.sql", "moved:-procs/a.sql two:procs/a.sql one:procs/a.sql");
}

static void
test_rename_and_back(void)
{
    g_autoptr(Repository) repository = repository_new();
    commit_variant(repository, "f/a.sql", "one");
    repository_run(repository, "git mv f/a.sql f/b.sql; git commit -q -m away; git revert --no-edit HEAD; "
                               "git commit -q --amend -m back");
    commit_variant(repository, "f/a.sql", "two");
    g_autoptr(History) history = repository_open(repository, "");
    assert_versions(history, "f/a.sql", "two:f/a.sql back:f/a.sql away:f/b.sql one:f/a.sql");
}

static void
test_moved_project(void)
{
    g_autoptr(Repository) repository = repository_new();
    commit_variant(repository, "functions/a.sql", "one");
    repository_run(repository, "mkdir -p services/db; git mv functions services/db/; git commit -q -m moved");
    commit_variant(repository, "services/db/functions/a.sql", "two");
    g_autoptr(History) history = repository_open(repository, "services/db");
    assert_versions(history, "functions/a.sql", "two:functions/a.sql moved:functions/a.sql one::/functions/a.sql");
    g_autoptr(GPtrArray) versions = NULL;
    g_autoptr(GBytes) content = NULL;
    g_assert_true(history_versions(history, "functions/a.sql", &versions, NULL));
    g_assert_true(history_content(history, versions->pdata[2], &content, NULL));
}

static void
test_merge(void)
{
    g_autoptr(Repository) repository = repository_new();
    commit_variant(repository, "f/a.sql", "one");
    repository_run(repository, "git checkout -q -b side");
    commit_variant(repository, "f/a.sql", "side");
    repository_run(repository, "git checkout -q main");
    commit_variant(repository, "f/b.sql", "main");
    repository_run(repository, "git merge -q -m clean side");
    repository_run(repository, "git checkout -q -b lost HEAD~1");
    commit_variant(repository, "f/a.sql", "lost");
    repository_run(repository, "git checkout -q main; git merge -q -s ours -m ours lost");
    repository_run(repository, "git checkout -q -b conflict HEAD~1");
    commit_variant(repository, "f/a.sql", "theirs");
    repository_run(repository, "git checkout -q main");
    commit_variant(repository, "f/a.sql", "mine");
    repository_run(repository, "git merge conflict || echo '-- by hand' > f/a.sql; git commit -q -a -m solved");
    g_autoptr(History) history = repository_open(repository, "");
    assert_versions(history, "f/a.sql",
                    "solved:f/a.sql mine:f/a.sql theirs:f/a.sql lost:f/a.sql side:f/a.sql one:f/a.sql");
}

static void
test_edit_beside_a_rename(void)
{
    g_autoptr(Repository) repository = repository_new();
    commit_variant(repository, "f/a.sql", "one");
    repository_run(repository, "git checkout -q -b side");
    commit_variant(repository, "f/a.sql", "edited");
    repository_run(repository, "git checkout -q main; git mv f/a.sql f/b.sql; git commit -q -m renamed;"
                               "git merge -q -m merged side");
    g_autoptr(History) history = repository_open(repository, "");
    assert_versions(history, "f/b.sql", "merged:f/b.sql renamed:f/b.sql edited:f/a.sql one:f/a.sql");
}

static void
test_revert(void)
{
    g_autoptr(Repository) repository = repository_new();
    commit_variant(repository, "f/a.sql", "one");
    commit_variant(repository, "f/a.sql", "two");
    repository_run(repository, "git revert --no-edit HEAD; git commit -q --amend -m reverted");
    g_autoptr(History) history = repository_open(repository, "");
    g_autoptr(GPtrArray) versions = NULL;
    g_assert_true(history_versions(history, "f/a.sql", &versions, NULL));
    g_assert_cmpuint(versions->len, ==, 3);
    const FileVersion *newest = versions->pdata[0], *oldest = versions->pdata[2];
    g_assert_cmpstr(newest->blob, ==, oldest->blob);
}

static void
test_file_becomes_folder(void)
{
    g_autoptr(Repository) repository = repository_new();
    commit_variant(repository, "f/x", "one");
    repository_run(repository, "git rm -q f/x");
    repository_commit(repository, "f/x/y.sql", "something quite different\n", "folder");
    repository_run(repository, "git rm -q -r f/x; mkdir -p f; ln -s nowhere f/x; git add -A; git commit -q -m link");
    g_autoptr(History) history = repository_open(repository, "");
    assert_versions(history, "f/x", "folder:-f/x one:f/x");
    assert_versions(history, "f/x/y.sql", "link:-f/x/y.sql folder:f/x/y.sql");
}

static void
test_single_file_and_watch(void)
{
    g_autoptr(Repository) repository = repository_new();
    repository_commit(repository, "p/pleat.yaml", "a: 1\n", "one");
    repository_commit(repository, "p/sub/deep/a.sql", "1\n", "two");
    repository_commit(repository, "p/pleat.yaml", "a: 2\n", "three");
    g_autoptr(History) history = repository_open(repository, "p");
    const char *const folders[] = {"sub/deep", "sub", "none", "sub/", NULL};
    g_autoptr(GError) error = NULL;
    g_assert_true(history_watch(history, folders, &error));
    assert_versions(history, "pleat.yaml", "three:pleat.yaml one:pleat.yaml");
    assert_versions(history, "sub/deep/a.sql", "two:sub/deep/a.sql");
    g_assert_true(history_watch(history, (const char *const[]){"", NULL}, &error));
    assert_versions(history, "sub/deep/a.sql", "two:sub/deep/a.sql");
    assert_versions(history, "pleat.yaml", "three:pleat.yaml one:pleat.yaml");
}

static guint
count_beside(History *history, const char *path)
{
    g_autoptr(GPtrArray) versions = NULL, beside = NULL;
    g_autoptr(GError) error = NULL;
    g_assert_true(history_versions(history, path, &versions, &error));
    g_assert_true(history_beside(history, versions->pdata[0], &beside, &error));
    return beside->len;
}

/* Whatever has been asked about before. */
static void
test_beside_in_what_is_watched(void)
{
    static const char *const folders[] = {"f", NULL};
    g_autoptr(Repository) repository = repository_new();
    repository_run(repository, "mkdir f other; echo 1 > f/a.sql; echo 2 > f/b.sql; echo 3 > other/c.sql");
    repository_run(repository, "git add -A; git commit -q -m one");
    g_autoptr(History) history = repository_open(repository, "");
    g_autoptr(GError) error = NULL;
    g_assert_true(history_watch(history, folders, &error));
    g_assert_cmpuint(count_beside(history, "f/a.sql"), ==, 2);
    g_assert_cmpuint(count_beside(history, "other/c.sql"), ==, 3);
    g_assert_true(history_watch(history, folders, &error));
    g_assert_cmpuint(count_beside(history, "f/b.sql"), ==, 2);
}

int
main(int argc, char **argv)
{
    repository_setup(&argc, &argv);
    g_test_add_func("/versions/edit-delete-and-return", test_edit_delete_and_return);
    g_test_add_func("/versions/rename-and-edit", test_rename_and_edit);
    g_test_add_func("/versions/rename-and-back", test_rename_and_back);
    g_test_add_func("/versions/moved-project", test_moved_project);
    g_test_add_func("/versions/merge", test_merge);
    g_test_add_func("/versions/edit-beside-a-rename", test_edit_beside_a_rename);
    g_test_add_func("/versions/revert", test_revert);
    g_test_add_func("/versions/file-becomes-folder", test_file_becomes_folder);
    g_test_add_func("/versions/single-file-and-watch", test_single_file_and_watch);
    g_test_add_func("/versions/beside-in-what-is-watched", test_beside_in_what_is_watched);
    return repository_run_tests();
}
