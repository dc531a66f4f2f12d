/* stair_report.h - what became of revisions that were tested: in lines, as findings, as JSON or as JUnit's XML */
#pragma once

#include "project/stair_pool.h"

typedef struct {
    PleatSession *session;
    guint servers; /* how many the revisions are tried on; of one alone its version is not told */
    guint missing; /* of these: they are not to be had */
} StairReport;

/* How many were chosen. */
guint stair_report_count(const GArray *stairs);

/* One that has ended, where the format is text. data: the StairReport. */
void stair_report_line(const Stair *stair, void *data);

/* The end of the report, or all of it. True: none failed. */
bool stair_report(const StairReport *report, const GArray *stairs);
