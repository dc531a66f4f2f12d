/*
 * measure.h - what statements do to the relations that were there before them
 *
 * Statements run in a transaction of their own, and just before it ends the server is asked, in the same message: for
 * the locks that the transaction holds (pg_locks), for relations whose file is another one (relfilenode), and for those
 * that were read from end to end (pg_stat_get_xact_numscans). There are no rows on scratch: PostgreSQL opens the scan,
 * or makes the new file, all the same. What cannot run in a transaction is not seen but known.
 */
#pragma once

#include "exec/connection.h"
#include "model/action.h"
#include "model/impact.h"

typedef struct Measure Measure;

/* On a connection to a scratch database. The arena holds the texts of impacts and lives longer, as path does: where
 * unqualified names are looked for in bodies that statements call. */
bool measure_new(PGconn *connection, Arena *arena, const char *path, Measure **out, GError **error);
void measure_free(Measure *measure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Measure, measure_free)

/* From here on "before" is now: what comes later is nobody's yet, and what is done to it counts for nothing. */
bool measure_begin(Measure *measure, GError **error);

/*
 * Runs n statements, in one transaction unless the only one must run outside of any. subject: the relation that they
 * are about, for what is not seen. *impacts: a new list, sorted, or NULL where nothing was touched.
 */
bool measure_run(Measure *measure, const ActionSql *statements, guint n, const char *subject, GArray **impacts,
                 GError **error);
