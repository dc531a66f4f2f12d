/* differences.h - what differs between two sources, a line or a finding each, at the places of the declarations */
#pragma once

#include "diff/diff.h"
#include "project/source.h"
#include "report/findings.h"

/* Where differences are told. */
typedef struct {
    PleatSession *session;
    Findings *findings;     /* NULL: as lines */
    const Schema *declared; /* realised: where things are declared that the sources do not place; NULL: nothing is */
    bool clean;             /* no difference so far */
} Telling;

/* Lines come under a heading, if there are any. words: what is said of a delta of each kind. The sources are a pair
 * (source_pair). */
bool differences_tell(Telling *telling, Source *from, Source *to, const char *heading, const RuleName *rule,
                      const char *const words[N_DELTA_KINDS], GError **error);

/* As lines; *clean becomes false where there are any. */
bool differences_write(PleatSession *session, Source *from, Source *to, const char *heading,
                       const char *const words[N_DELTA_KINDS], bool *clean, GError **error);
