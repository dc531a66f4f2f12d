#include "catalog/catalog.h"

#include "catalog/embedded.h"
#include "catalog/rows.h"
#include "catalog/unmodelled.h"
#include "catalog/version.h"
#include "exec/connection.h"
#include "model/lineage.h"
#include <libpq-events.h>
#include <string.h>

static const char CLASSES_QUERY[] =
    "SELECT relname, oid FROM pg_catalog.pg_class WHERE relnamespace = 'pg_catalog'::regnamespace AND relkind = 'r'";

struct Catalog {
    PGconn *connection;
    char *own_schema;
    bool is_scratch; /* the connection is pleat's own, and asked more than once */
    Rows *rows;      /* what is known of object ids, for the edges */
};

bool
catalog_open(PGconn *connection, const char *own_schema, Catalog **out, GError **error)
{
    /* Without JIT: it costs more than these queries do. Two who read in two databases and a VACUUM FULL of a catalog
     * that these share would wait for each other for ever: deadlocks are looked for in one database alone. */
    static const char BEGIN[] = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL search_path = ''; "
                                "SET LOCAL jit = off; SET LOCAL lock_timeout = '5s'";
    if (!connection_run(connection, BEGIN, error))
        return fail_within(error, "reading the catalogs");
    Catalog *catalog = g_new0(Catalog, 1);
    catalog->connection = connection;
    catalog->own_schema = g_strdup(own_schema);
    *out = catalog;
    return true;
}

void
catalog_close(Catalog *catalog)
{
    if (catalog == NULL)
        return;
    if (PQstatus(catalog->connection) == CONNECTION_OK)
        connection_run(catalog->connection, "ROLLBACK", NULL);
    rows_free(catalog->rows);
    g_free(catalog->own_schema);
    g_free(catalog);
}

/*
 * A scratch connection is asked the same again and again, and planning is most of what the answers cost there: the
 * queries are prepared once a connection. Elsewhere a prepared statement would be left in the user's session, or in a
 * pooler's.
 */
typedef enum { ASK_ONCE, ASK_FIRST, ASK_AGAIN } Asking;

/* libpq holds what is known of a connection under the address of an event procedure. */
static int
ignore_event(PGEventId event, void *info, void *data)
{
    (void)event;
    (void)info;
    (void)data;
    return 1;
}

static Asking
find_asking(const Catalog *catalog)
{
    if (!catalog->is_scratch)
        return ASK_ONCE;
    PQregisterEventProc(catalog->connection, ignore_event, "pleat catalog", NULL); /* the second time does nothing */
    return PQinstanceData(catalog->connection, ignore_event) == NULL ? ASK_FIRST : ASK_AGAIN;
}

static bool
send_one(PGconn *connection, const char *query, guint number, Asking asking)
{
    char name[32];
    g_snprintf(name, sizeof name, "pleat_catalog_%u", number);
    if (asking == ASK_ONCE)
        return PQsendQueryParams(connection, query, 0, NULL, NULL, NULL, NULL, 0);
    return (asking == ASK_AGAIN || PQsendPrepare(connection, name, query, 0, NULL)) &&
           PQsendQueryPrepared(connection, name, 0, NULL, NULL, NULL, 0);
}

/* Sends every query of the list in one pipeline. */
static bool
send_all(PGconn *connection, GPtrArray *queries, Asking asking, GError **error)
{
    if (!PQenterPipelineMode(connection))
        return connection_fail(connection, NULL, error);
    for (guint i = 0; i < queries->len; i++)
        if (!send_one(connection, queries->pdata[i], i, asking))
            return connection_fail(connection, NULL, error);
    return PQpipelineSync(connection) || connection_fail(connection, NULL, error);
}

static PGresult *
receive_one(PGconn *connection)
{
    PGresult *result = PQgetResult(connection);
    PQclear(PQgetResult(connection)); /* NULL: the end of this query's results */
    return result;
}

