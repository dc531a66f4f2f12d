/* exceptions.h - findings that somebody has allowed, in the revision or in pleat.yaml, each with a reason */
#pragma once

#include "report/findings.h"
#include "revision/revision.h"
#include "yaml/config.h"

typedef struct Exceptions Exceptions;

/* wants_all: all revisions are looked at, so that an exception of pleat.yaml that fits nothing is needed by nothing. */
Exceptions *exceptions_new(Findings *findings, const Config *config, bool wants_all);
void exceptions_free(Exceptions *exceptions);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Exceptions, exceptions_free)

/* Takes in what stands in a revision's file. */
void exceptions_add_revision(Exceptions *exceptions, const Revision *revision);

/* Gives all findings so far the severities of the configuration, and marks those that are allowed; then adds findings
 * about exceptions: without a reason, for no rule, for nothing. */
void exceptions_apply(Exceptions *exceptions);
