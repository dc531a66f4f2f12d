/*
 * replaces.h - databases that ran the revisions which a squash stands for
 *
 * Their version tables name revisions whose files are gone. Whoever has all of a squash's has the squash.
 */
#pragma once

#include "revision/revision.h"

/*
 * Puts the squash in the place of what it replaces, in a set of applied ids (id -> checksum; the squash gets NULL: its
 * file was never compared). all: every Revision there is. A database that has some of them alone stands inside: an
 * error that names what it has not.
 */
bool replaces_recognise(GPtrArray *all, GHashTable *applied, GError **error);