/* The results in the order of the queries: an array of PGresult, all of them good. The pipeline is left. */
static bool
receive_all(PGconn *connection, guint count, Asking asking, GPtrArray *results, GError **error)
{
    bool ok = true;
    for (guint i = 0; i < count; i++) {
        g_autoptr(PGresult) prepared = asking == ASK_FIRST ? receive_one(connection) : NULL;
        if (ok && prepared != NULL && PQresultStatus(prepared) != PGRES_COMMAND_OK)
            ok = connection_fail(connection, prepared, error);
        PGresult *result = receive_one(connection);
        if (ok && PQresultStatus(result) != PGRES_TUPLES_OK)
            ok = connection_fail(connection, result, error);
        g_ptr_array_add(results, result);
    }
    PQclear(PQgetResult(connection)); /* the sync */
    PQexitPipelineMode(connection);
    return ok;
}

static bool
round_trip(const Catalog *catalog, GPtrArray *queries, GPtrArray *results, GError **error)
{
    PGconn *connection = catalog->connection;
    Asking asking = find_asking(catalog);
    if (!send_all(connection, queries, asking, error) || !receive_all(connection, queries->len, asking, results, error))
        return false;
    if (asking == ASK_FIRST)
        PQsetInstanceData(connection, ignore_event, connection);
    return true;
}

static void
clear_result(void *result)
{
    PQclear(result);
}

bool
catalog_read(Catalog *catalog, Schema **out, GError **error)
{
    int major = connection_major(catalog->connection);
    g_autoptr(GPtrArray) queries = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) kinds = g_ptr_array_new();
    g_ptr_array_add(queries, g_strdup(CLASSES_QUERY));
    g_ptr_array_add(queries, g_strdup(comments_sql));
    g_ptr_array_add(queries, query_for_server(privileges_sql, catalog->connection));
    g_ptr_array_add(queries, g_strdup(labels_sql));
    const guint fixed = queries->len;
    for (size_t i = 0; kinds_all[i] != NULL; i++)
        if (kinds_all[i]->query != NULL) {
            g_ptr_array_add(kinds, (gpointer)(guintptr)kinds_all[i]);
            g_ptr_array_add(queries, query_for_server(kinds_all[i]->query, catalog->connection));
        }
    g_autoptr(GPtrArray) results = g_ptr_array_new_with_free_func(clear_result);
    if (!round_trip(catalog, queries, results, error))
        return fail_within(error, "reading the catalogs");

    g_autoptr(Schema) schema = schema_new(major);
    rows_free(catalog->rows);
    catalog->rows = rows_new(schema, catalog->own_schema, results->pdata[0]);
    for (guint i = 0; i < kinds->len; i++)
        if (!rows_add(catalog->rows, kinds->pdata[i], results->pdata[fixed + i], error))
            return false;
    rows_set_facet(catalog->rows, FACET_COMMENT, results->pdata[1]);
    rows_set_facet(catalog->rows, FACET_PRIVILEGES, results->pdata[2]);
    rows_set_facet(catalog->rows, FACET_LABELS, results->pdata[3]);
    *out = g_steal_pointer(&schema);
    return true;
}

char *
catalog_fingerprint(void)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    g_checksum_update(sum, (const guchar *)edges_sql, -1);
    g_checksum_update(sum, (const guchar *)comments_sql, -1);
    g_checksum_update(sum, (const guchar *)privileges_sql, -1);
    g_checksum_update(sum, (const guchar *)labels_sql, -1);
    for (size_t i = 0; kinds_all[i] != NULL; i++)
        if (kinds_all[i]->query != NULL)
            g_checksum_update(sum, (const guchar *)kinds_all[i]->query, -1);
    return g_strdup(g_checksum_get_string(sum));
}

bool
catalog_read_edges(Catalog *catalog, Schema *schema, GError **error)
{
    g_autoptr(PGresult) result = NULL;
    g_autofree char *query = query_for_server(edges_sql, catalog->connection);
    if (!connection_query(catalog->connection, query, 0, NULL, &result, error))
        return fail_within(error, "reading the catalogs");
    rows_add_edges(catalog->rows, result);
    lineage_add_edges(schema);
    schema->has_edges = true;
    return true;
}

