/* The rules of a tree of files, each on disk and in git: what the one lists the other lists, byte for byte. */
#include "history/repository.h"

#include <string.h>

typedef struct {
    Repository *repository;
    History *history;
    FileTree *trees[2]; /* the folder's, the commit's */
} Both;

/* Commits all that is in the repository and opens it both ways. */
static void
open_both(Both *both, Repository *repository)
{
    g_autoptr(GError) error = NULL;
    repository_run(repository, "git add -A; git commit -q --allow-empty -m all");
    both->repository = repository;
    both->history = repository_open(repository, "");
    g_assert_true(file_tree_open_directory(repository->dir, &both->trees[0], &error));
    g_assert_true(history_tree(both->history, "HEAD", NULL, &both->trees[1], &error));
}

static void
both_clear(Both *both)
{
    file_tree_free(both->trees[0]);
    file_tree_free(both->trees[1]);
    history_free(both->history);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Both, both_clear)

static void
assert_lists(Both *both, const char *folder, const char *suffix, const char *expected)
{
    const char *const suffixes[] = {suffix, NULL};
    for (int i = 0; i < 2; i++) {
        g_autoptr(GPtrArray) paths = NULL;
        g_autoptr(GError) error = NULL;
        file_tree_list(both->trees[i], folder, suffix == NULL ? NULL : suffixes, &paths, &error);
        g_assert_no_error(error);
        g_ptr_array_add(paths, NULL);
        g_autofree char *all = g_strjoinv(" ", (char **)paths->pdata);
        g_assert_cmpstr(all, ==, expected);
    }
}

static void
assert_refuses_list(Both *both, const char *folder, const char *part)
{
    const char *const suffixes[] = {".sql", NULL};
    for (int i = 0; i < 2; i++) {
        GPtrArray *paths = NULL;
        g_autoptr(GError) error = NULL;
        g_assert_false(file_tree_list(both->trees[i], folder, suffixes, &paths, &error));
        assert_error_has(&error, part);
        g_assert_null(paths);
    }
}

static void
assert_refuses_read(Both *both, const char *path, const char *part)
{
    for (int i = 0; i < 2; i++) {
        GBytes *content = NULL;
        g_autoptr(GError) error = NULL;
        g_assert_false(file_tree_read(both->trees[i], path, &content, &error));
        assert_error_has(&error, part);
        g_assert_false(file_tree_has(both->trees[i], path) && strstr(part, "LFS") == NULL);
    }
}

static void
assert_reads(Both *both, const char *path, const char *expected)
{
    for (int i = 0; i < 2; i++) {
        g_autoptr(GBytes) content = NULL;
        g_autoptr(GError) error = NULL;
        file_tree_read(both->trees[i], path, &content, &error);
        g_assert_no_error(error);
        g_assert_cmpstr(g_bytes_get_data(content, NULL), ==, expected);
        g_assert_cmpuint(g_bytes_get_size(content), ==, strlen(expected));
        g_assert_true(file_tree_has(both->trees[i], path));
    }
}

static void
test_lists_sorted_and_reads(void)
{
    g_autoptr(Repository) repository = repository_new();
    for (const char *const *path = (const char *const[]){"f/b.sql", "f/a/z.sql", "f/a-b.sql", "f/a.sql", "f/A.sql",
                                                         "f/a/deep/er.sql", "f/notes.txt", "other/o.sql", NULL};
         *path != NULL; path++)
        repository_write(repository, *path, *path);
    repository_write(repository, "empty.sql", "");
    g_auto(Both) both = {0};
    open_both(&both, repository);
    assert_lists(&both, "f", ".sql", "f/A.sql f/a-b.sql f/a.sql f/a/deep/er.sql f/a/z.sql f/b.sql");
    assert_lists(&both, "./f/a/", ".sql", "f/a/deep/er.sql f/a/z.sql");
    assert_lists(&both, "", ".txt", "f/notes.txt");
    assert_lists(&both, "other", NULL, "other/o.sql");
    assert_lists(&both, "none", NULL, "");
    assert_reads(&both, "f/a/deep/er.sql", "f/a/deep/er.sql");
    assert_reads(&both, "empty.sql", "");
    assert_refuses_list(&both, "empty.sql", "is not a folder");
    assert_refuses_list(&both, "../x", "leads out of the tree");
    assert_refuses_read(&both, "f/none.sql", "there is no file \"f/none.sql\"");
    assert_refuses_read(&both, "f/a.sql/x", "there is no file");
    assert_refuses_read(&both, "f", "is not a file");
    assert_refuses_read(&both, "/etc/passwd", "is not a relative path");
    assert_refuses_read(&both, "f/../../x", "leads out of the tree");
}

