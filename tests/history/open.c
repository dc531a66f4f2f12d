/* Every kind of repository: works, or is refused in a line that says what to do. */
#include "history/repository.h"

#include <string.h>
#include <unistd.h>

static void
test_no_repository(void)
{
    g_autoptr(Repository) folder = repository_folder();
    g_autoptr(GError) error = NULL;
    History *history = (History *)(gsize)1;
    g_assert_true(history_open(folder->dir, &history, &error));
    g_assert_null(history);
    g_assert_true(history_open("/no/such/folder", &history, &error) || error != NULL);
}

static void
test_empty_repository(void)
{
    g_autoptr(Repository) repository = repository_new();
    g_autoptr(History) history = repository_open(repository, "");
    g_autoptr(GError) error = NULL;
    char *commit = NULL;
    bool dirty;
    g_assert_true(history_head(history, NULL, &commit, &dirty, &error));
    g_assert_null(commit);
    g_assert_false(dirty);
    g_autofree char *versions = repository_versions(history, "a.sql");
    g_assert_cmpstr(versions, ==, "");
    FileTree *tree;
    g_assert_false(history_tree(history, "HEAD", NULL, &tree, &error));
    assert_error_has(&error, "no commit yet");
}

static void
test_head_and_dirty(void)
{
    g_autoptr(Repository) repository = repository_new();
    repository_commit(repository, "db/functions/a.sql", "one\n", "one");
    repository_commit(repository, "app.py", "pass\n", "two");
    g_autoptr(History) history = repository_open(repository, "db");
    g_autofree char *commit = NULL, *expected = repository_ask(repository, "git rev-parse HEAD");
    bool dirty = true;
    g_assert_true(history_head(history, NULL, &commit, &dirty, NULL));
    g_assert_cmpstr(commit, ==, expected);
    g_assert_false(dirty);
    repository_write(repository, "app.py", "changed\n");
    g_clear_pointer(&commit, g_free);
    g_assert_true(history_head(history, NULL, &commit, &dirty, NULL));
    g_assert_false(dirty); /* outside of the project */
    repository_write(repository, "db/functions/new.sql", "untracked\n");
    const char *const other[] = {"schema", "functions/a.sql", NULL}, *const functions[] = {"functions", NULL};
    g_clear_pointer(&commit, g_free);
    g_assert_true(history_head(history, other, &commit, &dirty, NULL));
    g_assert_false(dirty);
    g_clear_pointer(&commit, g_free);
    g_assert_true(history_head(history, functions, &commit, &dirty, NULL));
    g_assert_true(dirty);
}

