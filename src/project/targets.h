/*
 * targets.h - one command over many databases, or over the schemas of many tenants
 *
 * Each target is worked on by a process of its own, a few at a time (-j): one that fails stops no other, and what they
 * say comes line by line with the target's name before it. Ctrl-C reaches all of them. Nothing is remembered between
 * runs but what each target's own tables say, so running again does what is left.
 */
#pragma once

#include "project/session.h"

/* The command for one target: session->options.database and session->tenant say which. */
typedef bool TargetWork(PleatSession *session, const void *options, PleatOutcome *outcome, GError **error);

/* What stands at the end: a table of what became of each target, or only the lines that each wrote. */
typedef enum { TARGETS_TABLE, TARGETS_LINES } TargetReport;

/* Was the command given many targets? False for the work on one of them. */
bool targets_asked(const PleatSession *session);

/* *outcome is PLEAT_FINDINGS when a target has any. Fails when a target does, after all have had their turn. */
bool targets_run(PleatSession *session, TargetWork *work, const void *options, TargetReport report,
                 PleatOutcome *outcome, GError **error);

/* For work that only prints a script: one tenant after another, in this process. Those that are named need not be
 * there; only without names is a database asked which tenants there are. */
bool targets_print(PleatSession *session, TargetWork *work, const void *options, GError **error);
