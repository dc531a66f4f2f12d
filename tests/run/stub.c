#include "revision/graph.h"
#pragma GCC diagnostic ignored "-Wmissing-prototypes"
void revision_free(Revision *revision) { if (revision) { arena_free(revision->arena); g_free(revision);} }
GPtrArray *graph_all(const Graph *g) { (void)g; return NULL; }
bool graph_upgrade_path(const Graph *graph, GHashTable *applied, const char *target, const PathOptions *options,                         GPtrArray **out, GError **error) { (void)graph; (void)applied;(void)target;(void)options;(void)out;(void)error; return false; }
bool graph_downgrade_path(const Graph *graph, GHashTable *applied, const char *target, const PathOptions *options,                         GPtrArray **out, GError **error) { (void)graph; (void)applied;(void)target;(void)options;(void)out;(void)error; return false; }
