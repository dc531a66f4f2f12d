/* What the kinds claim of each action between two databases, and what was measured: for tests/cases/measured.py.
 *
 *     PHASE <tab> SUBJECT <tab> VERB <tab> LOCK <tab> COSTS [<tab> RELATION LOCK COSTS PARTITIONS]...
 *
 * An action whose relation was not there before has nothing measured. COSTS is a number (model/effect.h).
 */
#include "project/autogenerate.h"
#include <stdio.h>

static void
print_impacts(const Proposal *proposal, const Action *action)
{
    for (guint i = 0; i < action->up->len; i++) {
        const ActionSql *sql = &g_array_index(action->up, ActionSql, i);
        const GArray *impacts = g_hash_table_lookup(proposal->states.impacts, sql);
        for (guint k = 0; impacts != NULL && k < impacts->len; k++) {
            const Impact *impact = &g_array_index(impacts, Impact, k);
            printf("\t%s|%d|%u|%d", impact->relation, (int)impact->lock, impact->costs, impact->partitions);
        }
    }
}

static void
print_all(const Proposal *proposal)
{
    const GPtrArray *list = proposal->plan->actions->list;
    for (guint i = 0; i < list->len; i++) {
        const Action *action = list->pdata[i];
        const Node *node = action->new_node != NULL ? action->new_node : action->old_node;
        if (action->up->len == 0)
            continue;
        printf("%s\t%s\t%s\t%d\t%u", phase_name(action->effect.phase), node_address(node_root(node)), action->verb,
               (int)action->effect.lock, action->effect.costs);
        print_impacts(proposal, action);
        printf("\n");
    }
}

static bool
run(const char *from_uri, const char *to_uri, GError **error)
{
    const PleatSessionOptions options = {.directory = "/"};
    g_autoptr(PleatSession) session = NULL;
    g_autoptr(Source) from = NULL, to = NULL;
    g_autoptr(Proposal) proposal = NULL;
    if (!pleat_session_open(&options, &session, error) || !source_open(session, from_uri, &from, error) ||
        !source_open(session, to_uri, &to, error) || !source_pair(session, from, to, error) ||
        !proposal_find(session, from, to, &proposal, error) || !proposal_prove(session, from, to, proposal, error))
        return false;
    print_all(proposal);
    return true;
}

int
main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    if (argc == 3 && run(argv[1], argv[2], &error))
        return 0;
    fprintf(stderr, "%s\n", error == NULL ? "usage: claims FROM TO" : error->message);
    return 1;
}
