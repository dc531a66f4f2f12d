#include "run/gate_private.h"

#include "run/embedded.h"
#include "sql/format.h"
#include "sql/words.h"
#include <string.h>

/* Constraints and indexes -------------------------------------------------------------------------------------------*/

typedef struct {
    GPtrArray *relations, *names;
    Arena *arena;
} Made;

static void
add_made(Made *made, const char *relation, Token name)
{
    g_autofree char *plain = token_name(name);
    if (relation == NULL || plain == NULL)
        return;
    g_ptr_array_add(made->relations, arena_strdup(made->arena, relation));
    g_ptr_array_add(made->names, arena_strdup(made->arena, plain));
}

/* ALTER TABLE [IF EXISTS] [ONLY] t VALIDATE CONSTRAINT c */
static void
read_validation(Made *made, const char *sql)
{
    const char *cursor = sql;
    if (!words_skip(&cursor, "alter table"))
        return;
    words_skip(&cursor, "if exists");
    words_skip(&cursor, "only");
    g_autofree char *table = words_name(&cursor);
    if (words_skip(&cursor, "validate constraint"))
        add_made(made, table, lex_next_solid(&cursor));
}

/* CREATE [UNIQUE] INDEX [CONCURRENTLY] [IF NOT EXISTS] i ON [ONLY] t: what stands ONLY on a partitioned table waits for
 * indexes of its partitions, and is not valid before. */
static void
read_index(Made *made, const char *sql)
{
    const char *cursor = sql;
    if (!words_skip(&cursor, "create"))
        return;
    words_skip(&cursor, "unique");
    if (!words_skip(&cursor, "index"))
        return;
    words_skip(&cursor, "concurrently");
    words_skip(&cursor, "if not exists");
    const Token name = lex_next_solid(&cursor);
    if (!words_skip(&cursor, "on") || words_skip(&cursor, "only"))
        return;
    g_autofree char *table = words_name(&cursor);
    add_made(made, table, name);
}

static bool
find_made(Gating *gating, Made *made, GError **error)
{
    for (guint i = 0; i < gating->expands->len; i++) {
        Step *const *steps;
        if (!gate_steps(gating, gating->expands->pdata[i], &steps, error))
            return false;
        for (; *steps != NULL; steps++)
            for (char **sql = (*steps)->statements; *sql != NULL && (*steps)->kind != STEP_COMMAND; sql++) {
                read_validation(made, *sql);
                read_index(made, *sql);
            }
    }
    return true;
}

bool
gate_valid(Gating *gating, GError **error)
{
    g_autoptr(GPtrArray) relations = g_ptr_array_new(), names = g_ptr_array_new();
    g_autoptr(PGresult) result = NULL;
    Made made = {relations, names, gating->arena};
    if (!find_made(gating, &made, error))
        return false;
    const char *const parameters[] = {gate_array(gating->arena, relations), gate_array(gating->arena, names)};
    if (names->len == 0)
        return true;
    if (!connection_query(gating->runner->connection, invalid_sql, 2, parameters, &result, error))
        return false;
    for (int row = 0; row < PQntuples(result); row++) {
        const bool is_index = strcmp(PQgetvalue(result, row, 0), "index") == 0;
        const Gate gate = is_index ? GATE_INDEXES : GATE_CONSTRAINTS;
        if (gate_is_on(gating, gate))
            gate_find(gating, gate, true, "%s is not valid: %s it", PQgetvalue(result, row, 1),
                      is_index ? "REINDEX INDEX CONCURRENTLY rebuilds" : "ALTER TABLE ... VALIDATE CONSTRAINT checks");
    }
    return true;
}

/* Time --------------------------------------------------------------------------------------------------------------*/

/* "2 d 3 h", "5 min": g_free. */
static char *
spell_seconds(double seconds)
{
    const gint64 minutes = (gint64)(seconds / 60), hours = minutes / 60, days = hours / 24;
    if (days > 0)
        return g_strdup_printf("%" G_GINT64_FORMAT " d %" G_GINT64_FORMAT " h", days, hours % 24);
    if (hours > 0)
        return g_strdup_printf("%" G_GINT64_FORMAT " h %" G_GINT64_FORMAT " min", hours, minutes % 60);
    return minutes > 0 ? g_strdup_printf("%" G_GINT64_FORMAT " min", minutes) : g_strdup_printf("%.0f s", seconds);
}

/* Seconds since the revision was applied; 0: it is not. */
static bool
age_of(Gating *gating, const Revision *revision, double *seconds, GError **error)
{
    g_autofree char *prefix = journal_prefix(run_tables(gating->runner->options)), *age = NULL;
    const char *sql = sql_printf(
        gating->arena, "SELECT extract(epoch FROM clock_timestamp() - applied_at) FROM %sversion WHERE id = %L", prefix,
        revision->id);
    if (!connection_value(gating->runner->connection, sql, &age, error))
        return false;
    *seconds = age == NULL ? 0 : g_ascii_strtod(age, NULL);
    return true;
}

