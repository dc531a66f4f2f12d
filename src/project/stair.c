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
    StairResult result;
    int line;
} Climb;

static const char *const WHERE[N_STAIR_RESULTS] = {
    [STAIR_NOT_CLIMBED] = "before",
    [STAIR_UP_FAILED] = "up",
    [STAIR_DOWN_FAILED] = "down",
    [STAIR_AGAIN_FAILED] = "up again",
};

bool
stair_has_failed(StairResult result)
{
    return result >= STAIR_NOT_CLIMBED;
}

static int
section_line(const Revision *revision, bool down)
{
    return down ? revision->down_line : revision->upgrade[0] != NULL ? revision->upgrade[0]->line : revision->body_line;
}

static bool
complain(Climb *climb, StairResult where, const char *what)
{
    climb->result = where;
    if (climb->line == 0)
        climb->line = section_line(climb->revision, where == STAIR_DOWN_FAILED);
    g_string_append_printf(climb->text, "%s: %s", WHERE[where], what);
    return false;
}

static bool
complain_of(Climb *climb, StairResult where, const GError *error)
{
    return complain(climb, where, error->message);
}

static void
note_line(const RunEvent *event, void *data)
{
    int *line = data;
    if (event->step != NULL && (event->kind == RUN_STEP_BEGINS || event->kind == RUN_FAILS))
        *line = step_line(event->step, event->statement);
}

static bool
run_once(const StairPlan *plan, Revision *revision, bool down, const char *conninfo, const RunOptions *options,
         GError **error)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new();
    int count;
    g_ptr_array_add(list, revision);
    return down ? run_undo(conninfo, plan->graph, list, options, error)
                : run_upgrade(conninfo, plan->graph, revision->id, options, &count, error);
}

static bool
run_in(const StairPlan *plan, Revision *revision, const char *tenant, bool down, const char *conninfo, int *line,
       GError **error)
{
    RunOptions options = session_run_options(plan->session);
    options.both_phases = true;
    options.tell = note_line;
    options.data = line;
    options.tenant = tenant != NULL;
    options.schema = tenant != NULL ? tenant : options.schema;
    for (;;) {
        g_autoptr(GError) problem = NULL;
        g_autoptr(PGconn) connection = NULL;
        *line = section_line(revision, down);
        if (run_once(plan, revision, down, conninfo, &options, &problem))
            return true;
        g_autofree char *state = g_strdup(connection_sqlstate());
        if (!g_error_matches(problem, PLEAT_ERROR, PLEAT_ERROR_INTERRUPTED) &&
            connection_open(conninfo, "pleat test", &connection, NULL) &&
            make_missing(connection, state, problem->message))
            continue;
        g_propagate_error(error, g_steal_pointer(&problem));
        return false;
    }
}

bool
stair_run(const StairPlan *plan, Revision *revision, bool down, const char *conninfo, int *line, GError **error)
{
    if (plan->tenants == NULL)
        return run_in(plan, revision, NULL, down, conninfo, line, error);
    for (const char *const *tenant = plan->tenants; *tenant != NULL; tenant++)
        if (!run_in(plan, revision, *tenant, down, conninfo, line, error))
            return fail_within(error, "tenant %s", *tenant);
    return true;
}

static bool
run(Climb *climb, StairResult where)
{
    g_autoptr(GError) problem = NULL;
    int line;
    if (stair_run(climb->plan, climb->revision, where == STAIR_DOWN_FAILED, climb->conninfo, &line, &problem))
        return true;
    climb->line = line;
    return complain_of(climb, where, problem);
}

static bool
read_state(Climb *climb, StairResult where, Schema **out)
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
compare(Climb *climb, StairResult where, const Schema *expected, const Schema *found)
{
    g_autoptr(GArray) deltas = diff_run(expected, found);
    for (guint i = deltas->len; i-- > 0;) {
        if (where != STAIR_DOWN_FAILED || !is_announced(climb, &g_array_index(deltas, Delta, i)))
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
read_dump(Climb *climb, StairResult where, GPtrArray **out)
{
    g_autoptr(GError) problem = NULL;
    const char *own = climb->plan->session->config->revision_schema;
    if (climb->plan->pg_dump == NULL)
        return true;
    return stair_dump(climb->plan->pg_dump, climb->conninfo, own, out, &problem) || complain_of(climb, where, problem);
}

static bool
compare_dumps(Climb *climb, StairResult where, GPtrArray *expected, GPtrArray *found)
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
look_at_data(Climb *climb, StairResult where, const char *file)
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
    return read_state(climb, STAIR_NOT_CLIMBED, &landings->bottom) &&
           read_dump(climb, STAIR_NOT_CLIMBED, &landings->bottom_dump) && run(climb, STAIR_UP_FAILED) &&
           read_state(climb, STAIR_UP_FAILED, &landings->top) &&
           read_dump(climb, STAIR_UP_FAILED, &landings->top_dump) &&
           look_at_data(climb, STAIR_UP_FAILED, "after_upgrade.sql");
}

static bool
go_down(Climb *climb, Landings *landings)
{
    return run(climb, STAIR_DOWN_FAILED) && read_state(climb, STAIR_DOWN_FAILED, &landings->bottom_again) &&
           compare(climb, STAIR_DOWN_FAILED, landings->bottom, landings->bottom_again) &&
           read_dump(climb, STAIR_DOWN_FAILED, &landings->bottom_dump_again) &&
           compare_dumps(climb, STAIR_DOWN_FAILED, landings->bottom_dump, landings->bottom_dump_again) &&
           look_at_data(climb, STAIR_DOWN_FAILED, "after_downgrade.sql");
}

static bool
go_up_again(Climb *climb, Landings *landings)
{
    climb->excused = false;
    return run(climb, STAIR_AGAIN_FAILED) && read_state(climb, STAIR_AGAIN_FAILED, &landings->top_again) &&
           compare(climb, STAIR_AGAIN_FAILED, landings->top, landings->top_again) &&
           read_dump(climb, STAIR_AGAIN_FAILED, &landings->top_dump_again) &&
           compare_dumps(climb, STAIR_AGAIN_FAILED, landings->top_dump, landings->top_dump_again);
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
        return complain_of(climb, STAIR_NOT_CLIMBED, problem);
    if (note != NULL)
        g_string_append_printf(climb->text, "%s", note);
    return true;
}

StairOutcome
stair_climb(const StairPlan *plan, Revision *revision, const char *conninfo)
{
    Landings landings = {NULL};
    Climb climb = {.plan = plan, .revision = revision, .conninfo = conninfo, .text = g_string_new(NULL)};
    const bool one_way = revision->downgrade == NULL;
    climb.result = one_way ? STAIR_ONE_WAY : STAIR_GOOD;
    if (prepare_data(&climb) && go_up(&climb, &landings) && !one_way && go_down(&climb, &landings))
        go_up_again(&climb, &landings);
    landings_clear(&landings);
    stair_data_free(climb.data);
    const bool is_said = climb.text->len > 0;
    return (StairOutcome){climb.result, climb.line, g_string_free(climb.text, !is_said)};
}