static void
test_skips_hidden_files_and_backups(void)
{
    g_autoptr(Repository) repository = repository_new();
    for (const char *const *path = (const char *const[]){"f/.hidden.sql", "f/.dir/a.sql", "f/a.sql~", "f/#a.sql#",
                                                         "f/.a.sql.swp", "f/a.sql.swp", "f/a.sql", "f/#", NULL};
         *path != NULL; path++)
        repository_write(repository, *path, "x");
    repository_run(repository, "ln -s nobody@host.1:2 f/.#a.sql");
    g_auto(Both) both = {0};
    open_both(&both, repository);
    assert_lists(&both, "f", NULL, "f/# f/a.sql");
    assert_reads(&both, "f/.hidden.sql", "x");
}

static void
test_follows_symlinks_inside(void)
{
    g_autoptr(Repository) repository = repository_new();
    repository_write(repository, "shared/s.sql", "shared");
    repository_write(repository, "f/a.sql", "a");
    repository_run(repository, "ln -s ../shared f/linked; ln -s a.sql f/again.sql; ln -s f g; ln -s nothing f/dangling;"
                               "ln -s linked/../f/a.sql f/up.sql");
    g_auto(Both) both = {0};
    open_both(&both, repository);
    assert_lists(&both, "f", ".sql", "f/a.sql f/again.sql f/linked/s.sql f/up.sql");
    assert_lists(&both, "g", ".sql", "g/a.sql g/again.sql g/linked/s.sql g/up.sql");
    assert_reads(&both, "f/linked/s.sql", "shared");
    assert_reads(&both, "g/again.sql", "a");
    assert_reads(&both, "g/up.sql", "a"); /* ".." climbs from where the link leads, as the system does it */
    assert_refuses_list(&both, "", "are the same folder");
}

static void
test_refuses_bad_symlinks(void)
{
    g_autoptr(Repository) repository = repository_new();
    repository_write(repository, "ok/a.sql", "a");
    repository_run(repository,
                   "mkdir out abs loop self dangling up;"
                   "ln -s ../../elsewhere out/x; ln -s /etc abs/x; ln -s . loop/x; ln -s y self/x; ln -s x self/y;"
                   "ln -s none dangling/x.sql; ln -s ../ok up/b; ln -s ../up ok/c");
    g_auto(Both) both = {0};
    open_both(&both, repository);
    assert_refuses_list(&both, "out", "leaves");
    assert_refuses_list(&both, "abs", "points at \"/etc\"");
    assert_refuses_list(&both, "loop", "are the same folder");
    assert_refuses_list(&both, "self", "leads back to itself");
    assert_refuses_list(&both, "dangling", "symlink to nothing");
    assert_refuses_list(&both, "up", "are the same folder"); /* up/b is ok, up/b/c is up */
    assert_refuses_read(&both, "out/x/passwd", "leaves");
    assert_refuses_read(&both, "abs/x/passwd", "leaves");
    assert_refuses_read(&both, "self/x", "leads back to itself");
}

