/* detour.h - values of a row's type, which keep PostgreSQL from writing the table of these rows anew */
#pragma once

#include "model/action.h"

/* Adds what holds rows of what the action writes anew, or would fill: columns, and materialized views as a whole. In
 * both Schemas, the old one first. */
void detour_add_holders(const Actions *actions, const Action *action, GPtrArray *holders);

/* Around what writes such a table anew, columns that hold its rows keep them as text. The list is in the order in which
 * it will run. */
void detours_add(Actions *actions);
