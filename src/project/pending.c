#include "pleat/pleat.h"
#include "base/error.h"
bool pleat_fmt(PleatSession *s, const PleatFmtOptions *o, PleatOutcome *c, GError **e) { (void)s;(void)o;(void)c; return fail(e, PLEAT_ERROR_INTERNAL, "pending"); }
