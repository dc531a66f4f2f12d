#include "fake/fill.h"

#include "base/quit.h"
#include "fake/agreeing.h"
#include "fake/candidates.h"
#include "fake/circle.h"
#include "fake/copy.h"
#include "fake/deferred.h"
#include "fake/fill_order.h"
#include "fake/fill_private.h"
#include "fake/maker.h"
#include "fake/prepare.h"
#include "fake/script.h"
#include "sql/format.h"
#include <string.h>

enum { MOST_PARENTS = 100000 };

static void
result_free(gpointer data)
{
    FillResult *result = data;
    g_free(result->reason);
    g_free(result);
}

static void
free_pool(gpointer pool)
{
    pool_free(pool);
}

static bool
count_rows(PGconn *connection, const FakeTable *table, gint64 *count, GError **error)
{
    g_autoptr(GString) sql = g_string_new(NULL);
    g_autofree char *value = NULL;
    sql_append(sql, "SELECT pg_catalog.count(*) FROM %s%s", table->relkind == 'p' ? "" : "ONLY ", table->sql);
    if (!connection_value(connection, sql->str, &value, error))
        return false;
    *count = g_ascii_strtoll(value, NULL, 10);
    return true;
}

typedef struct {
    GPtrArray *keys, *implied; /* of Pool: what foreign keys and what columns can refer to */
} Pools;

static void
pools_clear(Pools *pools)
{
    g_ptr_array_unref(pools->keys);
    g_ptr_array_unref(pools->implied);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Pools, pools_clear)

static Pools
pools_new(void)
{
    return (Pools){g_ptr_array_new_with_free_func(free_pool), g_ptr_array_new_with_free_func(free_pool)};
}

/* NULL for foreign keys that are set later, and for those within an empty table. */
static bool
read_pools(PGconn *connection, const FakeTable *table, gint64 existing, Pools *pools, GError **error)
{
    const gint64 most = MAX(MOST_PARENTS, table->wanted);
    for (size_t i = 0; i < table->n_foreign_keys; i++) {
        const FakeForeignKey *key = &table->foreign_keys[i];
        Pool *pool = NULL;
        if (!key->later && (key->referenced != table || existing > 0) &&
            !pool_read(connection, key, most, &pool, error))
            return false;
        g_ptr_array_add(pools->keys, pool);
    }
    for (size_t i = 0; i < table->n_columns; i++) {
        Pool *pool = NULL;
        if (table->columns[i].implied != NULL && !pool_read(connection, table->columns[i].implied, most, &pool, error))
            return false;
        g_ptr_array_add(pools->implied, pool);
    }
    return true;
}

static RowMaker *
maker_of(const FakeTable *table, guint64 seed, Pools *pools, gint64 existing)
{
    return row_maker_new(table, seed, (Pool **)pools->keys->pdata, (Pool **)pools->implied->pdata, existing);
}

/* By COPY, as they are made. *end: what ended it before enough were made. */
static bool
write_rows(PGconn *connection, const FakeTable *table, const char *into, RowMaker *maker, RowResult *end,
           FillResult *result, GError **error)
{
    const gint64 wanted = table->wanted - result->before;
    CopyWriter *writer = NULL;
    const char *reason = NULL;
    gint64 rows = 0, made = 0;
    bool ok = true;
    if (!copy_begin(connection, table, into, &writer, error))
        return false;
    for (*end = ROW_MADE; made < wanted && ok; made++) {
        *end = row_make(maker, &reason);
        if (*end != ROW_MADE)
            break;
        ok = copy_row(writer, maker, error);
    }
    if (!copy_end(writer, &rows, ok ? error : NULL) || !ok)
        return false;
    result->made = rows;
    if (*end != ROW_MADE)
        result->reason = g_strdup(reason);
    else if (rows < made)
        result->reason = g_strdup_printf("triggers kept %" G_GINT64_FORMAT " rows from it", made - rows);
    if (*end != ROW_MADE)
        result->state = *end == ROW_EXHAUSTED ? FILL_FULL : rows + result->before > 0 ? FILL_SHORT : FILL_FAILED;
    return true;
}

/* Rows that the server chose refer to none of their own table yet. */
static bool
refer_to_itself(PGconn *connection, const FakeTable *table, GError **error)
{
    for (size_t i = 0; i < table->n_foreign_keys; i++) {
        const FakeForeignKey *key = &table->foreign_keys[i];
        g_autofree char *update = key->referenced == table ? circle_update(table, key, table->sql, table->sql) : NULL;
        if (update != NULL && !connection_run(connection, update, error))
            return false;
    }
    return true;
}

