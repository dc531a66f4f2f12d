/* What a header says of its steps, written and read again. */
#include "revision/measured.h"

static const Impact IMPACTS[] = {
    {.relation = "public.t", .lock = LOCK_ACCESS_EXCLUSIVE, .costs = COST_REWRITE},
    {.relation = "public.\"a (b, c) d\"", .lock = LOCK_SHARE, .costs = COST_SCAN, .is_known = true},
    {.relation = "public.t", .lock = LOCK_SHARE_ROW_EXCLUSIVE, .costs = COST_SCAN, .partitions = 12},
};

static Revision *
revision_of(Arena *arena)
{
    g_autoptr(GArray) impacts = impacts_new();
    g_array_append_vals(impacts, IMPACTS, G_N_ELEMENTS(IMPACTS));
    g_autofree char *text =
        g_strdup_printf("-- pleat: revision a\n-- pleat: measured %s\n-- pleat: measured down 3 public.u (ROW SHARE)\n",
                        measured_format(arena, false, 2, impacts));
    g_autoptr(Problems) problems = problems_new();
    Revision *revision = revision_parse("a.sql", text, problems);
    g_assert_nonnull(revision);
    return revision;
}

static void
test_both_ways(void)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Revision) revision = revision_of(arena);
    g_autoptr(GHashTable) up = measured_read(revision, false), down = measured_read(revision, true);
    const GArray *impacts = g_hash_table_lookup(up, GINT_TO_POINTER(2));
    g_assert_cmpuint(g_hash_table_size(up), ==, 1);
    g_assert_cmpuint(impacts->len, ==, G_N_ELEMENTS(IMPACTS));
    for (guint i = 0; i < impacts->len; i++) {
        const Impact *impact = &g_array_index(impacts, Impact, i);
        g_assert_cmpstr(impact->relation, ==, IMPACTS[i].relation);
        g_assert_cmpint(impact->lock, ==, IMPACTS[i].lock);
        g_assert_cmpuint(impact->costs, ==, IMPACTS[i].costs);
        g_assert_cmpint(impact->partitions, ==, IMPACTS[i].partitions);
        g_assert_cmpint(impact->is_known, ==, IMPACTS[i].is_known);
    }
    impacts = g_hash_table_lookup(down, GINT_TO_POINTER(3));
    g_assert_cmpint(g_array_index(impacts, Impact, 0).lock, ==, LOCK_ROW_SHARE);
}

static void
test_not_measured(void)
{
    g_autoptr(Problems) problems = problems_new();
    g_autoptr(Revision) silent = revision_parse("a.sql", "-- pleat: revision a\n", problems);
    g_autoptr(Revision) broken =
        revision_parse("b.sql", "-- pleat: revision b\n-- pleat: measured 1 public.t (SHARE\n", problems);
    g_assert_null(measured_read(silent, false));
    g_autoptr(GHashTable) up = measured_read(broken, false);
    g_assert_cmpuint(((GArray *)g_hash_table_lookup(up, GINT_TO_POINTER(1)))->len, ==, 0);
}

/* Several transactions: each lock with what is done under it; one transaction: all of it under the strongest. */
static void
test_gather_and_join(void)
{
    const Impact strong = {.relation = "t", .lock = LOCK_ACCESS_EXCLUSIVE},
                 scan = {.relation = "t", .lock = LOCK_SHARE_UPDATE_EXCLUSIVE, .costs = COST_SCAN},
                 weak = {.relation = "t", .lock = LOCK_ROW_SHARE};
    g_autoptr(GArray) gathered = impacts_new(), joined = impacts_new();
    const Impact *const all[] = {&weak, &strong, &scan, &strong};
    for (size_t i = 0; i < G_N_ELEMENTS(all); i++) {
        impacts_gather(gathered, all[i]);
        impacts_join(joined, all[i]);
    }
    g_assert_cmpuint(gathered->len, ==, 2);
    g_assert_cmpuint(joined->len, ==, 1);
    g_assert_cmpint(g_array_index(joined, Impact, 0).lock, ==, LOCK_ACCESS_EXCLUSIVE);
    g_assert_cmpuint(g_array_index(joined, Impact, 0).costs, ==, COST_SCAN);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/measured/both_ways", test_both_ways);
    g_test_add_func("/measured/not_measured", test_not_measured);
    g_test_add_func("/measured/gather_and_join", test_gather_and_join);
    return g_test_run();
}
