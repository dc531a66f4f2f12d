/*
 * violations.h - rows that a constraint would refuse are looked for before it is there
 *
 * What is NOT VALID refuses every UPDATE of such a row from that moment on, whatever column it is of (manual, ALTER
 * TABLE, "Notes"): a run must stop before, not at the validation that follows.
 */
#pragma once

#include "model/emit.h"

typedef struct {
    const char *title;     /* "check positive" */
    const char *from;      /* the node's table as it stands behind FROM */
    const char *condition; /* true of such a row */
} Violation;

/* What comes before the action that makes a node or alters it: a step that stops with how many such rows its table has
 * and the key of one. NULL: nobody can look. */
Action *violations_look(Actions *actions, Action *action, Violation violation);

/* The same on the way back, before the action that drops a node makes it again; not where something that it stands on
 * changes, too. */
void violations_look_back(Actions *actions, Action *action, Violation violation);
