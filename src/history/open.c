/* Finding and opening a repository, and saying in one line why that cannot be done. */
#include "history/git.h"

#include "history/commits.h"
#include "history/kept.h"
#include "history/objects.h"
#include "history/packs.h"
#include "history/walk.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/*
 * Extensions that change nothing for a reader of objects. libgit2 refuses what it does not know, and git writes these
 * into ordinary clones: --filter makes partialclone, sparse-checkout worktreeconfig.
 */
static void
start_libgit2(void)
{
    static gsize started;
    if (!g_once_init_enter(&started))
        return;
    git_libgit2_init();
    /* A folder of a few hundred files has a tree of more than libgit2's 4 KiB, and is asked for again and again. */
    git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, GIT_OBJECT_TREE, (size_t)1 << 20);
    /* Hashing each commit and tree again costs a third of the walk, and git does not do it; blobs are, one by one. */
    git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
#if LIBGIT2_VER_MAJOR > 1 || LIBGIT2_VER_MINOR >= 4
    const char *extensions[] = {"partialclone", "worktreeconfig", "preciousobjects", "relativeworktrees"};
    git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, extensions, G_N_ELEMENTS(extensions));
#endif
    g_once_init_leave(&started, 1);
}

/* --- Repositories of another user ------------------------------------------------------------------------------ */

/* git's rule: "*", the folder itself, or a folder above it that ends with a star; an empty value forgets the others. */
static bool
is_listed(git_config *config, const char *folder)
{
    g_autoptr(git_config_iterator) iterator = NULL;
    if (git_config_multivar_iterator_new(&iterator, config, "safe.directory", NULL) < 0)
        return false;
    bool listed = false;
    git_config_entry *entry;
    while (git_config_next(&entry, iterator) == 0) {
        const char *value = entry->value == NULL ? "" : entry->value;
        size_t length = strlen(value);
        bool above = length > 1 && g_str_has_suffix(value, "/*") && strncmp(folder, value, length - 1) == 0;
        listed = *value != '\0' && (listed || above || strcmp(value, "*") == 0 || strcmp(value, folder) == 0);
    }
    return listed;
}

/* The folder whose owner counts, as git names it: the work tree's, or a bare repository's own. */
static char *
guarded_folder(const char *gitdir)
{
    g_autofree char *folder = g_str_has_suffix(gitdir, "/.git/") ? g_strndup(gitdir, strlen(gitdir) - strlen("/.git/"))
                                                                 : g_strndup(gitdir, strlen(gitdir) - 1);
    return *folder == '\0' ? g_strdup("/") : g_steal_pointer(&folder);
}

/* The user has trusted this repository. libgit2 1.5 does not know git's "*", which CI machines are set up with. */
static bool
is_trusted(const char *folder)
{
    g_autoptr(git_config) config = NULL;
    return git_config_open_default(&config) == 0 && is_listed(config, folder);
}

static int
open_trusted(git_repository **out, const char *gitdir)
{
#if LIBGIT2_VER_MAJOR > 1 || LIBGIT2_VER_MINOR >= 5
    git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
    int code = git_repository_open(out, gitdir);
    git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 1);
    return code;
#else
    return git_repository_open(out, gitdir);
#endif
}

/* libgit2 1.5 says "config value 'safe.directory' was not found" where there is no such setting at all. */
static bool
is_about_owner(int code, const char *message)
{
    enum { OWNER = -36 }; /* GIT_EOWNER, which libgit2 has since 1.5 */
    return code == OWNER || strstr(message, "safe.directory") != NULL || strstr(message, "not owned by") != NULL;
}

/* --- Opening --------------------------------------------------------------------------------------------------- */

/* A work tree's folder cannot be told from a linked worktree's gitdir: ask the file that points back. */
static char *
owner_folder(const char *gitdir)
{
    g_autofree char *pointer = g_build_filename(gitdir, "gitdir", NULL), *back = NULL;
    if (!g_file_get_contents(pointer, &back, NULL, NULL))
        return guarded_folder(gitdir);
    g_strchomp(back);
    return g_path_get_dirname(back);
}

