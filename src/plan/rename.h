/*
 * rename.h - what is renamed in place: before all else, so that the rest of the plan knows only new names
 *
 * Where PostgreSQL has something that can serve the old name meanwhile (a view for a table, a domain for a type), it is
 * made in the same transaction and dropped first of all in the contract phase. What has only one name and is asked for
 * by it (a sequence) is renamed in the contract phase where it can wait. Else the header says that the old application
 * breaks.
 */
#pragma once

#include "diff/renames.h"
#include "plan/plan.h"

/* Adds the renaming to a list of actions; gives its action, NULL where only labels are renamed. */
Action *rename_add(Actions *actions, const Rename *rename);

/* Adds what serves the old name and its end. False: nothing can. */
bool rename_add_alias(Actions *actions, const Rename *rename);

/*
 * The same for all that stood in a schema which is renamed, but for what has an alias already. present: the old state
 * in new names. Gives one of those that applications name and that can have no alias; NULL: there is none.
 */
const Node *rename_add_aliases_within(Actions *actions, const Rename *schema, const Schema *old_schema,
                                      const Schema *present);

/* Of what applications name and nothing serves under two names: puts its renaming into the contract phase. False:
 * others do not name it, or something of the plan's expand phase needs it under its new name. */
bool rename_wait(const Plan *plan, const Rename *rename, Action *action);

/* Moves the actions of "first" in front of the plan's own, in each phase. Their arena and nodes must outlive the plan.
 */
void rename_prepend(Plan *plan, Actions *first);
