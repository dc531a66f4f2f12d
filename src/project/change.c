#include "project/change.h"

#include "plan/script.h"
#include "project/describe.h"
#include "project/dropped_lines.h"
#include "project/expectations.h"
#include "revision/measured.h"
#include <string.h>

static int
compare_texts(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* The files that declarations of the phase's actions stand in, as "schema/user.yaml@5f0c1e2", sorted. */
static const char **
source_lines(const Source *to, const Plan *plan, Phase phase, Arena *arena)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) lines = g_ptr_array_new();
    for (guint i = 0; i < plan->actions->list->len; i++) {
        const Action *action = plan->actions->list->pdata[i];
        const char *file = action->place.file;
        if (action->effect.phase != phase || file == NULL || !g_hash_table_add(seen, (gpointer)(guintptr)file))
            continue;
        g_autoptr(GBytes) content = NULL;
        if (to->tree == NULL || !file_tree_has(to->tree, file) || !file_tree_read(to->tree, file, &content, NULL))
            continue;
        g_autofree char *blob = history_blob_id(content);
        g_ptr_array_add(lines, arena_printf(arena, "%s@%.7s", file, blob));
    }
    g_ptr_array_sort(lines, compare_texts);
    const char **list = arena_new_array(arena, const char *, lines->len + 1);
    for (guint i = 0; i < lines->len; i++)
        list[i] = lines->pdata[i];
    return list;
}

/* In the first file of the change: what two phases cannot do. */
static void
add_meanwhile(const Proposal *proposal, Phase phase, GPtrArray *notes, Arena *arena)
{
    const bool is_first = phase == PHASE_EXPAND || plan_count(proposal->plan, PHASE_EXPAND) == 0;
    for (guint i = 0; is_first && i < proposal->deltas->len; i++) {
        const char *text = delta_meanwhile(&g_array_index(proposal->deltas, Delta, i), arena);
        if (text != NULL)
            g_ptr_array_add(notes, g_strdup_printf("meanwhile: %s", text));
    }
    for (guint i = 0; is_first && i < proposal->plan->actions->list->len; i++) {
        const Action *action = proposal->plan->actions->list->pdata[i];
        if (action->meanwhile != NULL)
            g_ptr_array_add(notes, g_strdup_printf("meanwhile: %s", action->meanwhile));
    }
}

static const char **
note_lines(const Proposal *proposal, Phase phase, Arena *arena)
{
    g_autoptr(GPtrArray) notes = describe_phase(proposal->plan, phase, &proposal->states, proposal->sizes);
    add_meanwhile(proposal, phase, notes, arena);
    const char **list = arena_new_array(arena, const char *, notes->len + 2);
    for (guint i = 0; i < notes->len; i++)
        list[i] = arena_strdup(arena, notes->pdata[i]);
    list[notes->len] = arena_strdup(arena, proposal->remark);
    return list;
}

/* Joins what each step of one way does: number -> array of Impact. */
static void
join_steps(const GArray *list, const ProofStates *states, GHashTable *numbers, GPtrArray *steps)
{
    for (guint i = 0; i < list->len; i++) {
        const ActionSql *sql = &g_array_index(list, ActionSql, i);
        const GArray *impacts = g_hash_table_lookup(states->impacts, sql);
        const guint number = (guint)GPOINTER_TO_INT(g_hash_table_lookup(numbers, sql));
        if (steps->len <= number)
            g_ptr_array_set_size(steps, (int)number + 1);
        if (impacts != NULL && steps->pdata[number] == NULL)
            steps->pdata[number] = impacts_new();
        for (guint k = 0; impacts != NULL && k < impacts->len; k++)
            impacts_join(steps->pdata[number], &g_array_index(impacts, Impact, k));
    }
}

static void
add_measured(const Proposal *proposal, Phase phase, bool down, Arena *arena, GPtrArray *lines)
{
    const GPtrArray *list = proposal->plan->actions->list;
    g_autoptr(GHashTable) numbers = script_number(proposal->plan, phase, down);
    g_autoptr(GPtrArray) steps = g_ptr_array_new();
    for (guint i = 0; i < list->len; i++) {
        const Action *action = list->pdata[i];
        if (action->effect.phase == phase)
            join_steps(down ? action->down : action->up, &proposal->states, numbers, steps);
    }
    for (guint number = 1; number < steps->len; number++) {
        GArray *impacts = steps->pdata[number];
        if (impacts == NULL)
            continue;
        impacts_sort(impacts);
        g_ptr_array_add(lines, (gpointer)(guintptr)measured_format(arena, down, (int)number, impacts));
        g_array_unref(impacts);
    }
}

/* What was measured of the steps that touch what is there. */
static const char **
measured_lines(const Proposal *proposal, Phase phase, Arena *arena)
{
    g_autoptr(GPtrArray) lines = g_ptr_array_new();
    add_measured(proposal, phase, false, arena, lines);
    add_measured(proposal, phase, true, arena, lines);
    if (lines->len == 0)
        g_ptr_array_add(lines, (gpointer)(guintptr)measured_nothing);
    const char **list = arena_new_array(arena, const char *, lines->len + 1);
    for (guint i = 0; i < lines->len; i++)
        list[i] = lines->pdata[i];
    return list;
}

void
change_write(Revision *header, const Source *to, const Proposal *proposal, const char *const *heads, char **up,
             char **down)
{
    const Plan *plan = proposal->plan;
    header->expects = expectations_of(proposal, header->phase, heads, to->schema->major, header->arena);
    header->drops =
        header->phase == PHASE_CONTRACT ? dropped_lines(proposal, header->phase, to->schema, header->arena) : NULL;
    header->source = source_lines(to, plan, header->phase, header->arena);
    header->notes = note_lines(proposal, header->phase, header->arena);
    header->measured = measured_lines(proposal, header->phase, header->arena);
    header->generated = "";
    GString *forth = g_string_new(NULL), *back = g_string_new(NULL);
    script_append_up(forth, plan, header->phase);
    script_append_down(back, plan, header->phase);
    *up = g_string_free(forth, FALSE);
    *down = g_string_free(back, FALSE);
}

bool
change_add(RevisionFiles *files, Revision *header, const Source *to, const Proposal *proposal, const char *const *heads,
           GError **error)
{
    g_autofree char *up = NULL, *down = NULL;
    change_write(header, to, proposal, heads, &up, &down);
    return revision_files_add(files, header, up, down, error);
}

bool
change_is_one(const Revision *expand, const Revision *contract)
{
    return expand->phase == PHASE_EXPAND && contract->phase == PHASE_CONTRACT &&
           g_strv_contains(contract->depends_on, expand->id) && strcmp(expand->message, contract->message) == 0;
}
