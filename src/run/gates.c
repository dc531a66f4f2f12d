#include "run/gate_private.h"

#include "run/tenant.h"
#include "sql/format.h"
#include "sql/words.h"
#include <string.h>

bool
gate_is_on(const Gating *gating, Gate gate)
{
    return gating->settings->levels[gate] != GATE_OFF;
}

void
gate_find(Gating *gating, Gate gate, bool sure, const char *format, ...)
{
    const bool refuses = sure && gating->settings->levels[gate] == GATE_ERROR;
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    gating->refused += refuses;
    g_string_append_printf(refuses ? gating->refusals : gating->warnings, "\n  %s: %s", gate_names[gate], text);
}

const char *
gate_array(Arena *arena, const GPtrArray *texts)
{
    g_autoptr(GString) array = g_string_new(NULL);
    for (guint i = 0; i < texts->len; i++)
        sql_append_element(array, texts->pdata[i]);
    sql_end_array(array);
    return arena_strdup(arena, array->str);
}

bool
gate_steps(const Gating *gating, const Revision *revision, Step *const **out, GError **error)
{
    return tenant_steps(gating->arena, revision, false, gating->runner->options, out, error);
}

/* What there is to ask about ----------------------------------------------------------------------------------------*/

static bool
find_expands(Gating *gating, GPtrArray *all, GError **error)
{
    for (guint i = 0; i < all->len; i++) {
        Revision *revision = all->pdata[i];
        if (revision->phase != PHASE_EXPAND || !g_strv_contains(gating->revision->depends_on, revision->id))
            continue;
        if (!revision_load(revision, error))
            return false;
        g_ptr_array_add(gating->expands, revision);
    }
    return true;
}

static void
add_mentioned(GHashTable *mentioned, const char *sql)
{
    g_autoptr(GHashTable) names = words_names(sql);
    GHashTableIter iterator;
    gpointer name;
    g_hash_table_iter_init(&iterator, names);
    while (g_hash_table_iter_next(&iterator, &name, NULL))
        g_hash_table_add(mentioned, g_strdup(name));
}

static bool
find_mentioned(Gating *gating, GError **error)
{
    Step *const *steps;
    if (!gate_steps(gating, gating->revision, &steps, error))
        return false;
    for (; *steps != NULL; steps++)
        for (char **sql = (*steps)->statements; *sql != NULL; sql++)
            add_mentioned(gating->mentioned, *sql);
    return true;
}

/* Asking ------------------------------------------------------------------------------------------------------------*/

typedef bool Ask(Gating *gating, GError **error);

static bool
ask_all(Gating *gating, GError **error)
{
    static Ask *const ASKS[] = {gate_soak,       gate_deprecated, gate_quarantined, gate_valid,
                                gate_dependants, gate_statements, gate_routines,    gate_backfill};
    for (size_t i = 0; i < G_N_ELEMENTS(ASKS); i++)
        if (!ASKS[i](gating, error))
            return fail_within(error, "revision %s, gates", gating->revision->id);
    return true;
}

static bool
override(Gating *gating, GError **error)
{
    const char *reason = gating->runner->options->override;
    g_autofree char *line = g_strdup_printf("went on although gates refuse (%s):%s", reason, gating->refusals->str);
    runner_tell(gating->runner, RUN_GATE, 0, line);
    return runner_note_choice(gating->runner, gating->revision, "gates", line, error);
}

static bool
conclude(Gating *gating, GError **error)
{
    if (gating->warnings->len > 0) {
        g_autofree char *line = g_strconcat("warning of gates:", gating->warnings->str, NULL);
        runner_tell(gating->runner, RUN_GATE, 0, line);
    }
    if (gating->refused == 0)
        return true;
    if (gating->runner->options->override != NULL)
        return override(gating, error);
    fail(error, PLEAT_ERROR_STATE, "revision %s is not run, for its gates refuse:%s", gating->revision->id,
         gating->refusals->str);
    return fail_hint(error, "see to it and run the same command again; upgrade --override REASON goes on all the same, "
                            "which the journal keeps");
}

static void
gating_clear(Gating *gating)
{
    g_ptr_array_unref(gating->expands);
    g_clear_pointer(&gating->drops, g_array_unref);
    g_hash_table_unref(gating->shared);
    g_hash_table_unref(gating->mentioned);
    g_string_free(gating->refusals, TRUE);
    g_string_free(gating->warnings, TRUE);
    arena_free(gating->arena);
}

bool
gates_check(Runner *runner, GPtrArray *all, const Revision *revision, GError **error)
{
    const bool resumes = g_strcmp0(runner->journal->revision, revision->id) == 0;
    if (runner->options->gates == NULL || revision->phase != PHASE_CONTRACT || resumes)
        return true;
    Gating gating = {.runner = runner,
                     .revision = revision,
                     .settings = runner->options->gates,
                     .all = all,
                     .expands = g_ptr_array_new(),
                     .shared = g_hash_table_new(NULL, NULL),
                     .mentioned = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                     .arena = arena_new(),
                     .refusals = g_string_new(NULL),
                     .warnings = g_string_new(NULL)};
    gating.drops = drops_read(revision, gating.arena);
    const bool ok = runner_reset(runner, error) &&
                    connection_run(runner->connection, "SET search_path = pg_catalog", error) &&
                    find_expands(&gating, all, error) && find_mentioned(&gating, error) &&
                    gate_find_shared(&gating, error) && ask_all(&gating, error) && conclude(&gating, error);
    gating_clear(&gating);
    runner->clean = false;
    return ok;
}
