#include "pleat/pleat.h"
#include "revision/graph.h"
#include "run/run.h"
bool run_applied(PGconn *c, const char *s, GHashTable **o, bool *x, GError **e) { (void)c;(void)s;(void)e; *o = g_hash_table_new(g_str_hash,g_str_equal); if (x) *x=false; return true; }
bool run_upgrade(const char *c, const Graph *g, const char *t, const RunOptions *o, int *n, GError **e) { (void)c;(void)g;(void)t;(void)o;(void)n;(void)e; return false; }
bool run_downgrade(const char *c, const Graph *g, const char *t, const RunOptions *o, int *n, GError **e) { (void)c;(void)g;(void)t;(void)o;(void)n;(void)e; return false; }
bool run_stamp(const char *c, const Graph *g, const char *const *t, bool p, const RunOptions *o, GError **e) { (void)c;(void)g;(void)t;(void)p;(void)o;(void)e; return false; }
bool run_ensure_version(const char *c, const RunOptions *o, GError **e) { (void)c;(void)o;(void)e; return false; }
bool pleat_reflect(PleatSession *s, const PleatReflectOptions *o, GError **e);
bool pleat_fmt(PleatSession *s, const PleatFmtOptions *o, PleatOutcome *c, GError **e);
bool pleat_reflect(PleatSession *s, const PleatReflectOptions *o, GError **e) { (void)s;(void)o; return fail(e, PLEAT_ERROR_INTERNAL, "pending"); }
bool pleat_fmt(PleatSession *s, const PleatFmtOptions *o, PleatOutcome *c, GError **e) { (void)s;(void)o;(void)c; return fail(e, PLEAT_ERROR_INTERNAL, "pending"); }
