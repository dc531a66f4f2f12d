#include "scratch/measure.h"

#include "exec/statement.h"
#include "scratch/embedded_scratch.h"
#include "scratch/label.h"
#include "sql/format.h"
#include <string.h>

struct Measure {
    PGconn *connection;
    Arena *arena;
    const char *path;      /* search_path of statements that say none */
    bool counts;           /* the server counts scans */
    GHashTable *relations; /* OID as text -> Relation */
    GHashTable *pending;   /* OID as text -> scans that the server may not have reported yet, so that they count on */
    bool unknown;          /* any relation may have some */
};

typedef struct {
    char *name, *file, *table, *root; /* of an index its table's OID, of a partition the name of the topmost table */
    char kind;
} Relation;

static void
relation_free(void *data)
{
    Relation *relation = data;
    g_free(relation->name);
    g_free(relation->file);
    g_free(relation->table);
    g_free(relation->root);
    g_free(relation);
}

bool
measure_new(PGconn *connection, Arena *arena, const char *path, Measure **out, GError **error)
{
    static const char COUNT[] =
        "SET search_path = pg_catalog; "
        "SELECT set_config('track_counts', 'on', false) WHERE current_setting('is_superuser') = 'on'; ";
    g_autofree char *counts = NULL;
    g_autofree char *prepare = g_strconcat("PREPARE pleat_impacts AS ", impacts_sql, NULL);
    if (!connection_run(connection, COUNT, error) || !connection_run(connection, prepare, error) ||
        !connection_value(connection, "SHOW track_counts", &counts, error))
        return false;
    Measure *measure = g_new0(Measure, 1);
    measure->connection = connection;
    measure->arena = arena;
    measure->path = path;
    measure->counts = strcmp(counts, "on") == 0;
    measure->relations = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, relation_free);
    measure->pending = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    *out = measure;
    return true;
}

void
measure_free(Measure *measure)
{
    if (measure == NULL)
        return;
    g_hash_table_unref(measure->relations);
    g_hash_table_unref(measure->pending);
    g_free(measure);
}

static const char *
value_of(const PGresult *result, int row, int column)
{
    return PQgetisnull(result, row, column) ? NULL : PQgetvalue(result, row, column);
}

bool
measure_begin(Measure *measure, GError **error)
{
    g_autoptr(PGresult) result = NULL;
    if (!connection_run(measure->connection, "SET search_path = pg_catalog", error) ||
        !connection_query(measure->connection, relations_sql, 0, NULL, &result, error))
        return false;
    measure->unknown = true; /* what has been done until now was not measured */
    g_hash_table_remove_all(measure->relations);
    for (int row = 0; row < PQntuples(result); row++) {
        Relation *relation = g_new0(Relation, 1);
        relation->kind = PQgetvalue(result, row, 1)[0];
        relation->name = g_strdup(PQgetvalue(result, row, 2));
        relation->file = g_strdup(value_of(result, row, 3));
        relation->table = g_strdup(value_of(result, row, 4));
        relation->root = g_strdup(value_of(result, row, 5));
        g_hash_table_insert(measure->relations, g_strdup(PQgetvalue(result, row, 0)), relation);
    }
    return true;
}

/* What was seen -------------------------------------------------------------------------------------------------- */

static Lock
lock_of_mode(const char *mode)
{
    static const char *const MODES[] = {
        "",          "AccessShareLock",       "RowShareLock",  "RowExclusiveLock",    "ShareUpdateExclusiveLock",
        "ShareLock", "ShareRowExclusiveLock", "ExclusiveLock", "AccessExclusiveLock",
    };
    Lock lock = LOCK_ACCESS_EXCLUSIVE;
    while (lock > LOCK_NONE && strcmp(MODES[lock], mode) != 0)
        lock--;
    return lock;
}

/* How often it had been read before the transaction, as far as the server still counts that. */
static gint64
scans_before(const Measure *measure, const char *oid)
{
    return GPOINTER_TO_INT(g_hash_table_lookup(measure->pending, oid));
}

/* An index that is made anew reads its table. What ALTER SEQUENCE writes anew is one row. */
static unsigned
costs_of(const Measure *measure, const Relation *relation, const PGresult *result, int row)
{
    const char *oid = PQgetvalue(result, row, 0), *file = value_of(result, row, 2);
    const bool is_index = strchr("iI", relation->kind) != NULL;
    if (relation->kind != 'S' && file != NULL && relation->file != NULL && strcmp(file, relation->file) != 0)
        return is_index ? COST_SCAN : COST_REWRITE;
    const gint64 scans = g_ascii_strtoll(PQgetvalue(result, row, 4), NULL, 10);
    return !is_index && measure->counts && scans > scans_before(measure, oid) ? COST_SCAN : 0;
}

