/*
 * table_sizes.h - how big tables of a real database are: the file that "pleat stats export" keeps (stats.yaml)
 *
 *     tables:
 *       public.crash: {rows: 412 M, heap: 80 GB, indexes: 16 GB, toast: 0 bytes, partitions: 1200, ...}
 *
 * It is committed, and changes only when something has grown or shrunk by more than a tenth.
 */
#pragma once

#include "project/session.h"

typedef struct {
    gint64 rows; /* as the planner estimates; -1: nothing has looked yet */
    gint64 heap, indexes, toast;
    gint64 partitions; /* summed up in the rest; 0: it is none with partitions */
    gint64 seq_scans, index_scans;
    char *analyzed; /* "2026-11-27", of a partition the last one; NULL: never */
} TableSize;

void table_size_free(TableSize *size);

/* Where the file is that pleat.yaml names: absolute, g_free. */
char *table_sizes_path(const PleatSession *session);

/* A table as SQL, "public.crash" -> TableSize. A file that is not there has none. g_hash_table_unref. */
bool table_sizes_read(const char *path, GHashTable **out, GError **error);

/* The text of the file; what has hardly changed since "old" stays as it was there. g_free. */
char *table_sizes_format(GHashTable *sizes, GHashTable *old);

/* All of it on disk. */
gint64 table_size_bytes(const TableSize *size);

/* "412 M rows, 96 GB": g_free; NULL: nothing is known of the table. */
char *table_size_words(GHashTable *sizes, const char *table);
