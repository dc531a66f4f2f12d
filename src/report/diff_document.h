/* diff_document.h - differences for programs: docs/schemas/diff.schema.json says what it holds */
#pragma once

#include "diff/diff.h"
#include "report/record.h"

/* "counts" and "changes" of an object that is open. */
void diff_write_changes(Record *record, const GArray *deltas);

/* One JSON document. from and to are the sources as they were given. g_free. */
char *diff_document(const GArray *deltas, const char *from, const char *to);
