/* differences.h - what differs between two sources, a line each, at the places of the declarations */
#pragma once

#include "diff/diff.h"
#include "project/source.h"

/* Under a heading, if there are any; then *clean becomes false. words: what is said of a delta of each kind. The
 * sources are a pair (source_pair). */
bool differences_write(PleatSession *session, Source *from, Source *to, const char *heading,
                       const char *const words[N_DELTA_KINDS], bool *clean, GError **error);
