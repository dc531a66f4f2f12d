/*
 * script.h - a plan as SQL text: transactions, lone statements and pleat's directives, as a revision file holds them
 *
 * What belongs to one table or to one replacement is one transaction; statements that PostgreSQL refuses in a
 * transaction block stand alone. psql runs the text as it is.
 */
#pragma once

#include "plan/plan.h"

/* The way forth of a phase (PHASE_NONE: of both). */
void script_append_up(GString *out, const Plan *plan, Phase phase);

/* The way back: the ways back of the actions in reverse. */
void script_append_down(GString *out, const Plan *plan, Phase phase);

/* Is it no part of a transaction with others? */
bool script_is_lone(const ActionSql *sql);

/* The number of the step that each statement is in, from 1, as a reader of the script counts: ActionSql -> number. */
GHashTable *script_number(const Plan *plan, Phase phase, bool down);

/* Both phases for psql alone, which makes the statements of a step over partitions itself. */
void script_append_psql(GString *out, const Plan *plan, bool down);
