#include "scratch/bodies.h"

#include "scratch/body_routines.h"
#include "scratch/body_tries.h"
#include "sql/format.h"
#include "sql/lex.h"
#include <string.h>

/* FUNC_MAX_ARGS is 100. */
enum { MOST_VARIABLES = 90 };

struct BodyCheck {
    Arena *arena;
    char *names; /* an array, for the query */
    char **schemas;
    GPtrArray *suspects; /* of Suspect: what has failed after a phase */
    GArray *problems;    /* of BodyProblem */
    BodyCounts counts;
    bool can_check, asked; /* plpgsql_check is there */
};

/* Something of a body that is tried by itself, and what came of it. */
typedef struct {
    const Routine *routine;
    const PlFragment *part; /* NULL: the body as a whole */
    Try *try;
    Phase phase;
} Suspect;

BodyCheck *
body_check_new(const GPtrArray *names, const char *const *schemas)
{
    g_autoptr(GString) list = g_string_new(NULL);
    for (guint i = 0; i < names->len; i++)
        sql_append_element(list, names->pdata[i]);
    sql_end_array(list);
    BodyCheck *check = g_new0(BodyCheck, 1);
    check->names = g_strdup(list->str);
    check->schemas = g_strdupv((char **)(guintptr)schemas);
    body_check_begin(check);
    return check;
}

static void
clear_faults(Try *try)
{
    g_clear_pointer(&try->faults, g_array_unref);
}

static void
forget(BodyCheck *check)
{
    for (guint i = 0; check->suspects != NULL && i < check->suspects->len; i++)
        clear_faults(((Suspect *)check->suspects->pdata[i])->try);
    g_clear_pointer(&check->suspects, g_ptr_array_unref);
    g_clear_pointer(&check->problems, g_array_unref);
    g_clear_pointer(&check->arena, arena_free);
}

void
body_check_begin(BodyCheck *check)
{
    forget(check);
    check->arena = arena_new();
    check->suspects = g_ptr_array_new();
    check->problems = g_array_new(FALSE, FALSE, sizeof(BodyProblem));
    check->counts = (BodyCounts){0};
}

void
body_check_free(BodyCheck *check)
{
    if (check == NULL)
        return;
    forget(check);
    g_strfreev(check->schemas);
    g_free(check->names);
    g_free(check);
}

const GArray *
body_check_problems(const BodyCheck *check)
{
    return check->problems;
}

BodyCounts
body_check_counts(const BodyCheck *check)
{
    return check->counts;
}

/* Tries ------------------------------------------------------------------------------------------------------------ */

static bool
sees(const GPtrArray *variables, const PlVariable *variable, bool *alike)
{
    for (guint i = 0; i < variables->len; i++) {
        const PlVariable *other = variables->pdata[i];
        if (strcmp(other->name, variable->name) != 0)
            continue;
        *alike = strcmp(other->type, variable->type) == 0;
        return true;
    }
    return false;
}

/* False: what two parts call alike is not the same, or there are too many. */
static bool
join_variables(GPtrArray *variables, const PlFragment *part)
{
    for (const PlVariable **seen = part->sees; *seen != NULL; seen++) {
        bool alike = false;
        if (sees(variables, *seen, &alike) && !alike)
            return false;
    }
    for (const PlVariable **seen = part->sees; *seen != NULL; seen++) {
        bool alike = false;
        if (!sees(variables, *seen, &alike))
            g_ptr_array_add(variables, (gpointer)(guintptr)*seen);
    }
    return variables->len <= MOST_VARIABLES;
}

/* Named as the routine is, so that "routine.argument" is found. */
static Try *
try_of_sql(const BodyCheck *check, const Routine *routine, const GPtrArray *variables, const char *sql)
{
    g_autoptr(GString) text = g_string_new(NULL);
    sql_append(text, "CREATE FUNCTION pg_temp.%I(", routine->name);
    for (guint i = 0; i < variables->len; i++) {
        const PlVariable *variable = variables->pdata[i];
        sql_append(text, "%s%I %s", i > 0 ? ", " : "", variable->name, variable->type);
    }
    g_autofree char *quote = sql_dollar_quote(sql);
    g_string_append_printf(text, ") RETURNS void LANGUAGE sql AS %s", quote);
    Try *try = try_new(check->arena);
    *try = (Try){.path = routine->path, .start = text->len, .length = strlen(sql)};
    g_string_append_printf(text, "%s%s", sql, quote);
    try->sql = arena_strdup(check->arena, text->str);
    return try;
}

static void
add_suspect(const BodyCheck *check, GPtrArray *list, const Routine *routine, const PlFragment *part, Try *try)
{
    Suspect *suspect = arena_new_one(check->arena, Suspect);
    *suspect = (Suspect){.routine = routine, .part = part, .try = try};
    g_ptr_array_add(list, suspect);
}

/* The routine itself, once more. */
static Try *
try_of_whole(const BodyCheck *check, const Routine *routine)
{
    Try *try = try_new(check->arena);
    *try = (Try){.path = routine->path, .sql = routine->definition};
    const char *body = strstr(routine->definition, routine->body);
    if (body != NULL) {
        try->start = (size_t)(body - routine->definition);
        try->length = strlen(routine->body);
    }
    return try;
}

