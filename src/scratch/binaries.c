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

/* major 0: any that is supported. */
static Binaries *
look_in(const char *directory, int major)
{
    if (directory == NULL)
        return NULL;
    g_autofree char *postgres = g_build_filename(directory, "postgres", NULL);
    g_autofree char *initdb = g_build_filename(directory, "initdb", NULL);
    if (!g_file_test(postgres, G_FILE_TEST_IS_EXECUTABLE) || !g_file_test(initdb, G_FILE_TEST_IS_EXECUTABLE))
        return NULL;
    g_autofree char *version = first_line(postgres, "--version");
    int found = version == NULL ? 0 : major_of(version);
    if (major == 0 ? found < SERVER_OLDEST || found > SERVER_NEWEST : found != major)
        return NULL;
    Binaries *binaries = g_new0(Binaries, 1);
    binaries->major = found;
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

/* The places that are named after a version. */
static Binaries *
look_in_own_places(int major)
{
    g_autofree char *debian = g_strdup_printf("/usr/lib/postgresql/%d/bin", major);
    g_autofree char *red_hat = g_strdup_printf("/usr/pgsql-%d/bin", major);
    Binaries *found = look_in(debian, major);
    return found != NULL ? found : look_in(red_hat, major);
}

/* The places that hold whatever they hold. */
static Binaries *
look_in_common_places(int major)
{
    g_autofree char *in_path = directory_from_path();
    Binaries *found = look_in(in_path, major);
    if (found != NULL)
        return found;
    g_autofree char *configured = first_line("pg_config", "--bindir");
    return look_in(configured, major);
}

static const char *
own_variable(int major)
{
    g_autofree char *name = g_strdup_printf("PLEAT_PG_BIN_%d", major);
    return g_getenv(name);
}

static bool
find_major(int major, Binaries **out, GError **error)
{
    const char *own = own_variable(major);
    Binaries *found = look_in(own, major);
    if (own != NULL && found == NULL) {
        fail(error, PLEAT_ERROR_SYSTEM, "PLEAT_PG_BIN_%d=%s holds no PostgreSQL %d server", major, own, major);
        return fail_hint(error, "it is the directory of initdb and postgres, such as /usr/lib/postgresql/%d/bin",
                         major);
    }
    if (found == NULL)
        found = look_in(g_getenv("PLEAT_PG_BIN"), major);
    if (found == NULL)
        found = look_in_own_places(major);
    if (found == NULL)
        found = look_in_common_places(major);
    if (found != NULL) {
        *out = found;
        return true;
    }
    fail(error, PLEAT_ERROR_SYSTEM, "there is no PostgreSQL %d server on this machine for pleat's own databases",
         major);
    return fail_hint(error,
                     "apt install postgresql-%d, or set PLEAT_PG_BIN_%d to the directory of its initdb and postgres",
                     major, major);
}

static bool
find_newest(Binaries **out, GError **error)
{
    Binaries *found = look_in(g_getenv("PLEAT_PG_BIN"), 0);
    for (int major = SERVER_NEWEST; found == NULL && major >= SERVER_OLDEST; major--) {
        found = look_in(own_variable(major), major);
        if (found == NULL)
            found = look_in_own_places(major);
    }
    if (found == NULL)
        found = look_in_common_places(0);
    if (found != NULL) {
        *out = found;
        return true;
    }
    fail(error, PLEAT_ERROR_SYSTEM, "there is no PostgreSQL server on this machine (%d to %d)", SERVER_OLDEST,
         SERVER_NEWEST);
    return fail_hint(error, "apt install postgresql, or set PLEAT_PG_BIN to the directory of its initdb and postgres");
}

bool
binaries_find(int major, Binaries **out, GError **error)
{
    return major == 0 ? find_newest(out, error) : find_major(major, out, error);
}