static bool
choose_rows(PGconn *connection, const FakeTable *table, RowMaker *maker, bool in_pieces, FillResult *result,
            GError **error)
{
    Found found = {0};
    if (!candidates_fill(connection, table, maker, table->wanted - result->before, in_pieces, &found, error))
        return false;
    g_free(result->reason);
    result->made = found.rows;
    result->reason = found.problem;
    if (result->reason != NULL)
        result->state = found.full ? FILL_FULL : result->made + result->before > 0 ? FILL_SHORT : FILL_FAILED;
    return refer_to_itself(connection, table, error);
}

/* By COPY, as they are made; what PostgreSQL has chosen, by COPY; what it has chosen, piece by piece. */
typedef enum { BY_COPY, BY_CHOICE, IN_PIECES } Way;

/* Once. *again: the server has to choose. */
static bool
fill_once(PGconn *connection, const FakeTable *table, guint64 seed, Way way, FillResult *result, bool *again,
          GError **error)
{
    g_auto(Pools) pools = pools_new();
    if (!read_pools(connection, table, result->before, &pools, error))
        return false;
    g_autoptr(RowMaker) maker = maker_of(table, seed, &pools, result->before);
    RowResult end = ROW_MADE;
    *again = false;
    if (result->before > 0 && !row_maker_read_existing(maker, connection, error))
        return false;
    if (way != BY_COPY) {
        row_maker_trust_server(maker);
        return choose_rows(connection, table, maker, way == IN_PIECES, result, error);
    }
    if (!write_rows(connection, table, table->sql, maker, &end, result, error))
        return false;
    *again = end == ROW_NEEDS_SERVER;
    return true;
}

bool
fill_into(PGconn *connection, const FakeTable *table, const char *into, guint64 seed, FillResult *result,
          GError **error)
{
    g_auto(Pools) pools = pools_new();
    if (!count_rows(connection, table, &result->before, error) ||
        !read_pools(connection, table, result->before, &pools, error))
        return false;
    g_autoptr(RowMaker) maker = maker_of(table, seed, &pools, result->before);
    RowResult end;
    return (result->before == 0 || row_maker_read_existing(maker, connection, error)) &&
           write_rows(connection, table, into, maker, &end, result, error);
}

/* What is wrong with rows, and others may do better: a check, a key, a value. */
static bool
is_about_rows(void)
{
    const char *sqlstate = connection_sqlstate();
    return (g_str_has_prefix(sqlstate, "23") && strcmp(sqlstate, "23503") != 0) || g_str_has_prefix(sqlstate, "22");
}

bool
fill_back(PGconn *connection, GError **error)
{
    return connection_run(connection, "ROLLBACK TO SAVEPOINT pleat_fake", error);
}

bool
fill_is_fatal(PGconn *connection, const GError *problem)
{
    return PQstatus(connection) != CONNECTION_OK || g_error_matches(problem, PLEAT_ERROR, PLEAT_ERROR_INTERRUPTED);
}

typedef struct {
    bool retry; /* the table is as it was, and its rows were refused */
    bool by_choice;
} Attempt;

/* False only when all is lost; what a table alone cannot have is in its result. */
static bool
attempt(PGconn *connection, const FakeTable *table, guint64 seed, Way way, FillResult *result, Attempt *out,
        GError **error)
{
    g_autoptr(GError) problem = NULL;
    bool again = false;
    g_clear_pointer(&result->reason, g_free);
    result->made = 0;
    result->state = FILL_DONE;
    const bool ok = fill_once(connection, table, seed, way, result, &again, &problem);
    *out = (Attempt){.retry = !ok || again, .by_choice = ok || is_about_rows()};
    if (ok && !again)
        return true;
    if (!ok && fill_is_fatal(connection, problem)) {
        g_propagate_error(error, g_steal_pointer(&problem));
        return false;
    }
    g_free(result->reason);
    result->reason = g_strdup(problem != NULL ? problem->message : "");
    result->made = 0;
    result->state = FILL_FAILED;
    return fill_back(connection, error);
}

static bool
fill_plainly(PGconn *connection, const FakeTable *table, guint64 seed, FillResult *result, bool *refused,
             GError **error)
{
    Attempt last;
    const Way first = table->needs_candidates ? BY_CHOICE : BY_COPY;
    if (!attempt(connection, table, seed, first, result, &last, error))
        return false;
    if (last.retry && last.by_choice && first == BY_COPY &&
        !attempt(connection, table, seed, BY_CHOICE, result, &last, error))
        return false;
    *refused = last.retry;
    return true;
}

static bool
fill_in_pieces(PGconn *connection, const FakeTable *table, guint64 seed, FillResult *result, GError **error)
{
    Attempt last;
    return attempt(connection, table, seed, IN_PIECES, result, &last, error);
}

static bool
has_values(const FakeTable *table)
{
    for (size_t i = 0; i < table->n_columns; i++)
        if (table->columns[i].maker != NULL)
            return true;
    return false;
}

