/* detour.h - values of a row's type, which keep PostgreSQL from writing the table of these rows anew */
#pragma once

#include "model/action.h"

/* Adds what holds rows of what the action writes anew, or would fill: columns, and materialized views as a whole. Of
 * the Schemas of its nodes. */
void detour_add_holders(const Action *action, GPtrArray *holders);

/* Around what writes such a table anew, columns that hold its rows keep them as text. The list is in the order in which
 * it will run. */
void detours_add(Actions *actions);
