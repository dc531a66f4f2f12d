/* diff_document.h - differences for programs: docs/schemas/diff.schema.json says what it holds */
#pragma once

#include "diff/diff.h"

/* One JSON document. from and to are the sources as they were given. g_free. */
char *diff_document(const GArray *deltas, const char *from, const char *to);