static bool
ask_age(Gating *gating, const Revision *expand, GError **error)
{
    const double soak = (double)gating->settings->soak_ms / 1000;
    double seconds;
    if (!age_of(gating, expand, &seconds, error))
        return false;
    if (seconds >= soak)
        return true;
    g_autofree char *is = spell_seconds(seconds), *least = spell_seconds(soak), *left = spell_seconds(soak - seconds);
    gate_find(gating, GATE_SOAK, true, "revision %s was applied %s ago, and is to be there for %s: wait for another %s",
              expand->id, is, least, left);
    return true;
}

/* Who lets one run cross both phases has no old application. */
bool
gate_soak(Gating *gating, GError **error)
{
    const bool asks =
        gate_is_on(gating, GATE_SOAK) && gating->settings->soak_ms > 0 && !gating->runner->options->both_phases;
    for (guint i = 0; asks && i < gating->expands->len; i++)
        if (!ask_age(gating, gating->expands->pdata[i], error))
            return false;
    return true;
}

bool
gate_deprecated(Gating *gating, GError **error)
{
    const int least = (int)(gating->settings->deprecated_ms / MS_A_DAY);
    (void)error;
    for (guint i = 0; least > 0 && gate_is_on(gating, GATE_DEPRECATED) && i < gating->drops->len; i++) {
        const Drop *drop = &g_array_index(gating->drops, Drop, i);
        const int days = drop_deprecated_days(drop);
        if (drop_ends_quarantine(drop)) /* it was asked for when it went there */
            continue;
        if (days < 0)
            gate_find(gating, GATE_DEPRECATED, true, "%s %s goes without having been declared deprecated",
                      drop->kind->title, drop->address);
        else if (days < least)
            gate_find(gating, GATE_DEPRECATED, true, "%s %s has been declared deprecated for %d of %d days",
                      drop->kind->title, drop->address, days, least);
    }
    return true;
}

/* What stands in quarantine ("table pleat_quarantine.t") -> the seconds (double) since it was put there by the revision
 * of those that do which ran last. */
static bool
read_quarantine(Gating *gating, GHashTable *since, GError **error)
{
    for (guint i = 0; i < gating->all->len; i++) {
        const Revision *revision = gating->all->pdata[i];
        g_autoptr(GArray) drops = drops_read(revision, gating->arena);
        for (guint k = 0; k < drops->len; k++) {
            const Drop *drop = &g_array_index(drops, Drop, k);
            double age = 0;
            if (drop->kept_as == NULL)
                continue;
            if (!age_of(gating, revision, &age, error))
                return false;
            char *key = g_strdup_printf("%s %s", drop->kind->name, drop->kept_as);
            const double *there = g_hash_table_lookup(since, key);
            if (age > 0 && (there == NULL || age < *there))
                g_hash_table_replace(since, key, g_memdup2(&age, sizeof age));
            else
                g_free(key);
        }
    }
    return true;
}

static void
ask_quarantine(Gating *gating, const Drop *drop, GHashTable *since)
{
    const double least = (double)gating->settings->quarantined_ms / 1000;
    g_autofree char *key = g_strdup_printf("%s %s", drop->kind->name, drop->address);
    const double *seconds = g_hash_table_lookup(since, key);
    if (seconds == NULL) {
        gate_find(gating, GATE_QUARANTINED, true, "%s %s goes without having been in quarantine", drop->kind->title,
                  drop->address);
    } else if (*seconds < least) {
        g_autofree char *is = spell_seconds(*seconds), *all = spell_seconds(least);
        g_autofree char *left = spell_seconds(least - *seconds);
        gate_find(gating, GATE_QUARANTINED, true, "%s %s has been in quarantine for %s of %s: wait for another %s",
                  drop->kind->title, drop->address, is, all, left);
    }
}

bool
gate_quarantined(Gating *gating, GError **error)
{
    const bool asks = gate_is_on(gating, GATE_QUARANTINED) && gating->settings->quarantined_ms > 0 &&
                      !gating->runner->options->both_phases;
    g_autoptr(GHashTable) since = NULL;
    for (guint i = 0; asks && i < gating->drops->len; i++) {
        const Drop *drop = &g_array_index(gating->drops, Drop, i);
        if (!drop_asks_for_quarantine(drop))
            continue;
        if (since == NULL) {
            since = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
            if (!read_quarantine(gating, since, error))
                return false;
        }
        ask_quarantine(gating, drop, since);
    }
    return true;
}
