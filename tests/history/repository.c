#include "history/repository.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* libgit2 1.5 forgets its PCRE2 match data whenever it looks for extensions in a repository's configuration. */
const char *__lsan_default_suppressions(void);
__attribute__((visibility("default"))) const char *
__lsan_default_suppressions(void)
{
    return "leak:pcre2_match\nleak:libpcre2\n";
}

static char *top;
static gint64 now = 1700000000;

void
repository_setup(int *argc, char ***argv)
{
    g_test_init(argc, argv, NULL);
    top = g_dir_make_tmp("pleat-test-XXXXXX", NULL);
    g_assert_nonnull(top);
    char *real = realpath(top, NULL);
    g_free(top);
    top = g_strdup(real);
    free(real);
    g_setenv("HOME", top, TRUE);
    g_unsetenv("XDG_CONFIG_HOME");
    g_setenv("GIT_CONFIG_NOSYSTEM", "1", TRUE);
    for (const char *const *name = (const char *const[]){"GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", NULL}; *name;
         name++)
        g_unsetenv(*name);
    g_autofree char *config = g_build_filename(top, ".gitconfig", NULL);
    g_file_set_contents(
        config,
        "[user]\nname = Ann Author\nemail = ann@example.org\n[init]\ndefaultBranch = main\n"
        "[protocol \"file\"]\nallow = always\n[commit]\ngpgsign = false\n[uploadpack]\nallowFilter = true\n",
        -1, NULL);
}

int
repository_run_tests(void)
{
    int status = g_test_run();
    g_autofree char *command = g_strdup_printf("chmod -R u+rwX %s; rm -rf %s", top, top);
    return system(command) != 0 ? 1 : status;
}

Repository *
repository_folder(void)
{
    static int count;
    Repository *repository = g_new0(Repository, 1);
    repository->dir = g_strdup_printf("%s/%d", top, ++count);
    g_assert_cmpint(g_mkdir(repository->dir, 0777), ==, 0);
    return repository;
}

Repository *
repository_new(void)
{
    Repository *repository = repository_folder();
    repository_run(repository, "git init -q .");
    return repository;
}

void
repository_free(Repository *repository)
{
    if (repository == NULL)
        return;
    g_free(repository->dir);
    g_free(repository);
}

static char *
run(Repository *repository, const char *command)
{
    g_autofree char *date = g_strdup_printf("%" G_GINT64_FORMAT " +0200", now += 60);
    g_setenv("GIT_AUTHOR_DATE", date, TRUE);
    g_setenv("GIT_COMMITTER_DATE", date, TRUE);
    const char *argv[] = {"/bin/sh", "-ec", command, NULL};
    char *out;
    g_autofree char *errors = NULL;
    g_autoptr(GError) error = NULL;
    int status;
    g_spawn_sync(repository->dir, (char **)(gsize)argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, &errors, &status,
                 &error);
    g_assert_no_error(error);
    if (status != 0)
        g_error("%s\n%s%s", command, out, errors);
    g_strchomp(out);
    return out;
}

void
repository_run(Repository *repository, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *command = g_strdup_vprintf(format, args);
    va_end(args);
    g_free(run(repository, command));
}

char *
repository_ask(Repository *repository, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *command = g_strdup_vprintf(format, args);
    va_end(args);
    return run(repository, command);
}

void
repository_write(Repository *repository, const char *path, const char *content)
{
    g_autofree char *full = g_build_filename(repository->dir, path, NULL), *folder = g_path_get_dirname(full);
    g_assert_cmpint(g_mkdir_with_parents(folder, 0777), ==, 0);
    g_assert_true(g_file_set_contents(full, content, -1, NULL));
}

void
repository_commit(Repository *repository, const char *path, const char *content, const char *subject)
{
    repository_write(repository, path, content);
    repository_run(repository, "git add -A && git commit -q -m '%s'", subject);
}

History *
repository_open(Repository *repository, const char *folder)
{
    g_autofree char *dir = g_build_filename(repository->dir, folder, NULL);
    g_autoptr(GError) error = NULL;
    History *history = NULL;
    history_open(dir, &history, &error);
    g_assert_no_error(error);
    g_assert_nonnull(history);
    return history;
}

char *
repository_versions(History *history, const char *path)
{
    g_autoptr(GPtrArray) versions = NULL;
    g_autoptr(GError) error = NULL;
    history_versions(history, path, &versions, &error);
    g_assert_no_error(error);
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < versions->len; i++) {
        const FileVersion *version = versions->pdata[i];
        g_string_append_printf(text, "%s%s:%s%s", i > 0 ? " " : "", version->subject, version->blob == NULL ? "-" : "",
                               version->path);
    }
    return g_string_free(text, FALSE);
}

void
assert_error_has(GError **error, const char *part)
{
    g_assert_nonnull(*error);
    if (strstr((*error)->message, part) == NULL)
        g_error("\"%s\" is not in: %s", part, (*error)->message);
    g_clear_error(error);
}
