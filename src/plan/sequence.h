/* sequence.h - the order and the phases of a list of actions */
#pragma once

#include "model/action.h"

/*
 * Sorts actions->list: all of expand, then all of contract. An action that must come after a contract one becomes
 * contract. Returns how many cycles had to be broken: 0 is sound. circle (may be NULL) gets what waits for each other.
 */
size_t sequence_actions(Actions *actions, GString *circle);
