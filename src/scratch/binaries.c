#include "scratch/binaries.h"

#include "exec/connection.h"
#include <stdio.h>
#include <string.h>

void
binaries_free(Binaries *binaries)
{
    if (binaries == NULL)
        return;
    g_free(binaries->directory);
    g_free(binaries->version);
    g_free(binaries);
}

/* The first line that a program prints, or NULL when it cannot be run: g_free. */
static char *
first_line(const char *program, const char *argument)
{
    const char *argv[] = {program, argument, NULL};
    char *output = NULL;
    int status = 0;
    bool ran = g_spawn_sync("/", (char **)(gpointer)argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                            NULL, &output, NULL, &status, NULL);
    if (!ran || status != 0) {
        g_free(output);
        return NULL;
    }
    output[strcspn(output, "\n")] = '\0';
    return output;
}

/* "postgres (PostgreSQL) 15.20 (Debian ...)", also "16beta1" and "17devel". */
static int
major_of(const char *version)
{
    int major = 0;
    const char *number = strstr(version, "(PostgreSQL) ");
    return number != NULL && sscanf(number, "(PostgreSQL) %d", &major) == 1 ? major : 0;
}

static Binaries *
look_in(const char *directory, int major)
{
    g_autofree char *postgres = g_build_filename(directory, "postgres", NULL);
    g_autofree char *initdb = g_build_filename(directory, "initdb", NULL);
    if (!g_file_test(postgres, G_FILE_TEST_IS_EXECUTABLE) || !g_file_test(initdb, G_FILE_TEST_IS_EXECUTABLE))
        return NULL;
    g_autofree char *version = first_line(postgres, "--version");
    if (version == NULL || major_of(version) != major)
        return NULL;
    Binaries *binaries = g_new0(Binaries, 1);
    binaries->major = major;
    binaries->directory = g_strdup(directory);
    binaries->version = g_steal_pointer(&version);
    return binaries;
}

static char *
directory_from_path(void)
{
    g_autofree char *postgres = g_find_program_in_path("postgres");
    return postgres == NULL ? NULL : g_path_get_dirname(postgres);
}

static Binaries *
look_everywhere(int major)
{
    const char *common = g_getenv("PLEAT_PG_BIN");
    Binaries *found = common == NULL ? NULL : look_in(common, major);
    g_autofree char *debian = g_strdup_printf("/usr/lib/postgresql/%d/bin", major);
    g_autofree char *red_hat = g_strdup_printf("/usr/pgsql-%d/bin", major);
    if (found != NULL || (found = look_in(debian, major)) != NULL || (found = look_in(red_hat, major)) != NULL)
        return found;
    g_autofree char *configured = first_line("pg_config", "--bindir");
    if (configured != NULL && (found = look_in(configured, major)) != NULL)
        return found;
    g_autofree char *in_path = directory_from_path();
    return in_path == NULL ? NULL : look_in(in_path, major);
}

static bool
find_major(int major, Binaries **out, GError **error)
{
    g_autofree char *variable = g_strdup_printf("PLEAT_PG_BIN_%d", major);
    const char *own = g_getenv(variable);
    Binaries *found = own == NULL ? look_everywhere(major) : look_in(own, major);
    if (found != NULL) {
        *out = found;
        return true;
    }
    if (own != NULL) {
        fail(error, PLEAT_ERROR_SYSTEM, "%s=%s holds no PostgreSQL %d server", variable, own, major);
        return fail_hint(error, "it is the directory of initdb and postgres, such as /usr/lib/postgresql/%d/bin", major);
    }
    fail(error, PLEAT_ERROR_SYSTEM, "there is no PostgreSQL %d server on this machine for pleat's scratch databases",
         major);
    return fail_hint(error, "apt install postgresql-%d, or set %s to the directory of its initdb and postgres", major,
                     variable);
}

bool
binaries_find(int major, Binaries **out, GError **error)
{
    if (major != 0)
        return find_major(major, out, error);
    for (int newest = SERVER_NEWEST; newest >= SERVER_OLDEST; newest--)
        if (find_major(newest, out, NULL))
            return true;
    fail(error, PLEAT_ERROR_SYSTEM, "there is no PostgreSQL server on this machine (%d to %d)", SERVER_OLDEST,
         SERVER_NEWEST);
    return fail_hint(error, "apt install postgresql, or set PLEAT_PG_BIN to the directory of its initdb and postgres");
}
