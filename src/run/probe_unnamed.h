/* probe_unnamed.h - an index that is built without saying its name: PostgreSQL chose one, so it is known by what it is
 */
#pragma once

#include "run/probe.h"

/*
 * Is there such an index on the table, that is no part of another one? Those that are equal and not valid are to be
 * dropped. Unknown: where the role may make no temporary table, say.
 */
bool probe_unnamed(PGconn *connection, const char *sql, ProbeAnswer *answer, GStrvBuilder *repairs, GError **error);
