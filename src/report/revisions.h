/*
 * revisions.h - revisions as a program reads them
 */
#pragma once

#include "model/impact.h"
#include "report/record.h"
#include "revision/revision.h"

/* What its header says, as fields of an object that is open. */
void revision_write_header(Record *record, const Revision *revision);

/* What a step does to a relation, as fields of an object that is open. */
void revision_write_impact(Record *record, const Impact *impact);

/* Adds fields to a step, which is open. number: from 1, as the runner counts them. */
typedef void StepMore(Record *record, int number, void *data);

/* The steps of a section as a list, null when it is NULL. */
void revision_write_steps(Record *record, const char *name, Step *const *steps, StepMore *more, void *data);
