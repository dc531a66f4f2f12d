/* successors.h - what is dropped, and what is made in its place under a name that only one of them can have */
#pragma once

#include "diff/diff.h"

/* Takes a pair, to be exchanged in the phase. false: the new node is taken already. */
typedef bool SuccessorTaken(Node *gone, Node *made, Phase phase, void *data);

/* Offers each node that is dropped those that come and cannot be there beside it, until one is taken. */
void successors_find(Arena *arena, const GArray *deltas, SuccessorTaken *take, void *data);
