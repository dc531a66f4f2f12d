/* psql -f on a revision file runs the upgrade alone, stops at the first error, and never reaches the downgrade. */
#include "exec/connection.h"
#include "revision/revision.h"
#include "scratch/scratch.h"

#include <glib/gstdio.h>
#include <sys/wait.h>

static Scratch *scratch;

/* Runs a file in a new database: psql's exit status; *conninfo is the database's. */
static int
run_psql(const char *upgrade, const char *downgrade, char **conninfo)
{
    const char *const names[] = {"public.\"a\n;DROP TABLE kept;\"", NULL};
    Revision header = {
        .id = "aa", .phase = PHASE_EXPAND, .message = "it\n;DROP TABLE kept;", .notes = (const char **)names};
    g_autofree char *text = revision_format(&header, upgrade, downgrade);
    g_autoptr(GError) error = NULL;
    scratch_database_new(scratch, NULL, conninfo, NULL, &error);
    g_assert_no_error(error);

    g_autofree char *path = NULL;
    int file = g_file_open_tmp("revision-XXXXXX.sql", &path, &error);
    g_assert_no_error(error);
    g_close(file, NULL);
    g_file_set_contents(path, text, -1, &error);
    g_assert_no_error(error);
    g_autofree char *found = g_find_program_in_path("psql");
    const char *argv[] = {
        found == NULL ? "/usr/lib/postgresql/15/bin/psql" : found, "-X", "-q", "-d", *conninfo, "-f", path, NULL};
    int status = 0;
    g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL,
                 NULL, &status, &error);
    g_assert_no_error(error);
    g_unlink(path);
    g_assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void
assert_tables(const char *conninfo, const char *expected)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(PGconn) connection = NULL;
    g_autofree char *tables = NULL;
    connection_open(conninfo, "test", &connection, &error);
    g_assert_no_error(error);
    connection_value(connection,
                     "SELECT string_agg(relname, ' ' ORDER BY relname) FROM pg_class "
                     "WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'",
                     &tables, &error);
    g_assert_no_error(error);
    g_assert_cmpstr(tables, ==, expected);
}

static void
test_upgrade_alone(void)
{
    g_autofree char *conninfo = NULL;
    int status = run_psql("BEGIN;\nCREATE TABLE kept (id int);\nCOMMIT;\n"
                          "CREATE INDEX CONCURRENTLY ix ON kept (id);\n"
                          "-- pleat: backfill kept by id\nUPDATE kept SET id = 1 WHERE id = 2 AND /*range*/ true;\n"
                          "-- pleat: verify it\nSELECT true;\n",
                          "DROP TABLE kept;\n", &conninfo);
    g_assert_cmpint(status, ==, 0);
    assert_tables(conninfo, "kept");
}

static void
test_stops_at_first_error(void)
{
    g_autofree char *conninfo = NULL;
    int status = run_psql("CREATE TABLE kept (id int);\nSELECT 1 / 0;\nCREATE TABLE late (id int);\n",
                          "DROP TABLE kept;\n", &conninfo);
    g_assert_cmpint(status, ==, 3);
    assert_tables(conninfo, "kept");
}

static void
test_transaction_is_one(void)
{
    g_autofree char *conninfo = NULL;
    int status = run_psql("CREATE TABLE kept (id int);\nBEGIN;\nCREATE TABLE gone (id int);\nSELECT 1 / 0;\nCOMMIT;\n",
                          "", &conninfo);
    g_assert_cmpint(status, ==, 3);
    assert_tables(conninfo, "kept");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_autoptr(GError) error = NULL;
    scratch_start(0, &scratch, &error);
    g_assert_no_error(error);
    g_test_add_func("/psql/upgrade-alone", test_upgrade_alone);
    g_test_add_func("/psql/stops-at-first-error", test_stops_at_first_error);
    g_test_add_func("/psql/transaction-is-one", test_transaction_is_one);
    int status = g_test_run();
    scratch_stop(scratch);
    return status;
}
