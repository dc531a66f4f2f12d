/* each_partition.h - a statement for each leaf of a partitioned table: what the leaves are, and how psql runs it */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* Appends a query's FROM, WHERE and ORDER BY: classes c with their namespaces n, the leaves that exist then and there.
 * A table without partitions is its own. statement: one that builds an index has no business with foreign tables. */
void each_partition_append_from(GString *out, const char *statement, const char *table);

/* Appends a query whose rows are the statements, but for partitions that have such an index already. */
void each_partition_append_statements(GString *out, const char *statement, const char *table);

/* The same for psql, which runs them (\gexec). */
void each_partition_append_script(GString *out, const char *statement, const char *table);

/* The table of a directive "each partition of TABLE"; NULL: it is none, or another one. */
const char *each_partition_table(const char *directive);
