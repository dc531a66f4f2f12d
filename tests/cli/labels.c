/*
 * A provider of security labels for tests: "pleat_test" and "Other one" take whatever label but "bad". Built and loaded
 * by tests/cli/run-dir.
 */
#include "postgres.h"

#include "commands/seclabel.h"
#include "fmgr.h"

PG_MODULE_MAGIC;

void _PG_init(void);

static void
check(const ObjectAddress *object, const char *label)
{
    (void)object;
    if (label != NULL && strcmp(label, "bad") == 0)
        ereport(ERROR, (errcode(ERRCODE_INVALID_NAME), errmsg("not a label: \"%s\"", label)));
}

void
_PG_init(void)
{
    register_label_provider("pleat_test", check);
    register_label_provider("Other one", check);
}