static void
test_blob_id(void)
{
    g_autoptr(Repository) repository = repository_new();
    repository_write(repository, "a", "some\ncontent\n");
    g_autofree char *expected = repository_ask(repository, "git hash-object a");
    g_autoptr(GBytes) content = g_bytes_new_static("some\ncontent\n", 13), nothing = g_bytes_new_static("", 0);
    g_autofree char *id = history_blob_id(content), *empty = history_blob_id(nothing);
    g_assert_cmpstr(id, ==, expected);
    g_assert_cmpstr(empty, ==, "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
}

static void
test_commits_by_name(void)
{
    g_autoptr(Repository) repository = repository_new();
    repository_commit(repository, "a", "1\n", "one");
    repository_run(repository, "git tag -a -m v1 v1; git checkout -q -b side");
    repository_commit(repository, "b", "1\n", "two");
    repository_run(repository, "git checkout -q main");
    repository_commit(repository, "a", "2\n", "three");
    repository_run(repository, "git gc -q --prune=now; git pack-refs --all");
    g_autoptr(History) history = repository_open(repository, "");
    g_autofree char *base = NULL, *tag = NULL, *expected = repository_ask(repository, "git rev-parse 'v1^{commit}'");
    g_assert_true(history_merge_base(history, "main", "side", &base, NULL));
    g_assert_cmpstr(base, ==, expected);
    g_assert_true(history_commit(history, "v1", &tag, NULL));
    g_assert_cmpstr(tag, ==, expected);
    g_autoptr(GError) error = NULL;
    char *none;
    g_assert_false(history_commit(history, "nonsense", &none, &error));
    assert_error_has(&error, "there is no commit \"nonsense\"");
    g_assert_false(history_commit(history, "main...side", &none, &error));
    assert_error_has(&error, "there is no commit");
}

static void
test_shallow_clone(void)
{
    g_autoptr(Repository) repository = repository_new(), clone = repository_folder();
    repository_commit(repository, "functions/a.sql", "1\n", "one");
    repository_commit(repository, "functions/a.sql", "2\n", "two");
    repository_commit(repository, "functions/b.sql", "1\n", "three");
    repository_run(clone, "git clone -q --depth 1 file://%s .", repository->dir);
    g_autoptr(History) history = repository_open(clone, "");
    g_autoptr(History) whole = repository_open(repository, "");
    g_assert_true(history_is_shallow(history));
    g_assert_false(history_is_shallow(whole));
    g_autofree char *versions = repository_versions(history, "functions/a.sql");
    g_assert_cmpstr(versions, ==, "three:functions/a.sql");
    g_autoptr(GError) error = NULL;
    FileTree *tree;
    g_assert_false(history_tree(history, "HEAD~2", NULL, &tree, &error));
    assert_error_has(&error, "git fetch --unshallow");
    g_autoptr(Repository) two = repository_folder();
    repository_run(two, "git clone -q --depth 2 file://%s .; git worktree add -q %s/tree HEAD", repository->dir,
                   two->dir);
    g_autoptr(History) deeper = repository_open(two, "tree");
    g_assert_true(history_is_shallow(deeper));
    g_autofree char *more = repository_versions(deeper, "functions/a.sql");
    g_assert_cmpstr(more, ==, "two:functions/a.sql");
}

static void
test_blobless_clone(void)
{
    g_autoptr(Repository) repository = repository_new(), clone = repository_folder();
    repository_commit(repository, "functions/a.sql", "1\n", "one");
    repository_commit(repository, "functions/a.sql", "2\n", "two");
    repository_run(clone, "git clone -q --filter=blob:none file://%s .", repository->dir);
    g_autoptr(History) history = repository_open(clone, "");
    g_autoptr(GPtrArray) versions = NULL;
    g_autoptr(GBytes) content = NULL;
    g_autoptr(GError) error = NULL;
    g_assert_true(history_versions(history, "functions/a.sql", &versions, &error));
    g_assert_cmpuint(versions->len, ==, 2);
    g_assert_true(history_content(history, versions->pdata[0], &content, &error));
    g_assert_cmpstr(g_bytes_get_data(content, NULL), ==, "2\n");
    g_assert_false(history_content(history, versions->pdata[1], &content, &error));
    assert_error_has(&error, "git fetch --refetch --no-filter");
    repository_run(clone, "git fetch -q --refetch --no-filter");
    g_autoptr(History) again = repository_open(clone, "");
    g_autoptr(GPtrArray) whole = NULL;
    g_autoptr(GBytes) old = NULL;
    g_assert_true(history_versions(again, "functions/a.sql", &whole, &error));
    g_assert_true(history_content(again, whole->pdata[1], &old, &error));
    g_assert_cmpstr(g_bytes_get_data(old, NULL), ==, "1\n");
}

static void
test_worktree_submodule_bare(void)
{
    g_autoptr(Repository) repository = repository_new(), outer = repository_new(), bare = repository_folder();
    repository_commit(repository, "functions/a.sql", "1\n", "one");
    repository_run(repository, "git worktree add -q %s/.tree -b other", repository->dir);
    g_autoptr(History) worktree = repository_open(repository, ".tree/functions");
    g_autofree char *in_worktree = repository_versions(worktree, "a.sql");
    g_assert_cmpstr(in_worktree, ==, "one:a.sql");
    repository_run(outer, "git submodule -q add file://%s sub; git commit -q -m outer", repository->dir);
    g_autoptr(History) submodule = repository_open(outer, "sub");
    g_autofree char *in_submodule = repository_versions(submodule, "functions/a.sql");
    g_assert_cmpstr(in_submodule, ==, "one:functions/a.sql");
    g_autoptr(History) around = repository_open(outer, "");
    g_autoptr(FileTree) tree = NULL;
    g_autoptr(GError) error = NULL;
    GPtrArray *paths;
    g_assert_true(history_tree(around, "HEAD", NULL, &tree, &error));
    g_assert_false(file_tree_list(tree, "", NULL, &paths, &error));
    assert_error_has(&error, "\"sub\" is a submodule");
    repository_run(bare, "git clone -q --bare file://%s .", repository->dir);
    g_autoptr(History) in_bare = repository_open(bare, "");
    g_autofree char *versions = repository_versions(in_bare, "functions/a.sql");
    g_assert_cmpstr(versions, ==, "one:functions/a.sql");
    char *commit;
    bool dirty;
    g_assert_true(history_head(in_bare, NULL, &commit, &dirty, &error));
    g_assert_false(dirty);
    g_free(commit);
}

static void
test_sha256_repository(void)
{
    g_autoptr(Repository) repository = repository_folder();
    repository_run(repository, "git init -q --object-format=sha256 .");
    g_autoptr(GError) error = NULL;
    History *history;
    g_assert_false(history_open(repository->dir, &history, &error));
    assert_error_has(&error, "is a SHA-256 one");
}

static void
test_repository_of_another_user(void)
{
    if (geteuid() != 0) {
        g_test_skip("only root can give a repository away");
        return;
    }
    g_autoptr(Repository) repository = repository_new();
    repository_commit(repository, "a.sql", "1\n", "one");
    repository_run(repository, "chown -R 12345:12345 .");
    g_autoptr(GError) error = NULL;
    History *history;
    g_assert_false(history_open(repository->dir, &history, &error));
    g_autofree char *hint =
        g_strdup_printf("hint: run: git config --global --add safe.directory '%s'", repository->dir);
    assert_error_has(&error, hint);
    repository_run(repository, "git config --global --add safe.directory /elsewhere");
    g_assert_false(history_open(repository->dir, &history, &error));
    assert_error_has(&error, hint);
    repository_run(repository, "git config --global --add safe.directory '*'");
    g_autoptr(History) trusted = repository_open(repository, "");
    repository_run(repository,
                   "git config --global --unset-all safe.directory;"
                   "git config --global --add safe.directory '%s'",
                   repository->dir);
    g_autoptr(History) named = repository_open(repository, "");
    g_autofree char *versions = repository_versions(named, "a.sql");
    g_assert_cmpstr(versions, ==, "one:a.sql");
    repository_run(repository, "git config --global --unset-all safe.directory; chown -R 0:0 .");
}

static void
test_damaged_repository(void)
{
    g_autoptr(Repository) repository = repository_new();
    repository_commit(repository, "functions/a.sql", "1\n", "one");
    repository_commit(repository, "functions/a.sql", "2\n", "two");
    repository_run(repository,
                   "id=$(git rev-parse HEAD~1:functions); d=$(echo $id | cut -c1-2); f=$(echo $id | cut -c3-);"
                   "rm -f .git/objects/$d/$f");
    g_autoptr(History) history = repository_open(repository, "");
    g_autoptr(GError) error = NULL;
    GPtrArray *versions;
    g_assert_false(history_versions(history, "functions/a.sql", &versions, &error));
    assert_error_has(&error, "git fsck");
    repository_run(repository,
                   "id=$(git rev-parse HEAD:functions/a.sql); d=$(echo $id | cut -c1-2); f=$(echo $id | cut -c3-);"
                   "chmod u+w .git/objects/$d/$f; echo rubbish > .git/objects/$d/$f");
    g_autoptr(FileTree) tree = NULL;
    GBytes *content;
    g_assert_true(history_tree(history, "HEAD", NULL, &tree, &error));
    g_assert_false(file_tree_read(tree, "functions/a.sql", &content, &error));
    assert_error_has(&error, "functions/a.sql");
    repository_run(repository, "echo 0123456789012345678901234567890123456789 > .git/refs/heads/main");
    g_autoptr(History) headless = repository_open(repository, "");
    g_assert_false(history_versions(headless, "functions/a.sql", &versions, &error));
    assert_error_has(&error, "cannot read the commit 012345678901");
    repository_run(repository, "echo rubbish > .git/HEAD");
    g_autoptr(History) rubbish = repository_open(repository, "");
    g_assert_false(history_versions(rubbish, "functions/a.sql", &versions, &error));
    assert_error_has(&error, "cannot find HEAD");
}

int
main(int argc, char **argv)
{
    repository_setup(&argc, &argv);
    g_test_add_func("/history/no-repository", test_no_repository);
    g_test_add_func("/history/empty-repository", test_empty_repository);
    g_test_add_func("/history/head-and-dirty", test_head_and_dirty);
    g_test_add_func("/history/blob-id", test_blob_id);
    g_test_add_func("/history/commits-by-name", test_commits_by_name);
    g_test_add_func("/history/shallow-clone", test_shallow_clone);
    g_test_add_func("/history/blobless-clone", test_blobless_clone);
    g_test_add_func("/history/worktree-submodule-bare", test_worktree_submodule_bare);
    g_test_add_func("/history/sha256-repository", test_sha256_repository);
    g_test_add_func("/history/repository-of-another-user", test_repository_of_another_user);
    g_test_add_func("/history/damaged-repository", test_damaged_repository);
    return repository_run_tests();
}