/* A trigger refuses: rows that repeat what their parents have, and the constants that it speaks of; then row by row. */
static bool
fill_against_refusal(Subject *subject, FakeTable *table, guint64 seed, FillResult *result, GError **error)
{
    FakeForeignKey *declared = table->foreign_keys, *agreeing = agreeing_keys(subject, table);
    bool refused = true;
    if (!has_values(table))
        return true;
    if (!prepare_trigger_hints(subject, table, error))
        return false;
    if (agreeing != NULL) {
        table->foreign_keys = agreeing;
        const bool ok = fill_plainly(subject->connection, table, seed, result, &refused, error) &&
                        (!refused || fill_in_pieces(subject->connection, table, seed, result, error));
        table->foreign_keys = declared;
        if (!ok || result->made > 0)
            return ok;
        if (!fill_back(subject->connection, error))
            return false;
    }
    return fill_in_pieces(subject->connection, table, seed, result, error);
}

static bool
fill_somehow(Subject *subject, FakeTable *table, guint64 seed, FillResult *result, GError **error)
{
    bool refused = false;
    return fill_plainly(subject->connection, table, seed, result, &refused, error) &&
           (!refused || fill_against_refusal(subject, table, seed, result, error));
}

/* Sequences go on behind what was written. */
bool
fill_advance_sequences(PGconn *connection, const FakeTable *table, GError **error)
{
    for (size_t i = 0; i < table->n_columns; i++) {
        const FakeColumn *column = &table->columns[i];
        g_autoptr(GString) sql = g_string_new(NULL);
        if (column->sequence == NULL || column->maker == NULL || column->maker->axis.kind != AXIS_INTEGER)
            continue;
        sql_append(sql,
                   "SELECT pg_catalog.setval(%L::pg_catalog.regclass, x.m) FROM (SELECT pg_catalog.max(%I)::bigint AS "
                   "m FROM %s) x, "
                   "pg_catalog.pg_sequence s WHERE s.seqrelid = %L::pg_catalog.regclass AND s.seqincrement > 0 "
                   "AND x.m >= (SELECT last_value FROM %s) AND x.m <= s.seqmax",
                   column->sequence, column->name, table->sql, column->sequence, column->sequence);
        if (!connection_run(connection, sql->str, error))
            return false;
    }
    return true;
}

FillResult *
fill_result_new(const FakeTable *table, GPtrArray *results)
{
    FillResult *result = g_new0(FillResult, 1);
    result->table = table;
    g_ptr_array_add(results, result);
    return result;
}

static bool
fill_table(Subject *subject, FakeTable *table, const FillOptions *options, GPtrArray *results, GError **error)
{
    PGconn *connection = subject->connection;
    FillResult *result = fill_result_new(table, results);
    const gint64 began = g_get_monotonic_time();
    if (!quit_check(error) || !connection_run(connection, "SAVEPOINT pleat_fake", error) ||
        !count_rows(connection, table, &result->before, error))
        return false;
    if (result->before < table->wanted && !fill_somehow(subject, table, options->seed, result, error))
        return false;
    if (!fill_advance_sequences(connection, table, error) || !script_table(connection, table, options, error))
        return false;
    result->seconds = (double)(g_get_monotonic_time() - began) / G_USEC_PER_SEC;
    if (options->progress != NULL)
        options->progress(options->data, result);
    return connection_run(connection, "RELEASE SAVEPOINT pleat_fake", error);
}

static FillResult *
find_result(GPtrArray *results, const FakeTable *table)
{
    for (guint i = 0; i < results->len; i++)
        if (((FillResult *)results->pdata[i])->table == table)
            return results->pdata[i];
    return NULL;
}

/* Foreign keys that went round in circles. */
static bool
set_later(PGconn *connection, const FakeTable *table, const FillOptions *options, GPtrArray *results, GError **error)
{
    for (size_t i = 0; i < table->n_foreign_keys; i++) {
        g_autoptr(GError) problem = NULL;
        if (!table->foreign_keys[i].later || table->circle != 0)
            continue;
        g_autofree char *update =
            circle_update(table, &table->foreign_keys[i], table->sql, table->foreign_keys[i].referenced->sql);
        if (!connection_run(connection, "SAVEPOINT pleat_fake", error))
            return false;
        if (update == NULL)
            continue;
        if (connection_run(connection, update, &problem)) {
            if (options->script != SCRIPT_NONE)
                script_statement(options, update);
            continue;
        }
        if (fill_is_fatal(connection, problem) || !fill_back(connection, error)) {
            g_clear_error(error);
            g_propagate_error(error, g_steal_pointer(&problem));
            return false;
        }
        FillResult *result = find_result(results, table);
        g_free(result->reason);
        result->reason =
            g_strdup_printf("foreign key \"%s\" was left NULL: %s", table->foreign_keys[i].name, problem->message);
        result->state = FILL_SHORT;
        if (options->progress != NULL)
            options->progress(options->data, result);
    }
    return true;
}

