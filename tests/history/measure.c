/*
 * A history of 2,000 commits over 150 files, with merges, renames, reverts and a moved folder: every body that ever
 * was is recovered exactly, and the time that this takes is printed. PLEAT_COMMITS sets another number.
 */
#include "history/repository.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILES = 150 };

typedef struct {
    GString *stream;          /* for git fast-import */
    char *paths[FILES];       /* now */
    GPtrArray *bodies[FILES]; /* oldest first */
    guint commits, mark;
} Script;

static char *
make_body(guint file, guint version)
{
    GString *body = g_string_new(NULL);
    g_string_append_printf(body, "create or replace function f%u(a int) returns int language plpgsql as $$\nbegin\n",
                           file);
    for (guint line = 0; line < 30; line++)
        g_string_append_printf(body, "  a := a + %u; -- line %u\n", line == version % 30 ? version : line, line * file);
    g_string_append_printf(body, "  return a; -- version %u\nend\n$$;\n", version);
    return g_string_free(body, FALSE);
}

static void
begin_commit(Script *script, const char *branch, const char *from)
{
    script->commits++;
    g_string_append_printf(script->stream,
                           "commit refs/heads/%s\nmark :%u\ncommitter Ann Author <ann@example.org> %u +0000\n"
                           "data <<END\ncommit %u\nEND\n%s",
                           branch, ++script->mark, 1600000000 + script->commits * 600, script->commits, from);
}

static void
edit(Script *script, guint file)
{
    char *body = make_body(file, script->bodies[file]->len);
    g_string_append_printf(script->stream, "M 644 inline %s\ndata %zu\n%s\n", script->paths[file], strlen(body), body);
    g_ptr_array_add(script->bodies[file], body);
}

static void
move(Script *script, guint file, char *path)
{
    g_string_append_printf(script->stream, "R %s %s\n", script->paths[file], path);
    g_free(script->paths[file]);
    script->paths[file] = path;
}

/* A branch with one edit, and main beside it with another, come together. */
static void
merge(Script *script, guint file)
{
    guint other = (file + 7) % FILES, base = script->mark;
    g_autofree char *from = g_strdup_printf("from :%u\n", base);
    begin_commit(script, "side", from);
    edit(script, file);
    g_autofree char *side = g_strdup_printf("merge :%u\n", script->mark);
    const char *body = g_ptr_array_index(script->bodies[file], script->bodies[file]->len - 1);
    begin_commit(script, "main", "");
    edit(script, other);
    begin_commit(script, "main", side);
    g_string_append_printf(script->stream, "M 644 inline %s\ndata %zu\n%s\n", script->paths[file], strlen(body), body);
}

static void
step(Script *script, guint step_number)
{
    guint file = (step_number * 7919) % FILES;
    if (step_number % 20 == 0) {
        merge(script, file);
        return;
    }
    begin_commit(script, "main", "");
    if (step_number % 33 == 0) {
        char *folder = g_path_get_dirname(script->paths[file]);
        move(script, file, g_strdup_printf("%s/renamed%u.sql", folder, script->commits));
        g_free(folder);
    }
    edit(script, file);
}

static void
move_folder(Script *script)
{
    begin_commit(script, "main", "");
    for (guint file = 0; file < FILES; file++) {
        char *name = g_path_get_basename(script->paths[file]);
        move(script, file, g_strdup_printf("db/functions/%s", name));
        g_free(name);
    }
}

static Script *
script_new(guint commits)
{
    Script *script = g_new0(Script, 1);
    script->stream = g_string_new(NULL);
    begin_commit(script, "main", "");
    for (guint file = 0; file < FILES; file++) {
        script->paths[file] = g_strdup_printf("db/procs/f%u.sql", file);
        script->bodies[file] = g_ptr_array_new_with_free_func(g_free);
        edit(script, file);
    }
    g_string_append(script->stream, "M 644 inline app.py\ndata 5\npass\n\n");
    for (guint i = 1; script->commits < commits; i++) {
        if (i == commits / 2)
            move_folder(script);
        step(script, i);
    }
    return script;
}

