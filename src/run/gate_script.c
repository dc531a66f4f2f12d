/* gate_script.c - gates in a script that runs without pleat */
#include "run/gate_private.h"

#include "run/tenant.h"
#include "sql/format.h"

/* Refuses or warns where the condition holds. */
static void
append_check(GString *out, GateLevel level, Gate gate, const char *condition, const char *text)
{
    g_autofree char *quote = sql_dollar_quote(condition);
    g_autofree char *message = g_strdup_printf("gate %s: %s", gate_names[gate], text);
    sql_append(out, "DO %s BEGIN IF %s\nTHEN RAISE %s USING MESSAGE = %L; END IF; END %s;\n", quote, condition,
               level == GATE_ERROR ? "EXCEPTION" : "WARNING", message, quote);
}

static void
append_soak(GString *out, const Revision *expand, const RunOptions *options)
{
    const GateSettings *gates = options->gates;
    if (gates->levels[GATE_SOAK] == GATE_OFF || gates->soak_ms == 0)
        return;
    g_autoptr(Arena) arena = arena_new();
    g_autofree char *prefix = journal_prefix(run_tables(options));
    g_autofree char *seconds = g_strdup_printf("%" G_GINT64_FORMAT, gates->soak_ms / 1000);
    const char *condition =
        sql_printf(arena, "EXISTS (SELECT FROM %sversion WHERE id = %L AND applied_at > now() - interval '%s seconds')",
                   prefix, expand->id, seconds);
    g_autofree char *text = g_strdup_printf("revision %s was applied less than %s s ago", expand->id, seconds);
    append_check(out, gates->levels[GATE_SOAK], GATE_SOAK, condition, text);
}

static bool
append_backfill(GString *out, const Revision *expand, const RunOptions *options, GError **error)
{
    const GateLevel level = options->gates->levels[GATE_BACKFILL];
    g_autoptr(Arena) arena = arena_new();
    Step *const *steps;
    if (level == GATE_OFF)
        return true;
    if (!tenant_steps(arena, expand, false, options, &steps, error))
        return false;
    for (; *steps != NULL; steps++) {
        const char *sql = gate_question(arena, *steps);
        if (sql == NULL)
            continue;
        const char *condition = arena_printf(arena, "(%s\n) IS NOT TRUE", sql);
        g_autofree char *text = g_strdup_printf("%s is not as revision %s has left it", (*steps)->subject, expand->id);
        append_check(out, level, GATE_BACKFILL, condition, text);
    }
    return true;
}

/* Of what only a connection can answer. */
static void
append_unasked(GString *out, const GateSettings *gates)
{
    static const Gate UNASKED[] = {GATE_CONSTRAINTS, GATE_INDEXES, GATE_DEPENDANTS, GATE_STATEMENTS, GATE_ROUTINES};
    g_autoptr(GString) names = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(UNASKED); i++)
        if (gates->levels[UNASKED[i]] != GATE_OFF)
            g_string_append_printf(names, "%s%s", names->len == 0 ? "" : ", ", gate_names[UNASKED[i]]);
    if (names->len > 0)
        g_string_append_printf(out, "-- gates that a script does not ask: %s\n", names->str);
}

bool
gates_append_script(GString *out, const Revision *revision, const GPtrArray *together, const RunOptions *options,
                    GError **error)
{
    if (options->gates == NULL || options->all == NULL || revision->phase != PHASE_CONTRACT)
        return true;
    append_unasked(out, options->gates);
    for (guint i = 0; i < options->all->len; i++) {
        Revision *expand = options->all->pdata[i];
        if (expand->phase != PHASE_EXPAND || !g_strv_contains(revision->depends_on, expand->id))
            continue;
        if (!revision_load(expand, error))
            return false;
        if (!g_ptr_array_find((GPtrArray *)(guintptr)together, expand, NULL))
            append_soak(out, expand, options);
        if (!append_backfill(out, expand, options, error))
            return false;
    }
    return true;
}
