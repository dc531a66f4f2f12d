/* text.h - differences for people: grouped by object, in the words of the declarations */
#pragma once

#include "diff/diff.h"

/* Lines "+ column name: text NOT NULL" under a line for each object, with the declaration's place. g_free. */
char *report_text(GArray *deltas, bool color);
