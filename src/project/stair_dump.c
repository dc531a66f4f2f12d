#include "project/stair_dump.h"

#include "scratch/binaries.h"
#include <stdio.h>
#include <string.h>

/* "pg_dump (PostgreSQL) 15.4 (Debian ...)" */
static bool
is_new_enough(const char *program, int major)
{
    g_autofree char *output = NULL;
    const char *const argv[] = {program, "--version", NULL};
    int version = 0;
    if (!g_spawn_sync(NULL, (char **)(guintptr)argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output, NULL, NULL,
                      NULL))
        return false;
    return sscanf(output, "pg_dump (PostgreSQL) %d", &version) == 1 && version >= major;
}

char *
stair_dump_program(int major)
{
    g_autoptr(Binaries) binaries = NULL;
    g_autofree char *beside = NULL;
    if (binaries_find(major, &binaries, NULL))
        beside = g_build_filename(binaries->directory, "pg_dump", NULL);
    if (beside != NULL && g_file_test(beside, G_FILE_TEST_IS_EXECUTABLE))
        return g_steal_pointer(&beside);
    g_autofree char *found = g_find_program_in_path("pg_dump");
    return found != NULL && is_new_enough(found, major) ? g_steal_pointer(&found) : NULL;
}

static int
compare_lines(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* \restrict and \unrestrict have a random word; comments say what the statements do. */
static bool
is_said(const char *line)
{
    return line[0] != '\0' && line[0] != '\\' && !g_str_has_prefix(line, "--");
}

static GPtrArray *
sort_lines(const char *output)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
    g_auto(GStrv) all = g_strsplit(output, "\n", -1);
    const char *statement = "";
    for (char **line = all; *line != NULL; line++) {
        if (!is_said(*line))
            continue;
        if (!g_ascii_isspace(**line) && **line != ')')
            statement = *line;
        const size_t length = strlen(*line);
        const int kept = (int)(length - g_str_has_suffix(*line, ","));
        g_ptr_array_add(lines,
                        statement == *line ? g_strdup(*line) : g_strdup_printf("%s ...%.*s", statement, kept, *line));
    }
    g_ptr_array_sort(lines, compare_lines);
    return lines;
}

bool
stair_dump(const char *program, const char *conninfo, const char *own_schema, GPtrArray **out, GError **error)
{
    g_autofree char *output = NULL, *errors = NULL;
    g_autoptr(GError) problem = NULL;
    const char *const argv[] = {program, "--schema-only", "--exclude-schema", own_schema, "--dbname", conninfo, NULL};
    int status;
    if (!g_spawn_sync(NULL, (char **)(guintptr)argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, &errors, &status,
                      &problem))
        return fail(error, PLEAT_ERROR_SYSTEM, "%s", problem->message);
    if (status != 0)
        return fail(error, PLEAT_ERROR_SYSTEM, "pg_dump: %s", g_strstrip(errors));
    *out = sort_lines(output);
    return true;
}

char *
stair_dump_compare(GPtrArray *expected, GPtrArray *found)
{
    g_autoptr(GString) out = g_string_new(NULL);
    guint left = 0, right = 0;
    while (left < expected->len || right < found->len) {
        const int order = left == expected->len ? 1
                          : right == found->len ? -1
                                                : strcmp(expected->pdata[left], found->pdata[right]);
        if (order < 0)
            g_string_append_printf(out, "  - %s\n", (char *)expected->pdata[left]);
        else if (order > 0)
            g_string_append_printf(out, "  + %s\n", (char *)found->pdata[right]);
        left += order <= 0;
        right += order >= 0;
    }
    return out->len > 0 ? g_strdup(out->str) : NULL;
}