bool
catalog_read_unmodelled(Catalog *catalog, Schema *schema, GError **error)
{
    g_autoptr(PGresult) result = NULL;
    g_autofree char *query = unmodelled_query(catalog->connection, catalog->own_schema);
    if (!connection_query(catalog->connection, query, 0, NULL, &result, error) ||
        !unmodelled_find(catalog->connection, catalog->rows, result, schema, error))
        return fail_within(error, "reading the catalogs");
    return true;
}

/* Deparse functions look at the newest catalogs, not at the snapshot: what somebody drops meanwhile cannot be read. */
static bool
is_disturbed(const GError *error)
{
    static const char *const STATES[] = {"XX000", "42P01", "42703", "42883", "42704", "3F000"};
    if (!g_error_matches(error, PLEAT_ERROR, PLEAT_ERROR_SERVER) &&
        !g_error_matches(error, PLEAT_ERROR, PLEAT_ERROR_CONCURRENT))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(STATES); i++)
        if (strcmp(connection_sqlstate(), STATES[i]) == 0)
            return true;
    return g_error_matches(error, PLEAT_ERROR, PLEAT_ERROR_CONCURRENT);
}

static bool
begin_once(PGconn *connection, const char *own_schema, bool is_scratch, Catalog **out, Schema **schema, GError **error)
{
    g_autoptr(Catalog) catalog = NULL;
    if (!catalog_open(connection, own_schema, &catalog, error))
        return false;
    catalog->is_scratch = is_scratch;
    if (!catalog_read(catalog, schema, error))
        return false;
    *out = g_steal_pointer(&catalog);
    return true;
}

static bool
begin(PGconn *connection, const char *own_schema, bool is_scratch, Catalog **catalog, Schema **schema, GError **error)
{
    enum { TRIES = 3 };
    for (int try = 1;; try++) {
        g_autoptr(GError) problem = NULL;
        if (begin_once(connection, own_schema, is_scratch, catalog, schema, &problem))
            return true;
        if (try == TRIES || !is_disturbed(problem)) {
            g_propagate_error(error, g_steal_pointer(&problem));
            return false;
        }
        g_usleep(50 * 1000 * (gulong)try);
    }
}

bool
catalog_begin(PGconn *connection, const char *own_schema, Catalog **catalog, Schema **schema, GError **error)
{
    return begin(connection, own_schema, false, catalog, schema, error);
}

bool
catalog_read_kind(PGconn *connection, const char *own_schema, const Kind *kind, Schema **out, GError **error)
{
    g_autoptr(Catalog) catalog = NULL;
    g_autoptr(GPtrArray) queries = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) results = g_ptr_array_new_with_free_func(clear_result);
    if (!catalog_open(connection, own_schema, &catalog, error))
        return false;
    g_ptr_array_add(queries, g_strdup(CLASSES_QUERY));
    g_ptr_array_add(queries, query_for_server(kind->query, connection));
    if (!round_trip(catalog, queries, results, error))
        return fail_within(error, "reading the catalogs");
    g_autoptr(Schema) schema = schema_new(connection_major(connection));
    catalog->rows = rows_new(schema, own_schema, results->pdata[0]);
    if (!rows_add(catalog->rows, kind, results->pdata[1], error))
        return false;
    *out = g_steal_pointer(&schema);
    return true;
}

bool
catalog_reflect(PGconn *connection, const char *own_schema, Schema **out, GError **error)
{
    g_autoptr(Catalog) catalog = NULL;
    g_autoptr(Schema) schema = NULL;
    if (!begin(connection, own_schema, true, &catalog, &schema, error) || !catalog_read_edges(catalog, schema, error))
        return false;
    *out = g_steal_pointer(&schema);
    return true;
}
