#include "run/pace.h"

void
pace_begin(Pace *pace, const char *unit, gint64 done, gint64 total, gint64 now)
{
    *pace = (Pace){.unit = unit, .done = done, .total = total, .first = done, .began = now};
}

void
pace_move(Pace *pace, gint64 done)
{
    pace->done = done;
    if (done > pace->total)
        pace->total = 0;
}

void
pace_end(Pace *pace)
{
    pace->done = pace->total = MAX(pace->total, pace->done);
}

RunProgress
pace_progress(const Pace *pace, gint64 now)
{
    RunProgress progress = {.unit = pace->unit, .done = pace->done, .total = pace->total, .seconds_left = -1};
    double seconds = (double)(now - pace->began) / G_USEC_PER_SEC;
    if (seconds > 0)
        progress.rate = (double)(pace->done - pace->first) / seconds;
    if (progress.rate > 0 && pace->total > 0)
        progress.seconds_left = (double)(pace->total - pace->done) / progress.rate;
    return progress;
}
