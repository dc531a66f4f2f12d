/* orders.h - branches of revisions that meet: do they lead to the same state, whichever is applied first? */
#pragma once

#include "project/source.h"

/* All that these revisions stand on, and they themselves, one after the other: their ids, g_ptr_array_unref. */
bool orders_linear(const Graph *graph, GPtrArray *revisions, GPtrArray **out, GError **error);

/* The same of all that there is. */
bool orders_all(const Graph *graph, GPtrArray **out, GError **error);

/* Replays one order; where that fails, the error says which revision does, and where. */
bool orders_prove(PleatSession *session, GPtrArray *ids, GError **error);

/*
 * The same for two. *same: they lead to the same schema; else what differs is printed under the heading.
 */
bool orders_compare(PleatSession *session, GPtrArray *first, GPtrArray *second, const char *heading, bool *same,
                    GError **error);

/* The same of two sources of revisions, which it frees. */
bool orders_compare_sources(PleatSession *session, Source *from, Source *to, const char *heading, bool *same,
                            GError **error);
