/* detour.h - values of a row's type, which keep PostgreSQL from writing the table of these rows anew */
#pragma once

#include "model/action.h"

/* Around what writes such a table anew, columns that hold its rows keep them as text. The list is in the order in which
 * it will run. */
void detours_add(Actions *actions);