/* Partitions are many: they are counted under the name of the topmost table. */
static void
add_impact(Measure *measure, const PGresult *result, int row, GHashTable *partitions, GArray *impacts)
{
    const char *oid = PQgetvalue(result, row, 0);
    const Relation *relation = g_hash_table_lookup(measure->relations, oid), *table = relation;
    if (relation != NULL && relation->table != NULL)
        table = g_hash_table_lookup(measure->relations, oid = relation->table);
    if (table == NULL)
        return; /* it was not there before */
    Impact counted = {.relation = table->root != NULL ? table->root : table->name,
                      .lock = lock_of_mode(PQgetvalue(result, row, 1)),
                      .costs = costs_of(measure, relation, result, row),
                      .is_empty = table->root == NULL && table->kind == 'p'};
    if (table->root != NULL) {
        GHashTable *counted_ones = g_hash_table_lookup(partitions, table->root);
        if (counted_ones == NULL) {
            counted_ones = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
            g_hash_table_insert(partitions, table->root, counted_ones);
        }
        g_hash_table_add(counted_ones, g_strdup(oid));
        counted.partitions = (int)g_hash_table_size(counted_ones);
    }
    impacts_join(impacts, &counted);
}

/* Reading is part of writing anew; and that nobody may drop it meanwhile is of no interest. */
static void
tidy(const Measure *measure, GArray *impacts)
{
    for (guint i = impacts->len; i-- > 0;) {
        Impact *impact = &g_array_index(impacts, Impact, i);
        if (impact->costs & COST_REWRITE)
            impact->costs = COST_REWRITE;
        impact->relation = arena_strdup(measure->arena, impact->relation);
        if (impact->lock <= LOCK_ACCESS_SHARE && impact->costs == 0)
            g_array_remove_index(impacts, i);
    }
    impacts_sort(impacts);
}

/* For the next step: names and files as they are now, and scans that may count on. */
static void
remember(Measure *measure, const PGresult *result)
{
    for (int row = 0; row < PQntuples(result); row++) {
        const char *oid = PQgetvalue(result, row, 0), *file = value_of(result, row, 2),
                   *name = PQgetvalue(result, row, 3);
        Relation *relation = g_hash_table_lookup(measure->relations, oid);
        if (relation != NULL && file != NULL && g_strcmp0(relation->file, file) != 0) {
            g_free(relation->file);
            relation->file = g_strdup(file);
        }
        if (relation != NULL && strcmp(relation->name, name) != 0 && strcmp(name, oid) != 0) {
            g_free(relation->name);
            relation->name = g_strdup(name);
        }
        const gint64 scans = g_ascii_strtoll(PQgetvalue(result, row, 4), NULL, 10);
        if (scans > 0)
            g_hash_table_insert(measure->pending, g_strdup(oid), GINT_TO_POINTER((int)scans));
    }
}

static void
mark_empty(GArray *impacts, GHashTable *partitions)
{
    for (guint i = 0; i < impacts->len; i++) {
        Impact *impact = &g_array_index(impacts, Impact, i);
        impact->is_empty = impact->is_empty && !g_hash_table_contains(partitions, impact->relation);
    }
}

static GArray *
read_impacts(Measure *measure, const PGresult *result)
{
    g_autoptr(GHashTable) partitions =
        g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_hash_table_unref);
    GArray *impacts = impacts_new();
    for (int row = 0; row < PQntuples(result); row++)
        add_impact(measure, result, row, partitions, impacts);
    mark_empty(impacts, partitions);
    tidy(measure, impacts);
    remember(measure, result);
    return impacts;
}

/* Running -------------------------------------------------------------------------------------------------------- */

/* One message, and for each of its statements whose it is; NULL: it is the measure's own. */
typedef struct {
    GString *text;
    GPtrArray *owners; /* of ActionSql */
} Message;

static void
message_add(Message *message, const char *text, const ActionSql *owner)
{
    g_string_append_printf(message->text, "%s\n;", text); /* the text may end in a comment */
    g_ptr_array_add(message->owners, (gpointer)(guintptr)owner);
}

static void
add_path(Message *message, const char *path)
{
    g_autofree char *set = g_strconcat("SET LOCAL search_path = ", path, NULL);
    message_add(message, set, NULL);
}

/* What the author's text means, and then as scripts go on behind it. */
static void
add_search_path(Message *message, const char *schema)
{
    g_autoptr(GString) path = g_string_new(NULL);
    if (schema != NULL)
        sql_append(path, "%I, ", schema);
    g_string_append(path, "pg_catalog");
    add_path(message, path->str);
}

/* The scans that relations have from before: the server forgets them when it likes, but not within a transaction. */
static bool
add_question_before(Measure *measure, Message *message)
{
    GHashTable *asked = measure->unknown ? measure->relations : measure->pending;
    if (!measure->counts || g_hash_table_size(asked) == 0)
        return false;
    g_autofree const char **oids = (const char **)g_hash_table_get_keys_as_array(asked, NULL);
    g_autofree char *list = g_strjoinv(",", (char **)(guintptr)oids);
    g_autofree char *question = g_strdup_printf("SELECT o, pg_catalog.pg_stat_get_xact_numscans(o) "
                                                "FROM pg_catalog.unnest('{%s}'::pg_catalog.oid[]) o",
                                                list);
    message_add(message, question, NULL);
    return true;
}

