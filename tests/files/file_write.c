/* Writing whole files or none, with disks that fill up. */
#include "files/file_write.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static char *top;

static GBytes *
bytes(const char *text)
{
    return g_bytes_new(text, strlen(text));
}

static void
assert_content(const char *path, const char *expected)
{
    g_autofree char *content = NULL;
    g_assert_true(g_file_get_contents(path, &content, NULL, NULL));
    g_assert_cmpstr(content, ==, expected);
}

static void
assert_files(const char *folder, guint expected)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    guint n = 0;
    while (g_dir_read_name(dir) != NULL)
        n++;
    g_assert_cmpuint(n, ==, expected);
}

static char *
fresh_folder(const char *name)
{
    char *folder = g_build_filename(top, name, NULL);
    g_assert_cmpint(g_mkdir(folder, 0777), ==, 0);
    return folder;
}

/* A file system without room: no file may grow beyond a few bytes. */
static void
set_room(rlim_t room)
{
    struct rlimit limit;
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = room;
    setrlimit(RLIMIT_FSIZE, &limit);
}

static void
test_replaces_whole_files(void)
{
    g_autofree char *folder = fresh_folder("replace"), *path = g_build_filename(folder, "a/b.yaml", NULL);
    g_autoptr(GBytes) one = bytes("one"), two = bytes("two");
    g_autoptr(GError) error = NULL;
    g_assert_true(file_write_atomically(path, one, 0640, &error));
    struct stat status;
    g_assert_cmpint(stat(path, &status), ==, 0);
    g_assert_cmpint(status.st_mode & 0777, ==, 0640);
    g_assert_cmpint(chmod(path, 0604), ==, 0);
    g_assert_true(file_write_atomically(path, two, 0666, &error));
    g_assert_cmpint(stat(path, &status), ==, 0);
    g_assert_cmpint(status.st_mode & 0777, ==, 0604);
    assert_content(path, "two");
    g_autofree char *link = g_build_filename(folder, "link.yaml", NULL);
    g_assert_cmpint(symlink("a/b.yaml", link), ==, 0);
    g_assert_true(file_write_atomically(link, one, 0666, &error));
    assert_content(path, "one");
    g_assert_true(g_file_test(link, G_FILE_TEST_IS_SYMLINK));
    g_autofree char *under_file = g_build_filename(path, "x", NULL);
    g_assert_false(file_write_atomically(under_file, one, 0666, &error));
    g_assert_nonnull(error);
}

static void
test_full_disk_keeps_the_old(void)
{
    g_autofree char *folder = fresh_folder("full"), *path = g_build_filename(folder, "a.yaml", NULL);
    g_autofree char *text = g_strnfill(100000, 'x');
    g_autoptr(GBytes) old = bytes("old"), big = bytes(text);
    g_autoptr(GError) error = NULL;
    g_assert_true(file_write_atomically(path, old, 0666, &error));
    set_room(5000);
    bool written = file_write_atomically(path, big, 0666, &error);
    set_room(RLIM_INFINITY);
    g_assert_false(written);
    g_assert_nonnull(strstr(error->message, "File too large"));
    assert_content(path, "old");
    assert_files(folder, 1);
}

static void
test_batch_writes_all(void)
{
    g_autofree char *folder = fresh_folder("batch"), *a = g_build_filename(folder, "new/a.sql", NULL),
                    *b = g_build_filename(folder, "new/b.sql", NULL),
                    *new_folder = g_build_filename(folder, "new", NULL);
    g_autoptr(GBytes) content = bytes("x");
    g_autoptr(GError) error = NULL;
    g_autoptr(FileBatch) batch = file_batch_new();
    g_assert_true(file_batch_add(batch, a, content, 0666, &error));
    g_assert_true(file_batch_add(batch, b, content, 0666, &error));
    g_assert_false(g_file_test(a, G_FILE_TEST_EXISTS));
    g_assert_true(file_batch_commit(batch, &error));
    assert_content(a, "x");
    assert_content(b, "x");
    assert_files(new_folder, 2);
}

static void
test_batch_writes_none(void)
{
    g_autofree char *folder = fresh_folder("none"), *a = g_build_filename(folder, "a.sql", NULL),
                    *b = g_build_filename(folder, "b.sql", NULL), *text = g_strnfill(100000, 'x');
    g_autoptr(GBytes) content = bytes("x"), big = bytes(text), other = bytes("other");
    g_autoptr(GError) error = NULL;
    FileBatch *batch = file_batch_new();
    g_assert_true(file_batch_add(batch, a, content, 0666, &error));
    set_room(5000);
    bool added = file_batch_add(batch, b, big, 0666, &error);
    set_room(RLIM_INFINITY);
    g_assert_false(added);
    g_clear_error(&error);
    file_batch_free(batch);
    assert_files(folder, 0);

    batch = file_batch_new();
    g_assert_true(file_batch_add(batch, a, content, 0666, &error));
    g_assert_true(file_batch_add(batch, b, content, 0666, &error));
    g_assert_true(file_write_atomically(b, other, 0666, &error)); /* somebody else was faster */
    g_assert_false(file_batch_commit(batch, &error));
    g_assert_nonnull(strstr(error->message, "b.sql\" exists already"));
    file_batch_free(batch);
    assert_content(b, "other");
    assert_files(folder, 1);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    signal(SIGXFSZ, SIG_IGN);
    top = g_dir_make_tmp("pleat-test-XXXXXX", NULL);
    g_test_add_func("/file-write/replaces-whole-files", test_replaces_whole_files);
    g_test_add_func("/file-write/full-disk-keeps-the-old", test_full_disk_keeps_the_old);
    g_test_add_func("/file-write/batch-writes-all", test_batch_writes_all);
    g_test_add_func("/file-write/batch-writes-none", test_batch_writes_none);
    int status = g_test_run();
    g_autofree char *command = g_strdup_printf("rm -rf %s", top);
    return system(command) != 0 ? 1 : status;
}
