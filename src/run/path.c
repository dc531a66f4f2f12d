#include "run/path.h"

#include "revision/replaces.h"
#include "run/drift.h"
#include "run/gates.h"
#include "run/lock.h"
#include "run/runner.h"
#include "run/tenant.h"
#include <string.h>

static bool
refuse_edited(const Revision *revision, const char *when, GError **error)
{
    fail(error, PLEAT_ERROR_STATE, "revision %s was edited after it was %s: %s", revision->id, when,
         revision->path == NULL ? "its checksum differs" : revision->path);
    return fail_hint(error, "restore the file, or say --allow-edited; pleat stamp %s takes it for applied as it is now",
                     revision->id);
}

/* Has the file stayed as it was applied, to the letter? Then what it says need not be found out. */
static bool
is_untouched(const Runner *runner, const Revision *revision)
{
    const char *then = g_hash_table_lookup(runner->digests, revision->id);
    g_autofree char *now = then == NULL ? NULL : revision_digest(revision);
    return then != NULL && strcmp(then, now) == 0;
}

static bool
check_edited(const Runner *runner, const Path *path, GError **error)
{
    if (runner->options->allow_edited)
        return true;
    for (guint i = 0; i < path->all->len; i++) {
        Revision *revision = path->all->pdata[i];
        const char *applied = g_hash_table_lookup(runner->versions, revision->id);
        bool unfinished = g_strcmp0(runner->journal->revision, revision->id) == 0;
        if (!unfinished && (applied == NULL || is_untouched(runner, revision)))
            continue;
        if (!revision_load(revision, error))
            return false;
        if (applied != NULL && strcmp(applied, revision->checksum) != 0)
            return refuse_edited(revision, "applied", error);
        if (unfinished && strcmp(runner->journal->checksum, revision->checksum) != 0)
            return refuse_edited(revision, runner->journal->down ? "half undone" : "half applied", error);
    }
    return true;
}

static bool
refuse_unfinished(const Journal *journal, const char *reason, GError **error)
{
    const char *state = journal->down ? "half undone" : "half applied";
    fail(error, PLEAT_ERROR_STATE, "revision %s is %s (%d of its steps are done): %s", journal->revision, state,
         journal->done, reason);
    if (journal->down)
        return fail_hint(error, "finish undoing it with pleat downgrade, then go on");
    return fail_hint(error, "finish it first: pleat upgrade %s", journal->revision);
}

/* What is unfinished goes on before anything else begins: all that it stands on is there already. */
static bool
put_unfinished_first(const Journal *journal, GPtrArray *revisions, bool down, GError **error)
{
    if (journal->revision == NULL)
        return true;
    if (journal->down != down)
        return refuse_unfinished(journal, down ? "it cannot be undone like that" : "nothing can be applied on it",
                                 error);
    for (guint i = 0; i < revisions->len; i++) {
        Revision *revision = revisions->pdata[i];
        if (strcmp(revision->id, journal->revision) != 0)
            continue;
        g_ptr_array_remove_index(revisions, i);
        g_ptr_array_insert(revisions, 0, revision);
        return true;
    }
    return refuse_unfinished(journal, "it is not on the way to this target", error);
}

static bool
check_step(const Revision *revision, const Step *step, const RunOptions *options, GError **error)
{
    if (step->kind != STEP_COMMAND || options->allow_commands)
        return true;
    fail(error, PLEAT_ERROR_STATE, "revision %s runs a program (\"%s\"), which is not allowed", revision->id,
         step->statements[0]);
    return fail_hint(error, "run: {commands: true} in pleat.yaml allows it");
}

/* What can be known to fail fails before anything runs. */
static bool
check_runnable(const GPtrArray *revisions, bool down, const RunOptions *options, GError **error)
{
    for (guint i = 0; i < revisions->len; i++) {
        Revision *revision = revisions->pdata[i];
        if (!revision_load(revision, error))
            return false;
        if (down && revision->downgrade == NULL)
            return fail(error, PLEAT_ERROR_STATE, "revision %s cannot be undone: its file has no downgrade",
                        revision->id);
        g_autoptr(Arena) arena = arena_new();
        Step *const *steps = NULL;
        if (!tenant_steps(arena, revision, down, options, &steps, error))
            return fail_within(error, "revision %s", revision->id);
        for (Step *const *step = steps; *step != NULL; step++)
            if (!check_step(revision, *step, options, error))
                return false;
    }
    return true;
}

static bool
find(Runner *runner, const Path *path, bool down, GPtrArray **out, GError **error)
{
    g_autoptr(GPtrArray) revisions = NULL;
    if (!runner_read(runner, error) || !replaces_recognise(path->all, runner->versions, error) ||
        !check_edited(runner, path, error) || !path->find(path->data, runner->versions, &revisions, error) ||
        !put_unfinished_first(runner->journal, revisions, down, error) ||
        !check_runnable(revisions, down, runner->options, error))
        return false;
    *out = g_steal_pointer(&revisions);
    return true;
}

static bool
run_all(Runner *runner, GPtrArray *all, const GPtrArray *revisions, bool down, int *count, GError **error)
{
    runner->count = (int)revisions->len;
    runner_tell_more(runner, (RunEvent){.kind = RUN_PLANNED, .revisions = revisions});
    for (guint i = 0; i < revisions->len; i++, ++*count) {
        const Revision *revision = revisions->pdata[i];
        runner->number = (int)i + 1;
        if ((!down && (!drift_check(runner, all, revision, error) || !gates_check(runner, all, revision, error))) ||
            !runner_revision(runner, revision, down, error))
            return false;
        if (down)
            g_hash_table_remove(runner->versions, revision->id);
        else
            g_hash_table_insert(runner->versions, g_strdup(revision->id), NULL);
    }
    return true;
}

/* Three looks: before anybody is bothered, when no other runner is left, and when no lost one can commit any more. */
bool
path_run(const char *conninfo, const Path *path, bool down, const RunOptions *options, int *count, GError **error)
{
    g_autoptr(Runner) runner = NULL;
    *count = 0;
    if (!runner_open(conninfo, options, &runner, error))
        return false;
    for (int look = 0; look < 3; look++) {
        if ((look == 1 && !lock_take(runner, error)) || (look == 2 && !runner_begin(runner, error)))
            return false;
        g_autoptr(GPtrArray) revisions = NULL;
        if (!find(runner, path, down, &revisions, error))
            return false;
        if (revisions->len == 0)
            return true;
        if (look == 2)
            return run_all(runner, path->all, revisions, down, count, error);
    }
    g_assert_not_reached();
}
