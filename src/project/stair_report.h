/* stair_report.h - what became of revisions that were tested: in lines, as JSON or as JUnit's XML */
#pragma once

#include "project/stair_pool.h"

/* How many were chosen. */
guint stair_report_count(const GArray *stairs);

/* One that has ended, where the format is text. data: the session. */
void stair_report_line(const Stair *stair, void *data);

/* The end of the report, or all of it. True: none failed. */
bool stair_report(PleatSession *session, const GArray *stairs);
