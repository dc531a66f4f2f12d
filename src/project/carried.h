/* carried.h - which revision carried which version of an object */
#pragma once

#include "project/trace.h"

/*
 * ObjectVersion -> GPtrArray of Revision, in the order of the graph. A revision tells what it was made from by the blob
 * ids in its header; where it does not, by the commit that added its file. A revision that says nothing of the object
 * carries none of its versions. g_hash_table_unref; the Revisions are the Graph's.
 */
bool carried_find(PleatSession *session, Trace *trace, const GPtrArray *versions, const Graph *graph, GHashTable **out,
                  GError **error);
