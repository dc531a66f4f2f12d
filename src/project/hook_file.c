#include "project/hook_file.h"

#include "files/file_write.h"
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char NAME[] = "pre-commit", KEPT[] = "pre-commit.before-pleat";
static const char FIRST[] = "#!/bin/sh\n# Written by \"pleat hook install\"; \"pleat hook uninstall\" takes it away.\n";

/* A project that the branch does not have is passed over; a program that is missing is told. */
static const char HEAD[] =
    "kept=$(dirname \"$0\")/pre-commit.before-pleat\n"
    "if [ -x \"$kept\" ]; then \"$kept\" \"$@\" || exit; fi\n"
    "look() {\n"
    "    [ -f \"$1/pleat.yaml\" ] || return 0\n"
    "    if ! command -v pleat >/dev/null 2>&1; then\n"
    "        echo 'pleat is not on the PATH: nothing was checked (git commit --no-verify goes on)' >&2\n"
    "        return 1\n"
    "    fi\n"
    "    pleat -C \"$1\" hook run pre-commit\n"
    "}\n";

static char *
path_of(const char *folder, const char *name)
{
    return g_build_filename(folder, name, NULL);
}

/* *text NULL: there is none. A link is somebody else's, whatever it points at. */
static bool
read_hook(const char *path, char **text, bool *is_link, GError **error)
{
    struct stat status;
    g_autoptr(GError) problem = NULL;
    *text = NULL;
    *is_link = false;
    if (lstat(path, &status) != 0)
        return errno == ENOENT || fail(error, PLEAT_ERROR_SYSTEM, "cannot read %s: %s", path, g_strerror(errno));
    *is_link = S_ISLNK(status.st_mode);
    if (*is_link) {
        *text = g_strdup("");
        return true;
    }
    return g_file_get_contents(path, text, NULL, &problem) ||
           fail(error, PLEAT_ERROR_SYSTEM, "cannot read the hook that is there: %s", problem->message);
}

static char *
line_of(const char *place)
{
    g_autofree char *quoted = g_shell_quote(*place == '\0' ? "." : place);
    return g_strdup_printf("look %s || exit\n", quoted);
}

static HookState
state_of(const char *text, bool is_link, const char *place)
{
    g_autofree char *line = line_of(place), *whole = g_strconcat("\n", line, NULL);
    if (text == NULL)
        return HOOK_MISSING;
    if (is_link || !g_str_has_prefix(text, FIRST))
        return HOOK_FOREIGN;
    return strstr(text, whole) != NULL ? HOOK_OURS : HOOK_OTHERS;
}

bool
hook_file_state(const char *folder, const char *place, HookState *state, GError **error)
{
    g_autofree char *path = path_of(folder, NAME), *text = NULL;
    bool is_link = false;
    if (!read_hook(path, &text, &is_link, error))
        return false;
    *state = state_of(text, is_link, place);
    return true;
}

static bool
write_hook(const char *path, const char *text, GError **error)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    return file_write_atomically(path, bytes, 0777, error);
}

/* Never over a file of that name, not even one that has just come. */
static bool
move_aside(const char *from, const char *to, GError **error)
{
    if (link(from, to) != 0)
        return fail(error, PLEAT_ERROR_SYSTEM, "cannot keep the hook that is there as %s: %s", to, g_strerror(errno));
    return unlink(from) == 0 || fail(error, PLEAT_ERROR_SYSTEM, "cannot move %s: %s", from, g_strerror(errno));
}

bool
hook_file_install(const char *folder, const char *place, bool chains, GError **error)
{
    g_autofree char *path = path_of(folder, NAME), *kept = path_of(folder, KEPT), *text = NULL, *line = line_of(place);
    bool is_link = false;
    if (!read_hook(path, &text, &is_link, error))
        return false;
    const HookState state = state_of(text, is_link, place);
    if (state == HOOK_OURS)
        return true;
    if (state == HOOK_FOREIGN && !chains) {
        fail(error, PLEAT_ERROR_STATE, "there is a pre-commit hook already: %s", path);
        return fail_hint(error, "--chain keeps it and runs it first; or add this to it: pleat hook run pre-commit");
    }
    if (state == HOOK_FOREIGN && !move_aside(path, kept, error))
        return false;
    g_autofree char *whole =
        state == HOOK_OTHERS ? g_strconcat(text, line, NULL) : g_strconcat(FIRST, HEAD, line, NULL);
    return write_hook(path, whole, error);
}

/* The script without the project's line; NULL: it was the last one. */
static char *
without(const char *text, const char *line)
{
    const char *at = strstr(text, line);
    g_autofree char *left = g_strndup(text, (size_t)(at - text));
    char *whole = g_strconcat(left, at + strlen(line), NULL);
    if (strstr(whole, "\nlook ") != NULL)
        return whole;
    g_free(whole);
    return NULL;
}

bool
hook_file_uninstall(const char *folder, const char *place, GError **error)
{
    g_autofree char *path = path_of(folder, NAME), *kept = path_of(folder, KEPT), *text = NULL;
    bool is_link = false;
    if (!read_hook(path, &text, &is_link, error))
        return false;
    if (state_of(text, is_link, place) != HOOK_OURS)
        return fail(error, PLEAT_ERROR_STATE, "%s is not a hook of this project's that pleat has installed", path);
    g_autofree char *line = line_of(place), *left = without(text, line);
    if (left != NULL)
        return write_hook(path, left, error);
    if (unlink(path) != 0)
        return fail(error, PLEAT_ERROR_SYSTEM, "cannot remove %s: %s", path, g_strerror(errno));
    return !g_file_test(kept, G_FILE_TEST_EXISTS) || move_aside(kept, path, error);
}
