#include "plan/script.h"
#include "project/autogenerate.h"
#include "project/squash.h"
#include "sql/leaves.h"
#include <string.h>

static void
note(Squash *squash, const char *text)
{
    g_ptr_array_add(squash->notes, arena_strdup(squash->arena, text));
}

/* "revisions/a.sql:7: INSERT INTO t ...": g_free. */
static char *
place_of(const Revision *revision, const Step *step, const char *sql)
{
    enum { SHOWN = 60 };
    g_autofree char *start = g_strdelimit(g_strndup(sql, SHOWN), "\r\n\t", ' ');
    g_autofree char *valid = g_utf8_make_valid(start, -1);
    return g_strdup_printf("%s:%d: %s%s", revision->path, step->line, valid, strlen(sql) > SHOWN ? " ..." : "");
}

/* Steps as they are -------------------------------------------------------------------------------------------------*/

/* A setting holds until the end of its revision: behind it, the next one's steps would run under it. */
static bool
check_settings(const Revision *revision, Step *const *steps, GError **error)
{
    for (; steps != NULL && *steps != NULL; steps++) {
        if ((*steps)->kind != STEP_SETTING)
            continue;
        g_autofree char *place = place_of(revision, *steps, (*steps)->statements[0]);
        fail(error, PLEAT_ERROR_STATE, "a setting would hold for the steps of other revisions too\n  %s", place);
        return fail_hint(error, "end the range before revision %s", revision->id);
    }
    return true;
}

static bool
join_steps(Squash *squash, GError **error)
{
    g_autoptr(GString) up = g_string_new(NULL), down = g_string_new(NULL);
    const Revision *without = NULL;
    for (guint i = 0; i < squash->range->len; i++) {
        const Revision *revision = squash->range->pdata[i];
        if (!check_settings(revision, revision->upgrade, error) ||
            !check_settings(revision, revision->downgrade, error))
            return false;
        g_autofree char *forth = revision_section(revision, false), *back = revision_section(revision, true);
        if (back == NULL)
            without = revision;
        g_string_append_printf(up, "-- of revision %s: %s\n%s%s", revision->id, revision->message, forth,
                               g_str_has_suffix(forth, "\n") || *forth == '\0' ? "" : "\n");
        g_string_prepend(down, back == NULL || g_str_has_suffix(back, "\n") || *back == '\0' ? "" : "\n");
        g_string_prepend(down, back == NULL ? "" : back);
    }
    note(squash, "all steps of the revisions that it replaces, one after the other");
    for (guint i = 0; i < squash->range->len; i++)
        for (const char **line = ((const Revision *)squash->range->pdata[i])->notes; *line != NULL; line++)
            if (g_str_has_prefix(*line, "irreversible: "))
                note(squash, *line);
    if (without != NULL)
        note(squash, arena_printf(squash->arena, "cannot be undone: revision %s had no downgrade", without->id));
    squash->up = g_strdup(up->str);
    squash->down = without != NULL ? NULL : g_strdup(down->str);
    return true;
}

/* What makes the schema ---------------------------------------------------------------------------------------------*/

/* Why the step must be there, though the schema does not show it; NULL: it need not. *idle: without rows it does
 * nothing. */
static const char *
reason_to_keep(const Squash *squash, const Step *step, const char *sql, bool *idle)
{
    *idle = step->kind == STEP_VERIFY;
    if (step->kind == STEP_COMMAND)
        return "what a program does is not known";
    return *idle || step->kind == STEP_SETTING ? NULL
                                               : statement_leaves(sql, squash->session->config->manage_owners, idle);
}

/* Statements that leave more than a schema are named in "kept"; those that only change rows are left out. */
static void
check_step(Squash *squash, const Revision *revision, const Step *step, GString *kept)
{
    for (char **sql = step->statements; *sql != NULL; sql++) {
        bool idle;
        const char *reason = reason_to_keep(squash, step, *sql, &idle);
        g_autofree char *place = place_of(revision, step, *sql);
        if (reason != NULL)
            g_string_append_printf(kept, "\n  %s (%s)", place, reason);
        else if (idle)
            note(squash, arena_printf(squash->arena, "left out, for there are no rows yet: %s", place));
        if (step->kind == STEP_COMMAND) /* its words are one program */
            return;
    }
}

static bool
check_steps(Squash *squash, GError **error)
{
    g_autoptr(GString) kept = g_string_new(NULL);
    for (guint i = 0; i < squash->range->len; i++) {
        const Revision *revision = squash->range->pdata[i];
        for (Step *const *step = revision->upgrade; *step != NULL; step++)
            check_step(squash, revision, *step, kept);
    }
    if (kept->len == 0)
        return true;
    fail(error, PLEAT_ERROR_STATE, "these steps leave what no schema shows, so that nothing proves a squash equal:%s",
         kept->str);
    return fail_hint(error, "--verbatim keeps all steps as they are; or end the range before them");
}

static bool
make_anew(Squash *squash, GError **error)
{
    PleatSession *session = squash->session;
    g_autoptr(GPtrArray) nothing = g_ptr_array_new(), ids = g_ptr_array_new();
    for (guint i = 0; i < squash->range->len; i++)
        g_ptr_array_add(ids, (gpointer)(guintptr)((const Revision *)squash->range->pdata[i])->id);
    if (!check_steps(squash, error))
        return false;
    g_autoptr(Source) from = source_draft("an empty database", NULL, nothing, NULL);
    g_autoptr(Source) to = source_draft("the range", NULL, ids, NULL);
    from->everything = to->everything = true;
    g_autoptr(Proposal) proposal = NULL;
    if (!source_pair(session, from, to, error) || !proposal_find(session, from, to, &proposal, error))
        return false;
    proposal->leaves_bodies = true; /* they are as they were */
    if (!proposal_prove(session, from, to, proposal, error))
        return false;
    GString *up = g_string_new(NULL), *down = g_string_new(NULL);
    script_append_up(up, proposal->plan, PHASE_NONE);
    script_append_down(down, proposal->plan, PHASE_NONE);
    squash->up = g_string_free(up, FALSE);
    squash->down = g_string_free(down, FALSE);
    return true;
}

bool
squash_make_steps(Squash *squash, GError **error)
{
    const Revision *first = squash->range->pdata[0], *last = squash->range->pdata[squash->range->len - 1];
    note(squash,
         arena_printf(squash->arena, "stands for %u revisions, %s to %s", squash->range->len, first->id, last->id));
    return squash->from_base && !squash->options->verbatim ? make_anew(squash, error) : join_steps(squash, error);
}
