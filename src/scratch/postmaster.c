#include "scratch/postmaster.h"

#include "base/quit.h"
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Lines of postmaster.pid, from src/include/utils/pidfile.h. */
enum { LINE_PID = 0, LINE_SOCKETS = 4, LINES = 8 };

enum { STEP_MS = 10, SETTLE_MS = 5000 };

/* Not through a symbolic link: pleat may be root, and the directory another user's. */
static char *
read_small(const char *path, size_t *length)
{
    int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    char text[8192];
    ssize_t got = fd < 0 ? -1 : read(fd, text, sizeof text - 1);
    if (fd >= 0)
        close(fd);
    if (got < 0)
        return NULL;
    text[got] = '\0';
    *length = (size_t)got;
    return g_memdup2(text, (gsize)got + 1);
}

bool
postmaster_runs(const Site *site, pid_t pid, const char *data)
{
    g_autofree char *directory = g_strdup_printf("/proc/%d", pid);
    g_autofree char *file = g_strdup_printf("/proc/%d/cmdline", pid);
    struct stat status;
    size_t length = 0;
    g_autofree char *words = read_small(file, &length);
    if (words == NULL || stat(directory, &status) != 0 || status.st_uid != site->uid)
        return false;
    for (const char *word = words; word < words + length; word += strlen(word) + 1)
        if (strcmp(word, data) == 0)
            return true;
    return false;
}

/* The lines of postmaster.pid, none when there is no such file. */
static char **
read_pid_file(const char *data)
{
    g_autofree char *file = g_build_filename(data, "postmaster.pid", NULL);
    size_t length = 0;
    g_autofree char *text = read_small(file, &length);
    return g_strsplit(text == NULL ? "" : text, "\n", LINES);
}

Postmaster
postmaster_find(const Site *site, const char *data)
{
    g_auto(GStrv) lines = read_pid_file(data);
    bool has_sockets = g_strv_length(lines) > LINE_SOCKETS;
    pid_t pid = lines[LINE_PID] == NULL ? 0 : atoi(lines[LINE_PID]);
    if (pid <= 1 || !postmaster_runs(site, pid, data))
        return (Postmaster){0};
    return (Postmaster){.pid = pid, .sockets = g_strdup(has_sockets ? lines[LINE_SOCKETS] : "")};
}

static bool
is_zombie(pid_t pid)
{
    g_autofree char *file = g_strdup_printf("/proc/%d/stat", pid);
    size_t length = 0;
    g_autofree char *text = read_small(file, &length);
    const char *state = text == NULL ? NULL : strrchr(text, ')');
    return state != NULL && g_str_has_prefix(state, ") Z");
}

bool
postmaster_settle(const char *data, GError **error)
{
    g_auto(GStrv) lines = read_pid_file(data);
    pid_t pid = lines[LINE_PID] == NULL ? 0 : atoi(lines[LINE_PID]);
    for (int waited = 0; pid > 1 && is_zombie(pid) && waited < SETTLE_MS; waited += STEP_MS) {
        if (!quit_check(error))
            return false;
        g_usleep(STEP_MS * 1000);
    }
    return true;
}
