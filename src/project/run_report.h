/*
 * run_report.h - what a run says while it goes on: to people, or (--format json) to programs
 *
 * People read a line for each revision, for what is waited for, and for a long step: on a terminal one that is written
 * over as the step gets on, elsewhere a line now and then. Programs read every event.
 */
#pragma once

#include "project/session.h"
#include "report/record.h"

typedef struct {
    PleatSession *session;
    gint64 began;
    gint64 told;     /* when progress was told last, of this step */
    char *waits_for; /* whom the last line of a long statement named; NULL: nobody */
    Record *failure; /* the event of the step that failed, to which the error comes; NULL: none did */
} RunReport;

void run_report_clear(RunReport *report);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RunReport, run_report_clear)

/* "to" is what the command line says; NULL: nothing. */
void run_report_begin(RunReport *report, PleatSession *session, const char *command, const char *to);

/* RunOptions.tell: "data" is the report. */
void run_report_tell(const RunEvent *event, void *data);

/* count: how many revisions ran, -1: that is not what it was for; error NULL: all is well. */
void run_report_end(RunReport *report, int count, const GError *error);
