/* report_range.h - what a report is about: two sources and the revisions that lead from one to the other */
#pragma once

#include "project/source.h"

typedef struct {
    Source *from, *to;    /* a pair */
    Source *declarations; /* where places of replayed revisions are found; NULL: the sources have them */
    Graph *graph;         /* NULL: no revisions belong to the sources */
    Graph *tenants;       /* tenants' revisions, where there is a graph */
    GHashTable *wanted;   /* set of Revision of the graphs: loaded, as all of them is */
    char *from_words, *to_words;
} ReportRange;

void report_range_clear(ReportRange *range);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ReportRange, report_range_clear)

/* As "pleat report" is asked (pleat.h). Fails where nothing says what a branch is compared with. */
bool report_range_read(PleatSession *session, const PleatReportOptions *options, ReportRange *range, GError **error);
