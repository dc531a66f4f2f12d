#include "model/effect.h"

#include <stddef.h>

const CostName cost_names[] = {
    {COST_REWRITE, "rewrites the table"},
    {COST_SCAN, "reads the whole table"},
    {COST_BATCHED, "all rows, in batches"},
    {COST_DATA_LOSS, "loses data"},
    {COST_BREAKS, "breaks the old application"},
    {COST_SEMANTIC, "both applications see it at once"},
    {0, NULL},
};

const char *
phase_name(Phase phase)
{
    static const char *const NAMES[] = {"none", "expand", "contract"};
    return NAMES[phase];
}

const char *
lock_name(Lock lock)
{
    static const char *const NAMES[] = {
        "no lock", "ACCESS SHARE",        "ROW SHARE", "ROW EXCLUSIVE",    "SHARE UPDATE EXCLUSIVE",
        "SHARE",   "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE",
    };
    return NAMES[lock];
}
