#include "project/stair.h"

#include "catalog/catalog.h"
#include "diff/diff.h"
#include "project/stair_data.h"
#include "project/stair_dump.h"
#include "report/diff_text.h"
#include "scratch/surroundings.h"
#include <string.h>

/* One climb. */
typedef struct {
    const StairPlan *plan;
    Revision *revision;
    const char *conninfo;
    StairData *data; /* NULL: none */
    GString *text;   /* what is wrong, or worth knowing */
    bool excused;    /* the way back leaves something, and says so */
} Climb;

static bool
complain(Climb *climb, const char *where, const char *what)
{
    g_string_append_printf(climb->text, "%s: %s", where, what);
    return false;
}

static bool
complain_of(Climb *climb, const char *where, const GError *error)
{
    return complain(climb, where, error->message);
}

/* A role that scratch does not have yet is made, and the run goes on. */
static bool
run(Climb *climb, bool down)
{
    const char *where = down ? "down" : "up";
    RunOptions options = session_run_options(climb->plan->session);
    options.both_phases = true;
    for (;;) {
        g_autoptr(GError) problem = NULL;
        g_autoptr(GPtrArray) list = g_ptr_array_new();
        g_autoptr(PGconn) connection = NULL;
        int count;
        g_ptr_array_add(list, climb->revision);
        if (down ? run_undo(climb->conninfo, climb->plan->graph, list, &options, &problem)
                 : run_upgrade(climb->conninfo, climb->plan->graph, climb->revision->id, &options, &count, &problem))
            return true;
        g_autofree char *state = g_strdup(connection_sqlstate());
        if (!connection_open(climb->conninfo, "pleat test", &connection, NULL) ||
            !make_missing(connection, state, problem->message))
            return complain_of(climb, where, problem);
    }
}

static bool
read_state(Climb *climb, const char *where, Schema **out)
{
    g_autoptr(GError) problem = NULL;
    g_autoptr(PGconn) connection = NULL;
    const char *own = climb->plan->session->config->revision_schema;
    if (!connection_open(climb->conninfo, "pleat test", &connection, &problem) ||
        !catalog_reflect(connection, own, out, &problem))
        return complain_of(climb, where, problem);
    scope_apply(&scope_all, *out); /* whatever the configuration manages */
    return true;
}

/* "value x of type public.mood stays: ...": the header of a revision says what its way back leaves. */
static bool
is_announced(const Climb *climb, const Delta *delta)
{
    const Node *node = delta->new_node != NULL ? delta->new_node : delta->old_node;
    for (const char **note = climb->revision->notes; note != NULL && *note != NULL; note++)
        if (strstr(*note, " stays") != NULL && strstr(*note, node->name) != NULL)
            return true;
    return false;
}

static bool
compare(Climb *climb, const char *where, const Schema *expected, const Schema *found, bool down)
{
    g_autoptr(GArray) deltas = diff_run(expected, found);
    for (guint i = deltas->len; i-- > 0;) {
        if (!down || !is_announced(climb, &g_array_index(deltas, Delta, i)))
            continue;
        climb->excused = true;
        g_array_remove_index(deltas, i);
    }
    if (deltas->len == 0)
        return true;
    g_autofree char *report = diff_text(deltas, &(DiffView){.whole = true});
    g_autofree char *what = g_strdup_printf("the schema is not what it was\n%s", report);
    return complain(climb, where, what);
}

static bool
read_dump(Climb *climb, const char *where, GPtrArray **out)
{
    g_autoptr(GError) problem = NULL;
    const char *own = climb->plan->session->config->revision_schema;
    if (climb->plan->pg_dump == NULL)
        return true;
    return stair_dump(climb->plan->pg_dump, climb->conninfo, own, out, &problem) || complain_of(climb, where, problem);
}

static bool
compare_dumps(Climb *climb, const char *where, GPtrArray *expected, GPtrArray *found)
{
    if (expected == NULL || found == NULL || climb->excused)
        return true;
    g_autofree char *differences = stair_dump_compare(expected, found);
    if (differences == NULL)
        return true;
    g_autofree char *what = g_strdup_printf("pg_dump says something else than before\n%s", differences);
    return complain(climb, where, what);
}

static bool
look_at_data(Climb *climb, const char *where, const char *file)
{
    g_autoptr(GError) problem = NULL;
    return climb->data == NULL || stair_data_check(climb->data, climb->conninfo, file, &problem) ||
           complain_of(climb, where, problem);
}

typedef struct {
    Schema *bottom, *top, *bottom_again, *top_again;
    GPtrArray *bottom_dump, *top_dump, *bottom_dump_again, *top_dump_again;
} Landings;

static void
landings_clear(Landings *landings)
{
    Schema **schemas[] = {&landings->bottom, &landings->top, &landings->bottom_again, &landings->top_again};
    GPtrArray **dumps[] = {&landings->bottom_dump, &landings->top_dump, &landings->bottom_dump_again,
                           &landings->top_dump_again};
    for (size_t i = 0; i < G_N_ELEMENTS(schemas); i++) {
        g_clear_pointer(schemas[i], schema_free);
        g_clear_pointer(dumps[i], g_ptr_array_unref);
    }
}

static bool
go_up(Climb *climb, Landings *landings)
{
    return read_state(climb, "before", &landings->bottom) && read_dump(climb, "before", &landings->bottom_dump) &&
           run(climb, false) && read_state(climb, "up", &landings->top) &&
           read_dump(climb, "up", &landings->top_dump) && look_at_data(climb, "up", "after_upgrade.sql");
}

static bool
go_down(Climb *climb, Landings *landings)
{
    return run(climb, true) && read_state(climb, "down", &landings->bottom_again) &&
           compare(climb, "down", landings->bottom, landings->bottom_again, true) &&
           read_dump(climb, "down", &landings->bottom_dump_again) &&
           compare_dumps(climb, "down", landings->bottom_dump, landings->bottom_dump_again) &&
           look_at_data(climb, "down", "after_downgrade.sql");
}

static bool
go_up_again(Climb *climb, Landings *landings)
{
    climb->excused = false;
    return run(climb, false) && read_state(climb, "up again", &landings->top_again) &&
           compare(climb, "up again", landings->top, landings->top_again, false) &&
           read_dump(climb, "up again", &landings->top_dump_again) &&
           compare_dumps(climb, "up again", landings->top_dump, landings->top_dump_again);
}

static bool
prepare_data(Climb *climb)
{
    g_autoptr(GError) problem = NULL;
    g_autofree char *note = NULL;
    if (!climb->plan->data)
        return true;
    if (!stair_data_new(climb->plan->session, climb->revision->id, climb->conninfo, climb->plan->rows, &climb->data,
                        &note, &problem))
        return complain_of(climb, "data", problem);
    if (note != NULL)
        g_string_append_printf(climb->text, "%s", note);
    return true;
}

StairResult
stair_climb(const StairPlan *plan, Revision *revision, const char *conninfo, char **text)
{
    Landings landings = {NULL};
    Climb climb = {plan, revision, conninfo, NULL, g_string_new(NULL), false};
    const bool one_way = revision->downgrade == NULL;
    const bool good = prepare_data(&climb) && go_up(&climb, &landings) &&
                      (one_way || (go_down(&climb, &landings) && go_up_again(&climb, &landings)));
    landings_clear(&landings);
    stair_data_free(climb.data);
    *text = climb.text->len > 0 ? g_strdup(climb.text->str) : NULL;
    g_string_free(climb.text, TRUE);
    return !good ? STAIR_FAILED : one_way ? STAIR_ONE_WAY : STAIR_GOOD;
}
