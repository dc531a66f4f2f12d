/*
 * event.h - what happens in a run, as a program reads it: one JSON object a line (docs/json.md)
 */
#pragma once

#include "report/record.h"
#include "run/run.h"

/* With "event", "time" and, unless it is NULL, the "target" of many that it is about. */
Record *event_new(const char *name, const char *target);

/* An event of the runner: record_free(). Of one that fails the error is still to be added (failure.h). */
Record *event_of_run(const RunEvent *event, const char *target);

/* A list of who is in the way; "holders" may be NULL. */
void event_write_holders(Record *record, const GPtrArray *holders);

/* The name of a step's kind: "transaction", "statement", "backfill", "partitions", "verify", "command". */
const char *event_step_kind(const Step *step);
