/* Finding the content that a database runs among all that ever was. */
#include "history/repository.h"

#include <string.h>

typedef struct {
    const char *wanted;
    GString *seen; /* first lines of what was visited */
} Search;

static bool
matches(const FileVersion *version, GBytes *content, void *data)
{
    Search *search = data;
    const char *text = g_bytes_get_data(content, NULL);
    g_assert_cmpuint(strlen(text), ==, g_bytes_get_size(content));
    g_assert_nonnull(version->path);
    g_string_append_printf(search->seen, "%.*s ", (int)strcspn(text, "\n"), text);
    return search->wanted != NULL && strstr(text, search->wanted) != NULL;
}

/* "subject:path" of what is found, or "": free with g_free. */
static char *
find(History *history, const char *folder, const char *wanted, GString *seen)
{
    const char *const folders[] = {folder, NULL};
    Search wants = {.wanted = wanted, .seen = seen};
    const HistorySearch search = {folders, NULL, matches, &wants};
    const FileVersion *version;
    g_autoptr(GError) error = NULL;
    g_string_truncate(seen, 0);
    history_find(history, &search, &version, &error);
    g_assert_no_error(error);
    return version == NULL ? g_strdup("") : g_strdup_printf("%s:%s", version->subject, version->path);
}

static void
assert_finds(History *history, const char *folder, const char *wanted, const char *expected, const char *visited)
{
    g_autoptr(GString) seen = g_string_new(NULL);
    g_autofree char *found = find(history, folder, wanted, seen);
    g_assert_cmpstr(found, ==, expected);
    if (visited != NULL)
        g_assert_cmpstr(seen->str, ==, visited);
}

static void
test_visits_each_blob_once_newest_first(void)
{
    g_autoptr(Repository) repository = repository_new();
    repository_commit(repository, "f/a.sql", "A1\n", "one");
    repository_commit(repository, "f/gone.sql", "G1\n", "two");
    repository_commit(repository, "other/b.sql", "B1\n", "other");
    repository_commit(repository, "f/a.sql", "A2\n", "three");
    repository_run(repository, "git rm -q f/gone.sql; git commit -q -m deleted");
    repository_commit(repository, "f/a.sql", "A1\n", "reverted");
    g_autoptr(History) history = repository_open(repository, "");
    assert_finds(history, "f", NULL, "", "A1 A2 G1 ");
    assert_finds(history, "f", "G1", "two:f/gone.sql", "A1 A2 G1 ");
    assert_finds(history, "f", "A1", "reverted:f/a.sql", "A1 ");
    assert_finds(history, "", "B1", "other:other/b.sql", NULL);
    assert_finds(history, "none", "B1", "", "");
}

static void
test_goes_where_files_came_from(void)
{
    g_autoptr(Repository) repository = repository_new();
    const char *filler = "one line\nand another line\nand a third line\nand a fourth line\n";
    g_autofree char *old = g_strconcat("OLD\n", filler, NULL), *first = g_strconcat("FIRST\n", filler, NULL);
    repository_commit(repository, "procs/a.sql", first, "first");
    repository_commit(repository, "procs/a.sql", old, "old");
    repository_run(repository, "mkdir -p db/functions; git mv procs/a.sql db/functions/a.sql; git commit -q -m moved");
    g_autofree char *new = g_strconcat("NEW\n", filler, NULL);
    repository_commit(repository, "db/functions/a.sql", new, "new");
    g_autoptr(History) history = repository_open(repository, "db");
    assert_finds(history, "functions", "FIRST", "first::/procs/a.sql", "NEW OLD FIRST ");
}

static void
test_leaves_out_what_is_no_text(void)
{
    g_autoptr(Repository) repository = repository_new();
    repository_commit(repository, "f/lfs.sql", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 12345\n",
                      "lfs");
    repository_run(repository,
                   "printf 'caf\\351\\n' > f/latin1.sql; printf 'a\\0b' > f/nul.sql;"
                   "head -c 17000000 /dev/zero | tr '\\0' x > f/huge.sql; git add -A; git commit -q -m odd");
    repository_run(repository, "printf 'select 1;\\r\\n' > f/crlf.sql; git add -A; git commit -q -m crlf;"
                               "touch \"f/$(printf 'caf\\351').sql\"; git add -A; git commit -q -m name");
    g_autoptr(History) history = repository_open(repository, "");
    assert_finds(history, "f", NULL, "", "select 1;\r ");
    assert_finds(history, "f", NULL, "", "select 1;\r "); /* and notes nothing twice */
    g_autoptr(GString) notes = g_string_new(NULL);
    for (size_t i = 0; i < problems_count(history_notes(history)); i++) {
        const Problem *note = problems_get(history_notes(history), i);
        g_string_append_printf(notes, "%s: %s\n", note->place.file, note->text);
    }
    g_assert_cmpuint(problems_count(history_notes(history)), ==, 5);
    const char *const parts[] = {"Git LFS pointer", "too large", "f/latin1.sql: left out", "f/nul.sql: left out",
                                 "its name"};
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        g_assert_nonnull(strstr(notes->str, parts[i]));
}

static void
test_says_what_a_blobless_clone_lacks(void)
{
    g_autoptr(Repository) repository = repository_new(), clone = repository_folder();
    repository_commit(repository, "f/a.sql", "A1\n", "one");
    repository_commit(repository, "f/a.sql", "A2\n", "two");
    repository_run(clone, "git clone -q --filter=blob:none file://%s .", repository->dir);
    g_autoptr(History) history = repository_open(clone, "");
    assert_finds(history, "f", "A1", "", "A2 ");
    g_assert_cmpuint(problems_count(history_notes(history)), ==, 1);
    g_assert_nonnull(strstr(problems_get(history_notes(history), 0)->hint, "--refetch"));
}

int
main(int argc, char **argv)
{
    repository_setup(&argc, &argv);
    g_test_add_func("/find/visits-each-blob-once-newest-first", test_visits_each_blob_once_newest_first);
    g_test_add_func("/find/goes-where-files-came-from", test_goes_where_files_came_from);
    g_test_add_func("/find/leaves-out-what-is-no-text", test_leaves_out_what_is_no_text);
    g_test_add_func("/find/says-what-a-blobless-clone-lacks", test_says_what_a_blobless_clone_lacks);
    return repository_run_tests();
}
