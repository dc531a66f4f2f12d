/* What is kept for later commands gives the answers that the commits give; whatever has become of the file. */
#include "history/repository.h"

#include <glib/gstdio.h>
#include <string.h>

static const char *const folders[] = {"f", NULL};

/* Commits from one number to another on a branch: seven files that are edited in turn, and now and then renamed. */
static void
make_commits(Repository *repository, const char *branch, int first, int last)
{
    repository_run(
        repository,
        "for i in $(seq %d %d); do echo commit refs/heads/%s; test $i = %d && test $i -gt 1 && from=1 || from=;"
        "echo \"committer A <a@b> $((1600000000 + i * 60)) +0000\"; printf 'data <<END\\nc%%s\\nEND\\n' $i;"
        "test -z \"$from\" || git rev-parse -q --verify %s | sed 's/^/from /';"
        "test $((i %% 40)) -ne 9 || echo \"R f/3.sql f/$i.sql\";"
        "printf 'M 644 inline f/%%s.sql\\ndata <<END\\n' $((i %% 7)); seq -f 'a line, %%g' 20;"
        "printf 'word%%s\\nEND\\n' $i; done | git fast-import --quiet; git checkout -q -f %s",
        first, last, branch, first, branch, branch);
}

static bool
holds(const FileVersion *version, GBytes *content, void *data)
{
    (void)version;
    return strstr(g_bytes_get_data(content, NULL), data) != NULL;
}

static void
append_found(GString *out, History *history, const char *word)
{
    const char *words[] = {word, NULL};
    const HistorySearch search = {folders, words, holds, (char *)(gsize)word};
    const FileVersion *found;
    g_autoptr(GError) error = NULL;
    history_find(history, &search, &found, &error);
    g_assert_no_error(error);
    g_string_append_printf(out, "%s %s\n", word, found == NULL ? "-" : found->subject);
}

/* All that there is to ask for: versions of each file, and where words stood last. Keeps it in the file; NULL: nowhere.
 */
static char *
answers(Repository *repository, const char *file)
{
    g_autoptr(History) history = repository_open(repository, "");
    GString *out = g_string_new(NULL);
    if (file != NULL)
        history_keep_in(history, file);
    for (int i = 0; i < 300; i += i < 6 ? 1 : i == 6 ? 3 : 40) { /* 0 to 6, and the new names: 9, 49, ... */
        g_autofree char *path = g_strdup_printf("f/%d.sql", i), *versions = repository_versions(history, path);
        g_string_append_printf(out, "%s: %s\n", path, versions);
    }
    append_found(out, history, "word77");
    append_found(out, history, "WORD78");
    append_found(out, history, "word249");
    append_found(out, history, "ord79");
    history_keep(history);
    return g_string_free(out, FALSE);
}

/* The file gives what no file gives. */
static void
assert_as_fresh(Repository *repository, const char *file)
{
    g_autofree char *fresh = answers(repository, NULL), *kept = answers(repository, file);
    g_assert_cmpstr(kept, ==, fresh);
}

static char *
checksum(const char *file)
{
    g_autofree char *content = NULL;
    gsize size;
    g_assert_true(g_file_get_contents(file, &content, &size, NULL));
    return g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)content, size);
}

static void
test_new_commits_and_other_branches(void)
{
    g_autoptr(Repository) repository = repository_new();
    g_autofree char *file = g_build_filename(repository->dir, "kept", NULL);
    make_commits(repository, "main", 1, 250);
    assert_as_fresh(repository, file); /* writes it */
    g_autofree char *first = checksum(file);
    assert_as_fresh(repository, file); /* reads it, and has nothing to add */
    g_autofree char *second = checksum(file);
    g_assert_cmpstr(first, ==, second);
    make_commits(repository, "main", 251, 260);
    assert_as_fresh(repository, file);
    repository_run(repository, "git checkout -q HEAD~100");
    assert_as_fresh(repository, file);
    repository_run(repository, "git checkout -q -b side");
    make_commits(repository, "side", 300, 540);
    assert_as_fresh(repository, file);
    repository_run(repository, "git checkout -q main; git merge -q -s ours -m merged side");
    assert_as_fresh(repository, file);
    g_autofree char *last = checksum(file);
    g_assert_cmpstr(first, !=, last);
}

