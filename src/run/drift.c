#include "run/drift.h"

#include "catalog/fingerprint.h"
#include "revision/expects.h"
#include <string.h>

/* "public.t (columns, indexes)": g_free. NULL: it is as it was. */
static char *
describe(const char *name, const char *expected, const char *found)
{
    if (found == NULL)
        return *expected == '\0' ? NULL : g_strdup_printf("%s (it is gone)", name);
    if (*expected == '\0')
        return g_strdup_printf("%s (it is there already)", name);
    g_autofree char *parts = strcmp(expected, found) == 0 ? NULL : fingerprint_compare(expected, found);
    return parts == NULL ? NULL : g_strdup_printf("%s (%s)", name, parts);
}

static int
compare_names(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* What has drifted, in words; NULL: nothing. */
static bool
find_drift(Runner *runner, const Expects *expects, GPtrArray *names, char **out, GError **error)
{
    g_autoptr(GHashTable) states = NULL;
    g_ptr_array_sort(names, compare_names);
    g_ptr_array_add(names, NULL);
    if (!fingerprint_read(runner->connection, (const char *const *)names->pdata, &states, error))
        return false;
    GString *text = g_string_new(NULL);
    for (guint i = 0; names->pdata[i] != NULL; i++) {
        const char *name = names->pdata[i];
        g_autofree char *words =
            describe(name, g_hash_table_lookup(expects->objects, name), g_hash_table_lookup(states, name));
        if (words != NULL)
            g_string_append_printf(text, "%s%s", text->len == 0 ? "" : ", ", words);
    }
    *out = g_string_free(text, text->len == 0);
    return true;
}

static bool
go_on(Runner *runner, const Revision *revision, const char *drift, GError **error)
{
    g_autofree char *line = g_strdup_printf("went on although this has drifted: %s", drift);
    runner_tell(runner, RUN_GOES_ON, 0, line);
    return runner_note_choice(runner, revision, "expects", line, error);
}

bool
drift_check(Runner *runner, GPtrArray *all, const Revision *revision, GError **error)
{
    const RunOptions *options = runner->options;
    const bool resumes = g_strcmp0(runner->journal->revision, revision->id) == 0;
    if (!options->check_expects || *revision->expects == NULL || resumes)
        return true;
    g_auto(Expects) expects = {0};
    expects_read(revision, connection_major(runner->connection), &expects);
    g_autoptr(GPtrArray) names = expects_comparable(revision, &expects, all, runner->versions);
    g_autofree char *drift = NULL;
    if (names == NULL || names->len == 0)
        return true;
    if (!find_drift(runner, &expects, names, &drift, error))
        return false;
    if (drift == NULL)
        return true;
    if (options->allow_drift)
        return go_on(runner, revision, drift, error);
    fail(error, PLEAT_ERROR_STATE, "revision %s was made for other objects than are here; these have drifted: %s",
         revision->id, drift);
    return fail_hint(error, "pleat check tells what differs; mend it, or say --allow-drift, which the journal keeps");
}