/* As many parts in one function as can be: most of them are in order. */
typedef struct {
    GPtrArray *parts, *variables;
    Try *try;
    const Routine *routine;
} Group;

static void
group_free(void *data)
{
    Group *group = data;
    clear_faults(group->try);
    g_ptr_array_unref(group->parts);
    g_ptr_array_unref(group->variables);
    g_free(group);
}

static Group *
group_new(GPtrArray *groups, const Routine *routine)
{
    Group *group = g_new0(Group, 1);
    *group = (Group){g_ptr_array_new(), g_ptr_array_new(), NULL, routine};
    g_ptr_array_add(groups, group);
    return group;
}

static void
close_group(const BodyCheck *check, Group *group)
{
    g_autoptr(GString) sql = g_string_new(NULL);
    for (guint i = 0; i < group->parts->len; i++)
        g_string_append_printf(sql, "%s\n;\n", ((const PlFragment *)group->parts->pdata[i])->sql);
    group->try = try_of_sql(check, group->routine, group->variables, sql->str);
}

static void
add_groups(BodyCheck *check, GPtrArray *groups, const Routine *routine, const PlBody *body)
{
    Group *group = NULL;
    for (guint i = 0; i < body->fragments->len; i++) {
        const PlFragment *part = body->fragments->pdata[i];
        check->counts.statements += !part->is_declaration;
        if (group == NULL || !join_variables(group->variables, part)) {
            if (group != NULL)
                close_group(check, group);
            group = group_new(groups, routine);
            join_variables(group->variables, part);
        }
        g_ptr_array_add(group->parts, (gpointer)(guintptr)part);
    }
    if (group != NULL)
        close_group(check, group);
    check->counts.left_out += body->left_out + !body->is_whole;
    check->counts.statements += body->left_out + !body->is_whole;
}

static void
add_parts(BodyCheck *check, GPtrArray *groups, const Routine *routine, const char *relation)
{
    g_autoptr(GArray) given = body_variables(check->arena, routine, relation);
    PlBody body;
    plpgsql_read(check->arena, routine->body, (const PlVariable *)(guintptr)given->data, &body);
    add_groups(check, groups, routine, &body);
    plpgsql_clear(&body);
}

static void
add_checked(const BodyCheck *check, GPtrArray *suspects, const Routine *routine, const char *relation)
{
    Try *try = try_of_whole(check, routine);
    try->checks = true;
    try->relation = relation;
    add_suspect(check, suspects, routine, NULL, try);
}

/* A trigger's function is tried for each table that has such a trigger; without any nothing is known of NEW and OLD. */
static void
add_tries(BodyCheck *check, const Routine *routine, GPtrArray *groups, GPtrArray *suspects)
{
    const bool is_sql = strcmp(routine->language, "sql") == 0, many = routine->relations[0] != NULL;
    const bool can_check = check->can_check && (!body_is_of_trigger(routine) || many) && !routine->is_polymorphic;
    check->counts.bodies++;
    if (is_sql || !can_check)
        add_suspect(check, suspects, routine, NULL, try_of_whole(check, routine)); /* its syntax, at least */
    if (is_sql)
        return;
    if (routine->is_polymorphic) {
        check->counts.left_out++;
        check->counts.statements++;
        return;
    }
    for (char **relation = routine->relations; *relation != NULL; relation++)
        (can_check ? add_checked(check, suspects, routine, *relation) : add_parts(check, groups, routine, *relation));
    if (!many)
        (can_check ? add_checked(check, suspects, routine, NULL) : add_parts(check, groups, routine, NULL));
}

static bool
run_groups(BodyCheck *check, PGconn *connection, const GPtrArray *groups, GPtrArray *suspects, GError **error)
{
    g_autoptr(GPtrArray) tries = g_ptr_array_new();
    for (guint i = 0; i < groups->len; i++)
        g_ptr_array_add(tries, ((Group *)groups->pdata[i])->try);
    if (!tries_run(connection, check->arena, tries, error))
        return false;
    for (guint i = 0; i < groups->len; i++) {
        const Group *group = groups->pdata[i];
        for (guint k = 0; group->try->faults->len > 0 && k < group->parts->len; k++) {
            const PlFragment *part = group->parts->pdata[k];
            g_autoptr(GPtrArray) variables = g_ptr_array_new();
            if (join_variables(variables, part))
                add_suspect(check, suspects, group->routine, part,
                            try_of_sql(check, group->routine, variables, part->sql));
        }
    }
    return true;
}

static bool
run_suspects(const BodyCheck *check, PGconn *connection, const GPtrArray *suspects, GError **error)
{
    g_autoptr(GPtrArray) tries = g_ptr_array_new();
    for (guint i = 0; i < suspects->len; i++)
        g_ptr_array_add(tries, ((Suspect *)suspects->pdata[i])->try);
    return tries_run(connection, check->arena, tries, error);
}

/* What came of it ---------------------------------------------------------------------------------------------------
 */