/* What is known of old commits is not read again: their trees may even be gone. */
static void
test_is_made_use_of(void)
{
    g_autoptr(Repository) repository = repository_new();
    g_autofree char *file = g_build_filename(repository->dir, "kept", NULL);
    make_commits(repository, "main", 1, 250);
    g_autofree char *before = answers(repository, file);
    repository_run(repository, "mv .git/objects/pack/*.pack .; cat *.pack | git unpack-objects -q; rm -f *.pack;"
                               "t=$(git rev-parse HEAD~200^{tree}); rm -f .git/objects/$(echo $t | sed 's,^..,&/,')");
    g_autofree char *after = answers(repository, file);
    g_assert_cmpstr(before, ==, after);
    g_autoptr(History) fresh = repository_open(repository, "");
    g_autoptr(GError) error = NULL;
    g_assert_false(history_watch(fresh, folders, &error));
    assert_error_has(&error, "cannot read the tree");
}

static void
test_damaged_files_are_ignored(void)
{
    g_autoptr(Repository) repository = repository_new();
    g_autofree char *file = g_build_filename(repository->dir, "kept", NULL), *whole = NULL;
    gsize size;
    make_commits(repository, "main", 1, 250);
    g_autofree char *fresh = answers(repository, file);
    g_assert_true(g_file_get_contents(file, &whole, &size, NULL));
    for (guint i = 0; i < 60; i++) {
        gsize at = i < 30 ? i * 7 : size / 30 * (i - 30);
        g_autofree char *damaged = g_memdup2(whole, size);
        damaged[at] = (char)(damaged[at] ^ (1 << i % 8));
        g_assert_true(g_file_set_contents(file, damaged, (gssize)size, NULL));
        g_autofree char *got = answers(repository, file);
        g_assert_cmpstr(got, ==, fresh);
        g_assert_true(g_file_set_contents(file, whole, (gssize)(i < 30 ? i * 11 : at), NULL));
        g_autofree char *cut = answers(repository, file);
        g_assert_cmpstr(cut, ==, fresh);
    }
}

static void
test_another_cut_is_another_history(void)
{
    g_autoptr(Repository) repository = repository_new(), clone = repository_folder();
    g_autofree char *file = g_build_filename(repository->dir, "kept", NULL);
    make_commits(repository, "main", 1, 450);
    repository_run(clone, "git clone -q --depth 220 file://%s .", repository->dir);
    assert_as_fresh(clone, file);
    assert_as_fresh(repository, file);
    assert_as_fresh(clone, file);
    repository_run(clone, "git fetch -q --depth 300");
    assert_as_fresh(clone, file);
    repository_run(clone, "git fetch -q --unshallow");
    assert_as_fresh(clone, file);
}

static void
test_a_short_history_is_not_kept(void)
{
    g_autoptr(Repository) repository = repository_new();
    g_autofree char *file = g_build_filename(repository->dir, "kept", NULL);
    make_commits(repository, "main", 1, 3);
    assert_as_fresh(repository, file);
    g_assert_false(g_file_test(file, G_FILE_TEST_EXISTS));
}

int
main(int argc, char **argv)
{
    repository_setup(&argc, &argv);
    g_test_add_func("/keep/new-commits-and-other-branches", test_new_commits_and_other_branches);
    g_test_add_func("/keep/is-made-use-of", test_is_made_use_of);
    g_test_add_func("/keep/damaged-files-are-ignored", test_damaged_files_are_ignored);
    g_test_add_func("/keep/another-cut-is-another-history", test_another_cut_is_another_history);
    g_test_add_func("/keep/a-short-history-is-not-kept", test_a_short_history_is_not_kept);
    return repository_run_tests();
}
