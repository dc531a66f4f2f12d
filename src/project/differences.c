#include "project/differences.h"

#include "project/autogenerate.h"

static void
write_delta(PleatSession *session, const Delta *delta, const char *const words[N_DELTA_KINDS])
{
    const Node *node = delta->new_node != NULL ? delta->new_node : delta->old_node;
    Place place = {0};
    for (const Node *up = delta->new_node; up != NULL && place.file == NULL; up = up->parent)
        if (up->declared != NULL)
            place = up->declared->place;
    if (place.file != NULL)
        session_write(session, "%s:%d:%d: ", place.file, place.line, place.column);
    session_write(session, "%s %s: %s", node->kind->title, node_address(node), words[delta->kind]);
    const char *comma = ": ";
    for (size_t i = 0; delta->kind == DELTA_ALTER && i < node->kind->n_attrs; i++)
        if (delta->changed & (1ull << i)) {
            session_write(session, "%s%s", comma, node->kind->attrs[i].key);
            comma = ", ";
        }
    for (Facet facet = 0; delta->kind == DELTA_ALTER && facet < N_FACETS; facet++)
        if (delta->facets & (1u << facet)) {
            session_write(session, "%s%s", comma, facet_keys[facet]);
            comma = ", ";
        }
    session_write(session, "\n");
}

bool
differences_write(PleatSession *session, Source *from, Source *to, const char *heading,
                  const char *const words[N_DELTA_KINDS], bool *clean, GError **error)
{
    g_autoptr(Proposal) proposal = NULL;
    if (!proposal_compare(session, from, to, &proposal, error))
        return false;
    g_autoptr(GArray) deltas = proposal_deltas(proposal);
    if (deltas->len > 0)
        session_write(session, "%s:\n", heading);
    for (guint i = 0; i < deltas->len; i++)
        write_delta(session, &g_array_index(deltas, Delta, i), words);
    *clean &= deltas->len == 0;
    return true;
}