/* Mistakes in a statement, and of what it names: not that it may not be done, or for want of anything. */
static bool
tells_of_body(const TryFault *fault)
{
    static const char *const NOT[] = {"42501", "42939"};
    for (size_t i = 0; i < G_N_ELEMENTS(NOT); i++)
        if (strcmp(fault->sqlstate, NOT[i]) == 0)
            return false;
    return g_str_has_prefix(fault->sqlstate, "42") || g_str_has_prefix(fault->sqlstate, "22") ||
           strcmp(fault->sqlstate, "3F000") == 0;
}

static int
line_of(const Suspect *suspect, const TryFault *fault)
{
    if (suspect->part == NULL)
        return MAX(fault->line, 1);
    int line = 1, column = 1;
    text_position(suspect->routine->body, suspect->part->offset, &line, &column);
    return line + MAX(fault->line - 1, 0);
}

/* A column of what is there, or of a table that was found: "a.b", "r.b". A name alone may be a variable that was not
 * understood as one. */
static bool
is_certain(const Suspect *suspect, const TryFault *fault)
{
    const bool is_whole = suspect->part == NULL;
    if (is_whole && strcmp(fault->sqlstate, "42601") == 0)
        return strcmp(suspect->routine->language, "plpgsql") == 0 || fault->line > 0;
    return strcmp(fault->sqlstate, "42703") == 0 &&
           (is_whole || strstr(fault->message, " of relation ") != NULL || strchr(fault->message, '.') != NULL);
}

static gint
by_place(gconstpointer left, gconstpointer right)
{
    const BodyProblem *a = left, *b = right;
    int order = strcmp(a->schema, b->schema);
    order = order != 0 ? order : strcmp(a->name, b->name);
    order = order != 0 ? order : strcmp(a->signature, b->signature);
    order = order != 0 ? order : a->line - b->line;
    return order != 0 ? order : (int)a->phase - (int)b->phase;
}

static void
add_problem(const BodyCheck *check, const Suspect *suspect, const TryFault *fault, bool failed_before)
{
    const Routine *routine = suspect->routine;
    const BodyProblem problem = {.schema = routine->schema,
                                 .name = routine->name,
                                 .signature = routine->signature,
                                 .kind = routine->kind,
                                 .body = routine->body,
                                 .phase = suspect->phase,
                                 .line = line_of(suspect, fault),
                                 .message = fault->message,
                                 .failed_before = failed_before,
                                 .has_path = routine->has_path,
                                 .is_certain = is_certain(suspect, fault)};
    g_array_append_val(check->problems, problem);
}

/* A body is looked at from its beginning to the first fault that it cannot be created with; by plpgsql_check, which
 * needs it created, to its end. */
static bool
failed_before(const Suspect *suspect, const TryFault *now, const GArray *before)
{
    for (guint i = 0; i < before->len; i++) {
        const TryFault *fault = &g_array_index(before, TryFault, i);
        if (suspect->part != NULL || fault->line == now->line ||
            (fault->stops && (suspect->try->checks || fault->line < now->line)))
            return true;
    }
    return false;
}

bool
body_check_after(BodyCheck *check, PGconn *connection, Phase phase, GError **error)
{
    g_autoptr(GPtrArray) routines = g_ptr_array_new(), suspects = g_ptr_array_new(),
                         groups = g_ptr_array_new_with_free_func(group_free);
    if (!connection_run(connection, "SET search_path = pg_catalog", error) ||
        (!check->asked && !tries_can_check(connection, &check->can_check, error)))
        return false;
    check->asked = true;
    check->counts = (BodyCounts){0};
    if (!body_routines_read(connection, check->arena, check->names, check->schemas, routines, error))
        return false;
    for (guint i = 0; i < routines->len; i++)
        add_tries(check, routines->pdata[i], groups, suspects);
    if (!run_groups(check, connection, groups, suspects, error) || !run_suspects(check, connection, suspects, error))
        return false;
    for (guint i = 0; i < suspects->len; i++) {
        Suspect *suspect = suspects->pdata[i];
        suspect->phase = phase;
        if (suspect->try->faults->len > 0)
            g_ptr_array_add(check->suspects, suspect);
        else
            clear_faults(suspect->try);
    }
    return true;
}

bool
body_check_before(BodyCheck *check, PGconn *connection, GError **error)
{
    g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    for (guint i = 0; i < check->suspects->len; i++)
        g_ptr_array_add(found, g_steal_pointer(&((Suspect *)check->suspects->pdata[i])->try->faults));
    if (!run_suspects(check, connection, check->suspects, error))
        return false;
    for (guint i = 0; i < found->len; i++) {
        const Suspect *suspect = check->suspects->pdata[i];
        const GArray *faults = found->pdata[i];
        for (guint k = 0; k < faults->len; k++) {
            const TryFault *fault = &g_array_index(faults, TryFault, k);
            if (tells_of_body(fault))
                add_problem(check, suspect, fault, failed_before(suspect, fault, suspect->try->faults));
        }
    }
    g_array_sort(check->problems, by_place);
    return true;
}
