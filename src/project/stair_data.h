/*
 * stair_data.h - rows that are there before a revision, and what becomes of them
 *
 * Made-up rows and those of tests/data/REVISION/before.sql. Afterwards each table that is still there must have as many
 * rows, and each column that still has its type the same values; where the revision has a file of its own for a
 * landing, that file decides instead, by failing or not.
 */
#pragma once

#include "project/session.h"

typedef struct StairData StairData;

/* *note: what could not be made up, or NULL; g_free. */
bool stair_data_new(PleatSession *session, const char *revision, const char *conninfo, gint64 rows, StairData **out,
                    char **note, GError **error);
void stair_data_free(StairData *data);

/* file: "after_upgrade.sql". */
bool stair_data_check(StairData *data, const char *conninfo, const char *file, GError **error);