static bool
fail_owner(const char *folder, GError **error)
{
    fail(error, PLEAT_ERROR_INPUT, "the git repository \"%s\" belongs to another user", folder);
    return fail_hint(error, "run: git config --global --add safe.directory '%s'", folder);
}

static bool
fail_open(const char *message, const char *folder, GError **error)
{
    if (strstr(message, "objectformat") != NULL || strstr(message, "object format") != NULL)
        return fail(error, PLEAT_ERROR_INPUT,
                    "the git repository \"%s\" is a SHA-256 one: pleat reads SHA-1 repositories only", folder);
    return fail(error, PLEAT_ERROR_INPUT, "cannot open the git repository \"%s\": %s", folder, message);
}

static char *
last_message(void)
{
    const git_error *last = git_error_last();
    return g_strdup(last != NULL && last->message != NULL ? last->message : "unknown failure");
}

static bool
open_repository(const char *gitdir, git_repository **out, GError **error)
{
    int code = git_repository_open(out, gitdir);
    if (code == 0)
        return true;
    g_autofree char *message = last_message(), *folder = owner_folder(gitdir);
    if (!is_about_owner(code, message))
        return fail_open(message, folder, error);
    if (!is_trusted(folder))
        return fail_owner(folder, error);
    if (open_trusted(out, gitdir) == 0)
        return true;
    g_autofree char *then = last_message();
    return fail_open(then, folder, error);
}

/* libgit2 learned to read shallow clones in 1.7 only: the cuts are read here, and the commits walked by ourselves. */
static void
read_shallow(History *history)
{
    g_autofree char *path = g_build_filename(git_repository_commondir(history->repository), "shallow", NULL);
    g_autofree char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL))
        return;
    g_auto(GStrv) lines = g_strsplit_set(text, "\r\n", -1);
    for (char **line = lines; *line != NULL; line++) {
        git_oid id;
        if (strlen(*line) == GIT_OID_HEXSZ && git_oid_fromstr(&id, *line) == 0)
            g_hash_table_add(history->shallow, g_memdup2(&id, sizeof id));
    }
}

/* Matching names by a pattern leaks in libgit2 1.5 with PCRE2: all of them are looked at instead. */
static bool
read_partial(const History *history)
{
    g_autoptr(git_config) config = NULL;
    g_autoptr(git_config_iterator) iterator = NULL;
    if (git_repository_config_snapshot(&config, history->repository) < 0 ||
        git_config_iterator_new(&iterator, config) < 0)
        return false;
    git_config_entry *entry;
    while (git_config_next(&entry, iterator) == 0)
        if (strcmp(entry->name, "extensions.partialclone") == 0 ||
            (g_str_has_prefix(entry->name, "remote.") && g_str_has_suffix(entry->name, ".promisor")))
            return true;
    return false;
}

static void
unref_text(void *data)
{
    if (data != NULL)
        g_bytes_unref(data);
}

static void
unref_table(void *data)
{
    g_hash_table_unref(data);
}

static History *
history_new(git_repository *repository)
{
    History *history = g_new0(History, 1);
    history->repository = repository;
    history->prefix = g_strdup("");
    history->arena = arena_new();
    history->names = g_hash_table_new(g_str_hash, g_str_equal);
    history->notes = problems_new();
    history->texts = g_hash_table_new_full(git_oid_hash, git_oid_same, NULL, unref_text);
    history->renames = g_hash_table_new_full(NULL, NULL, NULL, unref_table);
    history->filters = g_hash_table_new(git_oid_hash, git_oid_same);
    history->replaced = g_hash_table_new_full(git_oid_hash, git_oid_same, g_free, g_free);
    history->shallow = g_hash_table_new_full(git_oid_hash, git_oid_same, g_free, NULL);
    read_shallow(history);
    history->partial = read_partial(history);
    return history;
}

