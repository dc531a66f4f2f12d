#include "project/autogenerate.h"

#include "project/recover.h"
#include "scratch/prove.h"

void
change_free(Change *change)
{
    if (change == NULL)
        return;
    plan_free(change->plan);
    g_clear_pointer(&change->deltas, g_array_unref);
    g_free(change);
}

bool
change_find(PleatSession *session, Source *from, Source *to, Change **out, GError **error)
{
    g_autoptr(Change) change = g_new0(Change, 1);
    change->deltas = diff_run(from->schema, to->schema);
    int recovered = 0;
    if (session->config->path != NULL && !recover_texts(session, from->schema, change->deltas, &recovered, error))
        return false;
    if (!plan_make(from->schema, to->schema, change->deltas, session->config->revision_schema, &change->plan, error))
        return false;
    *out = g_steal_pointer(&change);
    return true;
}

bool
change_prove(PleatSession *session, Source *from, Source *to, Change *change, GError **error)
{
    Scratch *scratch = NULL;
    if (!session_scratch(session, from->schema->major, &scratch, error))
        return false;
    g_autoptr(GError) problem = NULL;
    if (prove_plan(scratch, from->schema, to->schema, change->plan, from->scope, &problem))
        return true;
    recover_forget(change->deltas);
    g_autoptr(Plan) plan = NULL;
    if (!plan_make(from->schema, to->schema, change->deltas, session->config->revision_schema, &plan, error))
        return false;
    if (!prove_plan(scratch, from->schema, to->schema, plan, from->scope, NULL)) {
        g_propagate_error(error, g_steal_pointer(&problem));
        return false;
    }
    plan_free(change->plan);
    change->plan = g_steal_pointer(&plan);
    return true;
}
