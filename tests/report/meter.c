#include "report/meter.h"

#include "run/pace.h"

static RunEvent
backfill(gint64 done, gint64 total)
{
    Pace pace;
    pace_begin(&pace, "rows", 0, total, 0);
    pace_move(&pace, done);
    return (RunEvent){
        .kind = RUN_STEP_PROGRESS, .step_number = 2, .steps = 5, .progress = pace_progress(&pace, 10 * G_USEC_PER_SEC)};
}

static void
check(const RunEvent *event, int columns, const char *expected)
{
    g_autofree char *line = meter_line(event, columns);
    g_assert_cmpstr(line, ==, expected);
    g_assert_cmpint(g_utf8_strlen(line, -1), <, columns);
}

static void
test_widths(void)
{
    RunEvent event = backfill(1000, 4000);
    check(&event, 100, "  step 2 of 5 [========                      ]  25%  30 s left  1000 of 4000 rows  100/s");
    check(&event, 60, "  step 2 of 5  25%  30 s left  1000 of 4000 rows  100/s");
    check(&event, 55, "  step 2 of 5  25%  30 s left  1000 of 4000 rows");
    check(&event, 36, "  step 2 of 5  25%  30 s left");
    check(&event, 10, "  step 2 ");
}

static void
test_words(void)
{
    RunEvent event = backfill(1000, 4000), end = backfill(4000, 4000), wrong = backfill(5000, 4000);
    g_autofree char *words = meter_words(&event), *last = meter_words(&end), *unknown = meter_words(&wrong);
    g_assert_cmpstr(words, ==, "1000 of 4000 rows (25%), 100 a second, 30 s left");
    g_assert_cmpstr(last, ==, "4000 of 4000 rows (100%), 400 a second");
    g_assert_cmpstr(unknown, ==, "5000 rows, 500 a second");
}

static void
test_long_statement(void)
{
    RunHolder holders[] = {{4711, NULL, NULL, NULL, NULL, -1},
                           {0, NULL, NULL, NULL, NULL, -1},
                           {4712, (char[]){"psql"}, (char[]){"app"}, (char[]){"10.0.0.7"}, (char[]){"active"}, 90}};
    g_autoptr(GPtrArray) list = g_ptr_array_new();
    for (size_t i = 0; i < G_N_ELEMENTS(holders); i++)
        g_ptr_array_add(list, &holders[i]);
    g_autofree char *words = meter_holders(list);
    g_assert_cmpstr(words, ==,
                    "process 4711 (unnamed), a prepared transaction, process 4712 (psql, user app, from 10.0.0.7, "
                    "active for 1 min 30 s)");
    RunEvent event = {.kind = RUN_STATEMENT_LASTS, .step_number = 1, .steps = 1, .seconds = 7, .holders = list};
    event.progress = (RunProgress){.phase = "waiting for old snapshots", .seconds_left = -1};
    check(&event, 60, "  step 1 of 1  7 s  waiting for old snapshots");
    g_ptr_array_set_size(list, 1);
    check(&event, 80, "  step 1 of 1  7 s  waits for process 4711 (unnamed)  waiting for old snapshots");
}

static void
test_durations(void)
{
    static const struct {
        double seconds;
        const char *words;
    } CASES[] = {{0.2, "0 s"}, {59.4, "59 s"}, {250, "4 min 10 s"}, {7500, "2 h 5 min"}};
    for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++) {
        g_autofree char *words = meter_duration(CASES[i].seconds);
        g_assert_cmpstr(words, ==, CASES[i].words);
    }
}

/* What an earlier run did took this one no time. */
static void
test_pace(void)
{
    Pace pace;
    pace_begin(&pace, "rows", 900, 1000, 0);
    pace_move(&pace, 950);
    RunProgress progress = pace_progress(&pace, 5 * G_USEC_PER_SEC);
    g_assert_cmpfloat(progress.rate, ==, 10);
    g_assert_cmpfloat(progress.seconds_left, ==, 5);
    pace_move(&pace, 1001);
    progress = pace_progress(&pace, 5 * G_USEC_PER_SEC);
    g_assert_cmpint(progress.total, ==, 0);
    g_assert_cmpfloat(progress.seconds_left, <, 0);
    pace_end(&pace);
    progress = pace_progress(&pace, 5 * G_USEC_PER_SEC);
    g_assert_cmpint(progress.total, ==, 1001);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/meter/widths", test_widths);
    g_test_add_func("/meter/words", test_words);
    g_test_add_func("/meter/long-statement", test_long_statement);
    g_test_add_func("/meter/durations", test_durations);
    g_test_add_func("/meter/pace", test_pace);
    return g_test_run();
}