void
history_free(History *history)
{
    if (history == NULL)
        return;
    kept_free(history->kept);
    g_free(history->kept_in);
    walk_free(history->walk);
    commits_free(history->commits);
    problems_free(history->notes);
    g_hash_table_unref(history->texts);
    g_hash_table_unref(history->renames);
    g_clear_pointer(&history->moves, g_hash_table_unref);
    g_hash_table_unref(history->filters);
    g_hash_table_unref(history->names);
    g_hash_table_unref(history->shallow);
    g_hash_table_unref(history->replaced);
    arena_free(history->arena);
    objects_free(history->objects);
    packs_free(history->packs);
    git_odb_free(history->odb);
    git_repository_free(history->repository);
    g_free(history->prefix);
    g_free(history);
}

/* The absolute path of a folder that may be gone from the disk, with the symlinks of what is there resolved. */
static char *
real_folder(const char *dir)
{
    g_autofree char *whole = g_canonicalize_filename(dir, NULL);
    g_autofree char *left = g_strdup(whole), *missing = g_strdup("");
    for (;;) {
        char *real = realpath(left, NULL);
        if (real != NULL) {
            char *path = *missing == '\0' ? g_strdup(real) : g_build_filename(real, missing, NULL);
            free(real);
            return path;
        }
        char *name = g_path_get_basename(left), *above = g_path_get_dirname(left);
        char *longer = *missing == '\0' ? g_strdup(name) : g_build_filename(name, missing, NULL);
        g_free(missing);
        g_free(left);
        g_free(name);
        missing = longer;
        left = above;
    }
}

bool
history_place(const History *history, const char *dir, char **place, GError **error)
{
    const char *work_tree = git_repository_workdir(history->repository); /* NULL: bare; ends with a slash */
    if (work_tree == NULL) {
        *place = g_strdup("");
        return true;
    }
    g_autofree char *real = real_folder(dir), *root = real_folder(work_tree);
    size_t length = strcmp(root, "/") == 0 ? 0 : strlen(root);
    if (strncmp(real, root, length) != 0 || (real[length] != '/' && real[length] != '\0'))
        return fail(error, PLEAT_ERROR_INPUT, "\"%s\" is outside of the git work tree \"%s\"", dir, root);
    *place = g_strdup(real + length + (real[length] == '/'));
    return true;
}

static void
open_packs(History *history)
{
    g_auto(git_buf) objects = {0};
    const int code = git_repository_item_path(&objects, history->repository, GIT_REPOSITORY_ITEM_OBJECTS);
    g_autofree char *folder = g_build_filename(code == 0 ? objects.ptr : "", "pack", NULL);
    history->packs = packs_open(folder);
    history->objects = objects_new(history);
}

bool
history_open(const char *dir, History **out, GError **error)
{
    start_libgit2();
    g_auto(git_buf) gitdir = {0};
    int code = git_repository_discover(&gitdir, dir, 0, g_getenv("GIT_CEILING_DIRECTORIES"));
    if (code == GIT_ENOTFOUND) {
        *out = NULL;
        return true;
    }
    if (code < 0) {
        g_autofree char *why = last_message();
        return fail(error, PLEAT_ERROR_INPUT, "cannot look for a git repository above \"%s\": %s", dir, why);
    }
    git_repository *repository;
    if (!open_repository(gitdir.ptr, &repository, error))
        return false;
    g_autoptr(History) history = history_new(repository);
    if (git_repository_odb(&history->odb, repository) < 0)
        return git_fail(history, error, "cannot open the objects of \"%s\"", gitdir.ptr);
    open_packs(history);
    char *place;
    if (!history_place(history, dir, &place, error))
        return false;
    g_free(history->prefix);
    history->prefix = place;
    *out = g_steal_pointer(&history);
    return true;
}

const char *
history_repository(const History *history)
{
    return git_repository_commondir(history->repository);
}

bool
history_is_shallow(const History *history)
{
    return g_hash_table_size(history->shallow) > 0;
}

bool
history_is_cut_at(const History *history, const FileVersion *version)
{
    git_oid id;
    return git_oid_fromstr(&id, version->commit) == 0 && g_hash_table_contains(history->shallow, &id);
}

const Problems *
history_notes(const History *history)
{
    return history->notes;
}