static void
script_free(Script *script)
{
    g_string_free(script->stream, TRUE);
    for (guint file = 0; file < FILES; file++) {
        g_free(script->paths[file]);
        g_ptr_array_unref(script->bodies[file]);
    }
    g_free(script);
}

static Repository *
import(const Script *script)
{
    Repository *repository = repository_new();
    g_autofree char *path = g_build_filename(repository->dir, "stream", NULL);
    g_assert_true(g_file_set_contents(path, script->stream->str, (gssize)script->stream->len, NULL));
    repository_run(repository, "git fast-import --quiet < stream; rm stream; git repack -q -a -d; git reset -q --hard");
    return repository;
}

/* --- What is measured ------------------------------------------------------------------------------------------ */

static gint64 started;

static void
start(void)
{
    started = g_get_monotonic_time();
}

static void
stop(const char *what)
{
    g_test_message("%s: %.1f ms", what, (double)(g_get_monotonic_time() - started) / 1000);
}

static void
assert_recovers(History *history, const char *path, const GPtrArray *bodies, guint *count)
{
    g_autoptr(GPtrArray) versions = NULL;
    g_autoptr(GError) error = NULL;
    history_versions(history, path, &versions, &error);
    g_assert_no_error(error);
    g_autoptr(GHashTable) found = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < versions->len; i++) {
        g_autoptr(GBytes) content = NULL;
        history_content(history, versions->pdata[i], &content, &error);
        g_assert_no_error(error);
        g_hash_table_add(found, g_strdup(g_bytes_get_data(content, NULL)));
    }
    for (guint i = 0; i < bodies->len; i++)
        g_assert_true(g_hash_table_contains(found, bodies->pdata[i]));
    g_assert_cmpuint(g_hash_table_size(found), ==, bodies->len);
    *count += versions->len;
}

static bool
holds(const FileVersion *version, GBytes *content, void *data)
{
    (void)version;
    return strcmp(g_bytes_get_data(content, NULL), data) == 0;
}

static const FileVersion *
find(History *history, const char *wanted)
{
    const FileVersion *version = NULL;
    g_autoptr(GError) error = NULL;
    const HistorySearch search = {(const char *const[]){"functions", NULL}, NULL, holds, (char *)(gsize)wanted};
    history_find(history, &search, &version, &error);
    g_assert_no_error(error);
    return version;
}

static void
measure_one(Repository *repository, const char *path)
{
    g_autoptr(GPtrArray) versions = NULL;
    start();
    g_autoptr(History) history = repository_open(repository, "db");
    g_assert_true(history_versions(history, path, &versions, NULL));
    stop("log of one file, cold");
}

static void
measure_find(Repository *repository, const Script *script)
{
    g_autoptr(History) history = repository_open(repository, "db");
    start();
    const FileVersion *version = find(history, script->bodies[3]->pdata[0]);
    stop("find the oldest body of a file, cold");
    g_assert_nonnull(version);
    start();
    for (guint file = 0; file < 50; file++)
        g_assert_nonnull(find(history, script->bodies[file]->pdata[script->bodies[file]->len / 2]));
    stop("find 50 bodies from the middle");
    start();
    g_assert_null(find(history, "never was"));
    stop("find what never was");
}

static void
test_measure(void)
{
    const char *asked = g_getenv("PLEAT_COMMITS");
    Script *script = script_new(asked != NULL ? (guint)atoi(asked) : 2000);
    g_autoptr(Repository) repository = import(script);
    measure_one(repository, script->paths[3] + strlen("db/"));
    start();
    g_autoptr(History) history = repository_open(repository, "db");
    g_assert_true(history_watch(history, (const char *const[]){"functions", NULL}, NULL));
    stop("the walk");
    guint count = 0;
    start();
    for (guint file = 0; file < FILES; file++)
        assert_recovers(history, script->paths[file] + strlen("db/"), script->bodies[file], &count);
    stop("versions of all files with their contents");
    g_test_message("%u commits, %u versions", script->commits, count);
    measure_find(repository, script);
    script_free(script);
}

int
main(int argc, char **argv)
{
    repository_setup(&argc, &argv);
    g_test_add_func("/history/measure", test_measure);
    return repository_run_tests();
}
