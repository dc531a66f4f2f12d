#include "base/quit.h"

#include <signal.h>

static volatile sig_atomic_t asked;
static _Thread_local int *heeded;

static void
on_signal(int signal_number)
{
    asked = 1;
    signal(signal_number, SIG_DFL);
}

void
quit_watch(void)
{
    struct sigaction action = {.sa_handler = on_signal};
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
}

void
quit_heed(int *mark)
{
    heeded = mark;
}

bool
quit_asked(void)
{
    return asked != 0 || (heeded != NULL && g_atomic_int_get(heeded) != 0);
}

bool
quit_check(GError **error)
{
    return !quit_asked() || fail(error, PLEAT_ERROR_INTERRUPTED, "interrupted");
}
