#include "report/review_parts.h"

#include <string.h>

static void
action_free(void *data)
{
    ReviewAction *action = data;
    g_free(action->object);
    g_free(action->verb);
    g_free(action->cost);
    g_free(action->more);
    g_free(action);
}

/* The header's lines ----------------------------------------------------------------------------------------------- */

/* What begins a line of its own kind, and what is said of the action above it. */
static const char *const BESIDE[] = {"irreversible: ", "afterwards: ", "meanwhile: ", NULL};
static const char *const BELOW[] = {"with ", "because ", NULL};

static bool
begins_with_one_of(const char *text, const char *const *words)
{
    for (; *words != NULL; words++)
        if (g_str_has_prefix(text, *words))
            return true;
    return false;
}

static void
add_below(ReviewAction *action, const char *text)
{
    char *more = action->more == NULL ? g_strdup(text) : g_strconcat(action->more, "\n", text, NULL);
    g_free(action->more);
    action->more = more;
}

/* "OBJECT  VERB  COST", padded with blanks: the last two gaps of two or more part the columns. NULL: it is none. */
static ReviewAction *
read_columns(const char *line)
{
    static GRegex *pattern;
    if (g_once_init_enter(&pattern))
        g_once_init_leave(&pattern, g_regex_new("^(\\S.*?) {2,}(\\S.*?) {2,}(\\S.*)$", G_REGEX_OPTIMIZE, 0, NULL));
    g_autoptr(GMatchInfo) match = NULL;
    if (!g_regex_match(pattern, line, 0, &match))
        return NULL;
    ReviewAction *action = g_new0(ReviewAction, 1);
    action->object = g_match_info_fetch(match, 1);
    action->verb = g_match_info_fetch(match, 2);
    action->cost = g_match_info_fetch(match, 3);
    return action;
}

void
review_read_notes(const Revision *revision, GPtrArray **actions, GPtrArray **notes)
{
    *actions = g_ptr_array_new_with_free_func(action_free);
    *notes = g_ptr_array_new_with_free_func(g_free);
    for (const char **note = revision->notes; note != NULL && *note != NULL; note++) {
        g_autofree char *text = g_strstrip(g_strdup(*note));
        ReviewAction *last = (*actions)->len == 0 ? NULL : (*actions)->pdata[(*actions)->len - 1];
        ReviewAction *action =
            revision->generated == NULL || begins_with_one_of(text, BESIDE) ? NULL : read_columns(*note);
        if (action != NULL)
            g_ptr_array_add(*actions, action);
        else if (last != NULL && **note == ' ' && begins_with_one_of(text, BELOW))
            add_below(last, text);
        else if (*text != '\0')
            g_ptr_array_add(*notes, g_steal_pointer(&text));
    }
}

/* Losses ----------------------------------------------------------------------------------------------------------- */

/* Is a cost among those that an action's line tells? */
static bool
costs(const ReviewAction *action, Cost cost)
{
    for (const CostName *name = cost_names; name->words != NULL; name++)
        if (name->cost == cost)
            return strstr(action->cost, name->words) != NULL;
    return false;
}

/* "what table public.t holds" is said by "public.t: drop table" already. */
static bool
is_said(const ReviewedRevision *reviewed, const char *loss)
{
    for (guint i = 0; i < reviewed->actions->len; i++) {
        const ReviewAction *action = reviewed->actions->pdata[i];
        g_autofree char *end = g_strdup_printf(" %s holds", action->object);
        if (costs(action, COST_DATA_LOSS) && g_str_has_prefix(loss, "what ") && g_str_has_suffix(loss, end))
            return true;
    }
    return false;
}

guint
review_add_losses(GPtrArray *losses, const ReviewedRevision *reviewed)
{
    const guint before = losses->len;
    const char *id = reviewed->revision->id;
    for (guint i = 0; i < reviewed->actions->len; i++) {
        const ReviewAction *action = reviewed->actions->pdata[i];
        if (costs(action, COST_DATA_LOSS))
            g_ptr_array_add(losses, g_strdup_printf("%s: %s (%s)", action->object, action->verb, id));
    }
    for (guint i = 0; i < reviewed->notes->len; i++) {
        const char *note = reviewed->notes->pdata[i];
        if (g_str_has_prefix(note, BESIDE[0]) && !is_said(reviewed, note + strlen(BESIDE[0])))
            g_ptr_array_add(losses, g_strdup_printf("%s (%s)", note + strlen(BESIDE[0]), id));
    }
    return losses->len - before;
}

/* What to run when ------------------------------------------------------------------------------------------------- */

static void
deploy_free(void *data)
{
    DeployStep *step = data;
    g_free(step->what);
    g_free(step->command);
    g_ptr_array_unref(step->notes);
    g_free(step);
}