static void
read_scans_before(Measure *measure, const PGresult *result)
{
    g_hash_table_remove_all(measure->pending);
    measure->unknown = false;
    for (int row = 0; row < PQntuples(result); row++) {
        const gint64 scans = g_ascii_strtoll(PQgetvalue(result, row, 1), NULL, 10);
        if (scans > 0)
            g_hash_table_insert(measure->pending, g_strdup(PQgetvalue(result, row, 0)), GINT_TO_POINTER((int)scans));
    }
}

static bool
send(Measure *measure, const Message *message, GPtrArray *results, GError **error)
{
    if (statement_run_all(measure->connection, message->text->str, results, error))
        return true;
    const ActionSql *failed =
        results->len < message->owners->len ? g_ptr_array_index(message->owners, results->len) : NULL;
    return fail_within(error, "the plan fails on scratch: %s", failed == NULL ? "COMMIT" : failed->sql);
}

static bool
run_transaction(Measure *measure, const ActionSql *statements, guint n, GArray **impacts, GError **error)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GPtrArray) owners = g_ptr_array_new(), results = g_ptr_array_new_with_free_func((GDestroyNotify)PQclear);
    Message message = {text, owners};
    const bool measures = g_hash_table_size(measure->relations) > 0;
    message_add(&message, "BEGIN", NULL);
    const bool asks = measures && add_question_before(measure, &message);
    const char *search_path = NULL;
    for (guint i = 0; i < n; i++) {
        g_autofree char *statement = scratch_statement(statements[i].sql);
        if (i == 0 && statements[i].search_path == NULL)
            add_path(&message, measure->path);
        else if (g_strcmp0(search_path, statements[i].search_path) != 0)
            add_search_path(&message, search_path = statements[i].search_path);
        message_add(&message, statement, &statements[i]);
    }
    if (measures) {
        add_search_path(&message, NULL);
        message_add(&message, "EXECUTE pleat_impacts", NULL);
    }
    message_add(&message, "COMMIT", NULL);
    if (!send(measure, &message, results, error))
        return false;
    if (asks)
        read_scans_before(measure, results->pdata[1]);
    *impacts = measures ? read_impacts(measure, results->pdata[results->len - 2]) : NULL;
    return true;
}

/* CONCURRENTLY: it holds no lock that keeps readers or writers out (manual, "Building Indexes Concurrently"). */
static GArray *
known_impacts(const Measure *measure, const char *sql, const char *subject)
{
    GHashTableIter iterator;
    gpointer relation;
    g_hash_table_iter_init(&iterator, measure->relations);
    while (g_hash_table_iter_next(&iterator, NULL, &relation)) {
        if (strcmp(((const Relation *)relation)->name, subject) != 0)
            continue;
        const Impact impact = {.relation = arena_strdup(measure->arena, subject),
                               .lock = LOCK_SHARE_UPDATE_EXCLUSIVE,
                               .costs = g_str_has_prefix(sql, "CREATE") ? COST_SCAN : 0,
                               .is_known = true};
        GArray *impacts = impacts_new();
        g_array_append_val(impacts, impact);
        return impacts;
    }
    return NULL;
}

static bool
run_alone(Measure *measure, const ActionSql *sql, const char *subject, GArray **impacts, GError **error)
{
    g_autoptr(GString) set = g_string_new("SET search_path = ");
    if (sql->search_path != NULL)
        sql_append(set, "%I, pg_catalog", sql->search_path);
    else
        g_string_append(set, measure->path);
    if (!statement_run(measure->connection, set->str, NULL, error) ||
        !statement_run(measure->connection, sql->sql, NULL, error))
        return fail_within(error, "the plan fails on scratch: %s", sql->sql);
    measure->unknown = true;
    *impacts = known_impacts(measure, sql->sql, subject);
    return true;
}

/* Batches read a part each, by the key. */
static void
forget_scans(GArray *impacts)
{
    for (guint i = 0; i < impacts->len; i++)
        g_array_index(impacts, Impact, i).costs &= ~(unsigned)COST_SCAN;
}

bool
measure_run(Measure *measure, const ActionSql *statements, guint n, const char *subject, GArray **impacts,
            GError **error)
{
    g_autoptr(GArray) found = NULL;
    if (n == 1 && (statements[0].flags & SQL_ALONE) ? !run_alone(measure, statements, subject, &found, error)
                                                    : !run_transaction(measure, statements, n, &found, error))
        return false;
    const char *directive = n == 1 ? statements[0].directive : NULL;
    if (found != NULL && directive != NULL && g_str_has_prefix(directive, "backfill "))
        forget_scans(found);
    *impacts = found != NULL && found->len > 0 ? g_steal_pointer(&found) : NULL;
    return true;
}
