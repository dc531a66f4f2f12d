#include "scratch/scratch.h"

#include "exec/connection.h"
#include "model/kind.h"
#include "scratch/cluster.h"
#include "scratch/conninfo.h"
#include "sql/format.h"
#include <string.h>
#include <unistd.h>

struct Scratch {
    Cluster *cluster; /* NULL: the server is somebody else's */
    char *conninfo;
    PGconn *connection; /* to conninfo's database, where databases are made and dropped */
    GHashTable *names;  /* the databases to be dropped */
    pid_t owner;
    int made;
};

/* The first key of the advisory lock that says "the process with this number lives"; the second is the number. */
#define LOCK_CLASS "1886152033" /* 'plea' */

const char *
scratch_conninfo(const Scratch *scratch)
{
    return scratch->conninfo;
}

int
scratch_major(const Scratch *scratch)
{
    return connection_major(scratch->connection);
}

static void
drop_all(Scratch *scratch)
{
    g_autofree gpointer *names = g_hash_table_get_keys_as_array(scratch->names, NULL);
    for (size_t i = 0; names[i] != NULL; i++)
        scratch_database_drop(scratch, names[i], NULL);
}

/* A forked child that ends must not drop what its parent made. */
void
scratch_stop(Scratch *scratch)
{
    if (scratch == NULL)
        return;
    if (scratch->cluster == NULL && scratch->connection != NULL && scratch->owner == getpid())
        drop_all(scratch);
    PQfinish(scratch->connection);
    cluster_stop(scratch->cluster);
    g_hash_table_unref(scratch->names);
    g_free(scratch->conninfo);
    g_free(scratch);
}

static Scratch *
scratch_new(void)
{
    Scratch *scratch = g_new0(Scratch, 1);
    scratch->names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    scratch->owner = getpid();
    return scratch;
}

bool
scratch_start(int major, Scratch **out, GError **error)
{
    g_autoptr(Site) site = NULL;
    g_autoptr(Binaries) binaries = NULL;
    g_autoptr(Scratch) scratch = scratch_new();
    if (!site_new(&site, error) || !binaries_find(major, &binaries, error) ||
        !cluster_start(site, binaries, NULL, &scratch->cluster, error))
        return false;
    scratch->conninfo = conninfo_socket(cluster_sockets(scratch->cluster), "postgres");
    if (!connection_open(scratch->conninfo, "pleat scratch", &scratch->connection, error))
        return false;
    *out = g_steal_pointer(&scratch);
    return true;
}

/*
 * A process that uses the server holds an advisory lock with its number; what belongs to numbers that nobody holds is
 * left over. Databases come from the statement's snapshot and locks are read after it, so that a new one is safe.
 */
static bool
drop_leftovers(Scratch *scratch, GError **error)
{
    static const char LEFTOVERS[] =
        "SELECT d.datname FROM pg_catalog.pg_database d"
        " WHERE d.datname ~ '^pleat_scratch_[0-9]{1,9}_[0-9]+$' AND pg_catalog.pg_has_role(d.datdba, 'MEMBER')"
        " AND NOT EXISTS (SELECT FROM pg_catalog.pg_locks l WHERE l.locktype = 'advisory' AND l.classid = " LOCK_CLASS
        " AND l.objid::pg_catalog.text = pg_catalog.split_part(d.datname::pg_catalog.text, '_', 3))";
    g_autoptr(PGresult) result = NULL;
    if (!connection_query(scratch->connection, LEFTOVERS, 0, NULL, &result, error))
        return false;
    for (int row = 0; row < PQntuples(result); row++)
        scratch_database_drop(scratch, PQgetvalue(result, row, 0), NULL);
    return true;
}

bool
scratch_open_url(const char *url, Scratch **out, GError **error)
{
    g_autoptr(Scratch) scratch = scratch_new();
    g_autofree char *lock = g_strdup_printf("SELECT pg_catalog.pg_advisory_lock_shared(" LOCK_CLASS ", %d)", getpid());
    if (!connection_open(url, "pleat scratch", &scratch->connection, error))
        return false;
    if (!connection_run(scratch->connection, lock, error) || !drop_leftovers(scratch, error))
        return fail_within(error, "scratch server");
    scratch->conninfo = g_strdup(url);
    *out = g_steal_pointer(&scratch);
    return true;
}

/* template0 is empty on every server; template1 may hold what its owner put there. */
static char *
create_statement(const Scratch *scratch, const char *template, const char *name)
{
    GString *sql = g_string_new(NULL);
    sql_append(sql, "CREATE DATABASE %I TEMPLATE %I", name, template == NULL ? "template0" : template);
    if (scratch_major(scratch) >= 15)
        g_string_append(sql, " STRATEGY file_copy");
    return g_string_free(sql, FALSE);
}

/* On a shared server another machine's process may have the same number, and the name. */
static bool
create(Scratch *scratch, const char *template, char **name, GError **error)
{
    for (;;) {
        g_autofree char *candidate = g_strdup_printf("pleat_scratch_%d_%d", getpid(), ++scratch->made);
        g_autofree char *sql = create_statement(scratch, template, candidate);
        g_autoptr(GError) problem = NULL;
        if (connection_run(scratch->connection, sql, &problem)) {
            g_hash_table_add(scratch->names, g_strdup(candidate));
            *name = g_steal_pointer(&candidate);
            return true;
        }
        if (strcmp(connection_sqlstate(), "42P04") == 0)
            continue;
        g_propagate_error(error, g_steal_pointer(&problem));
        return fail_within(error, "scratch database");
    }
}

bool
scratch_database_new(Scratch *scratch, const char *template, char **conninfo, char **name, GError **error)
{
    g_autofree char *made = NULL;
    g_autofree char *path = NULL;
    if (!create(scratch, template, &made, error) || !conninfo_with_database(scratch->conninfo, made, &path, error))
        return false;
    if (conninfo != NULL)
        *conninfo = g_steal_pointer(&path);
    if (name != NULL)
        *name = g_steal_pointer(&made);
    return true;
}

/* Takes what stands in the way of dropping a database out of it. */
static bool
release(const Scratch *scratch, const char *name)
{
    g_autofree char *conninfo = NULL;
    g_autoptr(PGconn) connection = NULL;
    bool ok = conninfo_with_database(scratch->conninfo, name, &conninfo, NULL) &&
              connection_open(conninfo, "pleat scratch", &connection, NULL);
    for (size_t i = 0; ok && kinds_all[i] != NULL; i++)
        ok = kinds_all[i]->release == NULL || connection_run(connection, kinds_all[i]->release, NULL);
    return ok;
}

static bool
drop(const Scratch *scratch, const char *sql, const char *name, GError **error)
{
    static const char IN_USE[] = "55006";
    g_autoptr(GError) problem = NULL;
    if (connection_run(scratch->connection, sql, &problem))
        return true;
    if (strcmp(connection_sqlstate(), IN_USE) == 0 && release(scratch, name))
        return connection_run(scratch->connection, sql, error);
    g_propagate_error(error, g_steal_pointer(&problem));
    return false;
}

bool
scratch_database_drop(Scratch *scratch, const char *name, GError **error)
{
    GString *sql = g_string_new(NULL);
    sql_append(sql, "DROP DATABASE IF EXISTS %I WITH (FORCE)", name);
    bool dropped = drop(scratch, sql->str, name, error);
    g_string_free(sql, TRUE);
    if (!dropped)
        return fail_within(error, "scratch database \"%s\"", name);
    g_hash_table_remove(scratch->names, name);
    return true;
}