static bool
fill_all(Subject *subject, const FillOptions *options, GPtrArray *results, GError **error)
{
    g_autoptr(GPtrArray) order = fill_order(subject);
    for (guint i = 0; i < order->len; i++) {
        FakeTable *table = order->pdata[i];
        guint members = 1;
        while (table->circle != 0 && i + members < order->len &&
               ((const FakeTable *)order->pdata[i + members])->circle == table->circle)
            members++;
        if (members > 1) {
            if (!circle_fill(subject->connection, (FakeTable **)order->pdata + i, members, options, results, error))
                return false;
            i += members - 1;
        } else if (!fill_table(subject, table, options, results, error)) {
            return fail_within(error, "%s.%s", table->schema, table->name);
        }
    }
    /* The planner knows nothing yet of tables that have just been filled. */
    if (!connection_run(subject->connection, "SET LOCAL enable_nestloop = off", error))
        return false;
    for (guint i = 0; i < order->len; i++)
        if (!set_later(subject->connection, order->pdata[i], options, results, error))
            return false;
    return true;
}

static void
tell_skipped(const Subject *subject, GPtrArray *results)
{
    for (size_t i = 0; i < subject->n_tables; i++) {
        const FakeTable *table = &subject->tables[i];
        if (table->relkind != 'f')
            continue;
        FillResult *result = fill_result_new(table, results);
        result->state = FILL_SKIPPED;
        result->reason = g_strdup("a foreign table: its rows live elsewhere");
    }
}

/* Fills until no deferred trigger refuses what is there: those that did are asked at once, and all begins again. */
static bool
find_refusing(Subject *subject, const FillOptions *options, GPtrArray *names, GPtrArray *refusing, GPtrArray *results,
              GError **error)
{
    for (;;) {
        bool any;
        if (!fill_all(subject, options, results, error) ||
            !deferred_ask(subject->connection, names, refusing, &any, error))
            return false;
        if (!any)
            return true;
        g_ptr_array_set_size(results, 0);
        g_autofree char *at_once = deferred_at_once(refusing);
        if (!connection_run(subject->connection, "ROLLBACK TO SAVEPOINT pleat_all", error) ||
            !connection_run(subject->connection, at_once, error))
            return false;
    }
}

/* Where triggers are deferred it is not known before the end who has rows, and so nothing is told before. */
static bool
fill_with_deferred(Subject *subject, const FillOptions *options, GPtrArray *names, GPtrArray *results, GError **error)
{
    g_autoptr(GPtrArray) refusing = g_ptr_array_new_with_free_func(g_free);
    FillOptions silent = *options;
    silent.progress = NULL;
    silent.script = SCRIPT_NONE;
    if (!connection_run(subject->connection, "SAVEPOINT pleat_all", error) ||
        !find_refusing(subject, &silent, names, refusing, results, error))
        return false;
    if (options->script != SCRIPT_NONE) {
        g_autofree char *at_once = deferred_at_once(refusing);
        g_ptr_array_set_size(results, 0);
        if (!connection_run(subject->connection, "ROLLBACK TO SAVEPOINT pleat_all", error) ||
            (at_once != NULL && !connection_run(subject->connection, at_once, error)))
            return false;
        if (at_once != NULL)
            script_statement(options, at_once);
        return fill_all(subject, options, results, error);
    }
    for (guint i = 0; options->progress != NULL && i < results->len; i++)
        options->progress(options->data, results->pdata[i]);
    return true;
}

static bool
fill_and_ask(Subject *subject, const FillOptions *options, GPtrArray *results, GError **error)
{
    g_autoptr(GPtrArray) names = NULL;
    if (!deferred_read(subject->connection, &names, error))
        return false;
    const bool filled = names->len == 0 ? fill_all(subject, options, results, error)
                                        : fill_with_deferred(subject, options, names, results, error);
    return filled && connection_run(subject->connection, "SET CONSTRAINTS ALL IMMEDIATE", error);
}

bool
fill_run(Subject *subject, const FillOptions *options, GPtrArray **out, GError **error)
{
    g_autoptr(GPtrArray) results = g_ptr_array_new_with_free_func(result_free);
    PGconn *connection = subject->connection;
    if (!connection_run(connection, "BEGIN ISOLATION LEVEL READ COMMITTED", error))
        return false;
    script_begin(options);
    const bool filled = fill_and_ask(subject, options, results, error);
    if (!filled || options->script != SCRIPT_NONE) {
        connection_run(connection, "ROLLBACK", NULL);
    } else if (!connection_run(connection, "COMMIT", error)) {
        return false;
    }
    if (!filled)
        return fail_within(error, "nothing was written");
    script_end(options);
    tell_skipped(subject, results);
    *out = g_steal_pointer(&results);
    return true;
}
