/*
 * fixture.h - a server, databases on it, and revisions made by hand
 */
#pragma once

#include "run/path.h"
#include "scratch/scratch.h"

/* Runs the tests of this program with one server. */
int fixture_main(int argc, char **argv, void (*add_tests)(void));

/* An empty database's conninfo: g_free. */
char *fixture_database(void);

/*
 * A revision whose steps are told as text, each list ended by NULL: "begin: A; B" (a transaction), "sql: A",
 * "backfill TABLE[ by KEY]: A", "each TABLE: A", "verify NAME: A", "command: PROGRAM|ARGUMENT", "set: A". A list that
 * is NULL: no such section. The checksum is that of the texts. revision_free().
 */
Revision *fixture_revision(const char *id, const char *const *up, const char *const *down);

/* Gives a step a done_if query. */
void fixture_done_if(Revision *revision, int step, const char *query);

extern const RunOptions FIXTURE_OPTIONS; /* short waits, small batches */

/* Upgrades by all that is not applied, or downgrades by all that is. The list ends with NULL. */
bool fixture_up(const char *conninfo, Revision *const *revisions, const RunOptions *options, GError **error);
bool fixture_down(const char *conninfo, Revision *const *revisions, const RunOptions *options, GError **error);

/* The first value of a query as text: g_free. Fails the test on an error. */
char *fixture_value(const char *conninfo, const char *sql);
void fixture_sql(const char *conninfo, const char *sql);
void fixture_check(const char *conninfo, const char *sql, const char *expected);

/* The same run in a process of its own, which gets a signal when a kind of event comes for the n-th time (from 1). */
int fixture_up_in_child(const char *conninfo, Revision *const *revisions, RunEventKind at, int nth, int signal_number);
