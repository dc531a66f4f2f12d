/*
 * graph.h - all revisions of a project, what follows what, and what symbols mean
 *
 * expand and contract are two branches: the phase is the branch, and "expand" and "contract" are its labels. A contract
 * depends on the expand of its own change. A baseline or merge (PHASE_NONE) belongs to both.
 */
#pragma once

#include "revision/revision.h"

typedef struct Graph Graph;

/* Reads every *.sql of a folder (a missing folder is an empty graph). Fails with all mistakes of all files, and with
 * named errors for duplicate ids, missing parents and cycles. */
bool graph_read(const char *folder, Graph **out, GError **error);

/* The same as the folder would be: "texts" (path -> text, NULL: no such file) stand for what it holds. */
bool graph_read_rewritten(const char *folder, GHashTable *texts, Graph **out, GError **error);

/* The same folder holds two graphs: those give the database's own revisions, these the tenants'. */
bool graph_read_tenants(const char *folder, Graph **out, GError **error);
bool graph_read_rewritten_tenants(const char *folder, GHashTable *texts, Graph **out, GError **error);

void graph_free(Graph *graph);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Graph, graph_free)

/* All revisions, parents first; ties in the order of their files' names. Borrowed. */
GPtrArray *graph_all(const Graph *graph);

/* By full id; NULL when there is none. */
const Revision *graph_find(const Graph *graph, const char *id);

/* Revisions that nothing comes after (of one phase; PHASE_NONE: of all): an array of Revision, g_ptr_array_unref. */
GPtrArray *graph_heads(const Graph *graph, Phase phase);

/* Those of the applied ones (a set of ids) that no other applied one comes after; g_ptr_array_unref. */
GPtrArray *graph_last_applied(const Graph *graph, GHashTable *applied);

/* The revisions after which a new one of this phase comes: the head of its branch, or of what both share. Fails when
 * there are several. Array of Revision. */
bool graph_parents_for(const Graph *graph, Phase phase, GPtrArray **out, GError **error);

/*
 * A symbol (id, unique prefix, head, heads, base, current, expand@head, +1, -2, ab12+1, label@-1, milestone) as
 * revisions: empty for base. "applied" are the ids of all applied revisions, for current and relative symbols.
 */
bool graph_resolve(const Graph *graph, const char *symbol, GHashTable *applied, GPtrArray **out, GError **error);

/* The revisions and all that they stand on, dependencies included: a set of Revision, g_hash_table_unref. */
GHashTable *graph_below(const Graph *graph, GPtrArray *revisions);

/* "a:b" and its halves left open, as Alembic's history -r. In the order in which they run. */
bool graph_resolve_range(const Graph *graph, const char *range, GHashTable *applied, GPtrArray **out, GError **error);

typedef struct {
    bool both_phases; /* a run may cross from expand into contract and back */
} PathOptions;

/* What to run, in order, to get to a target symbol: revisions that are not applied yet. The rules of the phases are
 * those of docs/revisions.md; what they forbid is an error that names the missing deployment. */
bool graph_upgrade_path(const Graph *graph, GHashTable *applied, const char *target, const PathOptions *options,
                        GPtrArray **out, GError **error);

/* What to undo, in order (newest first), to get to a target: revisions that are applied. */
bool graph_downgrade_path(const Graph *graph, GHashTable *applied, const char *target, const PathOptions *options,
                          GPtrArray **out, GError **error);
