#include "model/effect.h"

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
