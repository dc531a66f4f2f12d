#include "base/quit.h"

#include <signal.h>

static volatile sig_atomic_t asked;

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

bool
quit_asked(void)
{
    return asked != 0;
}

bool
quit_check(GError **error)
{
    return !asked || fail(error, PLEAT_ERROR_INTERRUPTED, "interrupted");
}