static DeployStep *
add_deploy(GPtrArray *deploy, const char *what, const char *command)
{
    DeployStep *step = g_new0(DeployStep, 1);
    *step = (DeployStep){g_strdup(what), g_strdup(command), g_ptr_array_new_with_free_func(g_free)};
    g_ptr_array_add(deploy, step);
    return step;
}

static void
add_note(DeployStep *step, char *note)
{
    if (g_ptr_array_find_with_equal_func(step->notes, note, g_str_equal, NULL))
        g_free(note);
    else
        g_ptr_array_add(step->notes, note);
}

enum { MOST_OBJECTS = 3 }; /* of one reason; the actions tell them all */

/* Objects are told with the reason that they have in common: "because ... may still call it: public.f()". */
typedef struct {
    char *words;
    GPtrArray *objects; /* borrowed */
} Reason;

static void
reason_free(void *data)
{
    Reason *reason = data;
    g_free(reason->words);
    g_ptr_array_unref(reason->objects);
    g_free(reason);
}

static void
add_reason(GPtrArray *reasons, const char *words, const char *object)
{
    guint at = 0;
    while (at < reasons->len && strcmp(((Reason *)reasons->pdata[at])->words, words) != 0)
        at++;
    if (at == reasons->len) {
        Reason *reason = g_new(Reason, 1);
        *reason = (Reason){g_strdup(words), g_ptr_array_new()};
        g_ptr_array_add(reasons, reason);
    }
    GPtrArray *objects = ((Reason *)reasons->pdata[at])->objects;
    if (!g_ptr_array_find_with_equal_func(objects, object, g_str_equal, NULL))
        g_ptr_array_add(objects, (gpointer)(guintptr)object);
}

static void
add_reasons(DeployStep *step, const GPtrArray *reasons)
{
    for (guint i = 0; i < reasons->len; i++) {
        const Reason *reason = reasons->pdata[i];
        GString *note = g_string_new(reason->words);
        for (guint k = 0; k < MIN(reason->objects->len, MOST_OBJECTS); k++)
            g_string_append_printf(note, "%s%s", k == 0 ? ": " : ", ", (char *)reason->objects->pdata[k]);
        if (reason->objects->len > MOST_OBJECTS)
            g_string_append_printf(note, " and %u more", reason->objects->len - MOST_OBJECTS);
        g_ptr_array_add(step->notes, g_string_free(note, FALSE));
    }
}

/* Why it waits, what must be stopped, what is to be done by hand. */
static void
mind(DeployStep *step, GPtrArray *reasons, const ReviewedRevision *reviewed)
{
    for (guint i = 0; i < reviewed->actions->len; i++) {
        const ReviewAction *action = reviewed->actions->pdata[i];
        if (costs(action, COST_BREAKS))
            add_note(step, g_strdup_printf("stop the old application first: %s: %s", action->object, action->verb));
        g_auto(GStrv) lines = g_strsplit(action->more == NULL ? "" : action->more, "\n", -1);
        for (char **line = lines; *line != NULL; line++)
            if (g_str_has_prefix(*line, "because "))
                add_reason(reasons, *line, action->object);
    }
    for (guint i = 0; i < reviewed->notes->len; i++)
        if (g_str_has_prefix(reviewed->notes->pdata[i], BESIDE[1]))
            add_note(step, g_strdup(reviewed->notes->pdata[i]));
}

/* The revisions of one phase, of the database or of tenants, if there are any: a step that runs them. */
static bool
add_phase(GPtrArray *deploy, const GPtrArray *revisions, bool contract, bool tenants)
{
    const char *what = contract ? "when the old application is gone" : "before the new application is deployed";
    g_autofree char *command =
        g_strdup_printf("pleat upgrade %s@head%s", contract ? "contract" : "expand", tenants ? " --tenants" : "");
    g_autoptr(GPtrArray) reasons = g_ptr_array_new_with_free_func(reason_free);
    DeployStep *step = NULL;
    for (guint i = 0; i < revisions->len; i++) {
        const ReviewedRevision *reviewed = revisions->pdata[i];
        if ((reviewed->revision->phase == PHASE_CONTRACT) != contract || reviewed->revision->tenant != tenants)
            continue;
        if (step == NULL)
            step = add_deploy(deploy, what, command);
        mind(step, reasons, reviewed);
    }
    if (step != NULL)
        add_reasons(step, reasons);
    return step != NULL;
}

/* What tenants have may need what the database has: it comes there before, and goes after. */
GPtrArray *
review_deploy(const GPtrArray *revisions)
{
    GPtrArray *deploy = g_ptr_array_new_with_free_func(deploy_free);
    const bool own = add_phase(deploy, revisions, false, false), theirs = add_phase(deploy, revisions, false, true);
    if (own || theirs)
        add_deploy(deploy, "deploy the new application", NULL);
    add_phase(deploy, revisions, true, true);
    add_phase(deploy, revisions, true, false);
    return deploy;
}