static void
test_odd_names_and_contents(void)
{
    g_autoptr(Repository) repository = repository_new();
    g_autofree char *part = g_strnfill(120, 'x');
    g_autofree char *path = g_strdup_printf("long/%s/%s/%s/a b é.sql", part, part, part);
    repository_write(repository, path, "long");
    repository_write(repository, "lfs.sql", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n");
    repository_run(repository, "mkdir latin1 newline; touch latin1/$(printf 'caf\\351').sql 'newline/a\nb.sql'");
    g_auto(Both) both = {0};
    open_both(&both, repository);
    assert_lists(&both, "long", ".sql", path);
    assert_reads(&both, path, "long");
    assert_refuses_list(&both, "latin1", "caf\\351.sql");
    assert_refuses_list(&both, "newline", "control characters");
    assert_refuses_read(&both, "lfs.sql", "Git LFS pointer");
    g_autofree char *far_too_long = g_strnfill(5000, 'y');
    assert_refuses_read(&both, far_too_long, "y");
}

static void
test_special_files_do_not_hang(void)
{
    g_autoptr(Repository) repository = repository_folder();
    repository_run(repository, "mkdir f; mkfifo f/pipe.sql f/other");
    g_autoptr(FileTree) tree = NULL;
    g_autoptr(GError) error = NULL;
    g_assert_true(file_tree_open_directory(repository->dir, &tree, &error));
    const char *const suffixes[] = {".sql", NULL};
    GPtrArray *paths;
    GBytes *content;
    g_assert_false(file_tree_list(tree, "f", suffixes, &paths, &error));
    assert_error_has(&error, "neither a file nor a folder");
    g_assert_false(file_tree_read(tree, "f/pipe.sql", &content, &error));
    assert_error_has(&error, "is not a file");
    FileTree *none;
    g_assert_false(file_tree_open_directory("/no/such", &none, &error));
    assert_error_has(&error, "No such file");
}

static void
test_folder_of_a_commit(void)
{
    g_autoptr(Repository) repository = repository_new();
    repository_commit(repository, "db/f/a.sql", "old", "one");
    repository_run(repository, "git tag v1; git rm -q -r db");
    repository_commit(repository, "new/f/a.sql", "new", "two");
    g_autoptr(History) history = repository_open(repository, "new");
    g_autoptr(FileTree) head = NULL, before = NULL;
    g_autoptr(GBytes) content = NULL, old = NULL;
    g_autoptr(GError) error = NULL;
    g_assert_true(history_tree(history, "HEAD", NULL, &head, &error));
    g_assert_cmpstr(file_tree_name(head), ==, "git:HEAD");
    g_assert_true(file_tree_read(head, "f/a.sql", &content, &error));
    g_assert_cmpstr(g_bytes_get_data(content, NULL), ==, "new");
    FileTree *none;
    g_assert_false(history_tree(history, "v1", NULL, &none, &error));
    assert_error_has(&error, "there is no folder \"new\" in git:v1");
    g_autofree char *gone = g_build_filename(repository->dir, "db", NULL);
    g_assert_true(history_tree(history, "v1", gone, &before, &error));
    g_assert_true(file_tree_read(before, "f/a.sql", &old, &error));
    g_assert_cmpstr(g_bytes_get_data(old, NULL), ==, "old");
    g_assert_false(history_tree(history, "v1", "/elsewhere", &none, &error));
    assert_error_has(&error, "outside of the git work tree");
}

int
main(int argc, char **argv)
{
    repository_setup(&argc, &argv);
    g_test_add_func("/file-tree/lists-sorted-and-reads", test_lists_sorted_and_reads);
    g_test_add_func("/file-tree/skips-hidden-files-and-backups", test_skips_hidden_files_and_backups);
    g_test_add_func("/file-tree/follows-symlinks-inside", test_follows_symlinks_inside);
    g_test_add_func("/file-tree/refuses-bad-symlinks", test_refuses_bad_symlinks);
    g_test_add_func("/file-tree/odd-names-and-contents", test_odd_names_and_contents);
    g_test_add_func("/file-tree/special-files-do-not-hang", test_special_files_do_not_hang);
    g_test_add_func("/file-tree/folder-of-a-commit", test_folder_of_a_commit);
    return repository_run_tests();
}
