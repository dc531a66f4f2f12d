/* each_partition.h - a statement for each leaf of a partitioned table: what the leaves are, and how psql runs it */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* Appends a query's FROM, WHERE and ORDER BY: classes c with their namespaces n, the leaves that exist then and there.
 * A table without partitions is its own. statement: one that builds an index has no business with foreign tables. */
void each_partition_append_from(GString *out, const char *statement, const char *table);

/* Appends a query whose rows psql runs (\gexec). */
void each_partition_append_script(GString *out, const char *statement, const char *table);
