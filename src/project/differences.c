#include "project/differences.h"

#include "base/spell.h"
#include "project/autogenerate.h"

static const Node *
node_of(const Delta *delta)
{
    return delta->new_node != NULL ? delta->new_node : delta->old_node;
}

/* The nearest place at which the node, or what it stands in, is declared. */
static Place
place_of(const Telling *telling, const Delta *delta)
{
    Place place = {0};
    for (const Node *up = delta->new_node; up != NULL && place.file == NULL; up = up->parent)
        if (up->declared != NULL)
            place = up->declared->place;
    for (const Node *up = telling->declared == NULL ? NULL : node_of(delta); up != NULL && place.file == NULL;
         up = up->parent) {
        const Node *same = schema_match(telling->declared, up);
        if (same != NULL && same->declared != NULL)
            place = same->declared->place;
    }
    return place;
}

/* "column public.t.a: differs: type, comment": g_free. */
static char *
sentence_of(const Delta *delta, const char *const words[N_DELTA_KINDS])
{
    const Node *node = node_of(delta);
    GString *out = g_string_new(NULL);
    g_autofree char *address = spell_controls(node_address(node), "");
    g_string_append_printf(out, "%s %s: %s", node->kind->title, address, words[delta->kind]);
    const char *comma = ": ";
    for (size_t i = 0; delta->kind == DELTA_ALTER && i < node->kind->n_attrs; i++)
        if (delta->changed & (1ull << i)) {
            g_string_append_printf(out, "%s%s", comma, node->kind->attrs[i].key);
            comma = ", ";
        }
    for (Facet facet = 0; delta->kind == DELTA_ALTER && facet < N_FACETS; facet++)
        if (delta->facets & (1u << facet)) {
            g_string_append_printf(out, "%s%s", comma, facet_keys[facet]);
            comma = ", ";
        }
    return g_string_free(out, FALSE);
}

static void
tell(Telling *telling, const Delta *delta, const RuleName *rule, const char *const words[N_DELTA_KINDS])
{
    g_autofree char *sentence = sentence_of(delta, words);
    const Place place = place_of(telling, delta);
    if (telling->findings != NULL) {
        Finding *finding = findings_add(telling->findings, rule, place, "%s", sentence);
        finding->object = g_strdup(node_address(node_of(delta)));
        finding_hint(finding, "%s", rule->help);
        return;
    }
    if (place.file != NULL)
        session_write(telling->session, "%s:%d:%d: ", place.file, place.line, place.column);
    session_write(telling->session, "%s\n", sentence);
}

bool
differences_tell(Telling *telling, Source *from, Source *to, const char *heading, const RuleName *rule,
                 const char *const words[N_DELTA_KINDS], GError **error)
{
    g_autoptr(Proposal) proposal = NULL;
    if (!proposal_compare(telling->session, from, to, &proposal, error))
        return false;
    g_autoptr(GArray) deltas = proposal_deltas(proposal);
    if (deltas->len > 0 && telling->findings == NULL)
        session_write(telling->session, "%s:\n", heading);
    for (guint i = 0; i < deltas->len; i++)
        tell(telling, &g_array_index(deltas, Delta, i), rule, words);
    telling->clean &= deltas->len == 0;
    return true;
}

bool
differences_write(PleatSession *session, Source *from, Source *to, const char *heading,
                  const char *const words[N_DELTA_KINDS], bool *clean, GError **error)
{
    Telling telling = {.session = session, .clean = *clean};
    if (!differences_tell(&telling, from, to, heading, NULL, words, error))
        return false;
    *clean = telling.clean;
    return true;
}
