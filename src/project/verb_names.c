#include "lint/rule.h"
#include "model/emit.h"
#include "project/declared.h"

static void
write_name(PleatSession *session, const char *name, const char *more)
{
    g_autofree char *words = more == NULL ? g_strdup("") : g_strdelimit(g_strdup(more), "\n\t", ' ');
    session_write(session, "%s%s%s\n", name, more == NULL ? "" : "\t", words);
}

static bool
write_databases(PleatSession *session)
{
    for (size_t i = 0; i < session->config->n_databases; i++)
        write_name(session, session->config->databases[i].name, NULL);
    return true;
}

static void
write_labels(PleatSession *session, const Revision *revision)
{
    for (const char **label = revision->labels; label != NULL && *label != NULL; label++) {
        g_autofree char *symbol = g_strconcat(*label, "@head", NULL);
        write_name(session, symbol, revision->message);
    }
    if (revision->milestone != NULL)
        write_name(session, revision->milestone, revision->message);
}

/* The newest first, behind the symbols that one types most. */
static bool
write_revisions(PleatSession *session, GError **error)
{
    static const char *const SYMBOLS[] = {"head", "heads", "base", "expand@head", "contract@head"};
    g_autoptr(Graph) graph = NULL;
    if (!session_graph(session, &graph, error))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(SYMBOLS); i++)
        write_name(session, SYMBOLS[i], NULL);
    GPtrArray *all = graph_all(graph);
    for (guint i = all->len; i-- > 0;) {
        const Revision *revision = all->pdata[i];
        g_autofree char *more = g_strdup_printf("%s: %s", phase_name(revision->phase), revision->message);
        write_name(session, revision->id, more);
        write_labels(session, revision);
    }
    return true;
}

static void
write_object(Node *node, void *data)
{
    if (node->name != NULL && !node_is_silent(node) && (node->flags & NODE_DERIVED) == 0 && !node->kind->anonymous)
        write_name(data, node_address(node), node->kind->title);
}

static bool
write_objects(PleatSession *session, GError **error)
{
    g_autoptr(Schema) declared = NULL;
    if (!declared_load(session, &declared, error))
        return false;
    schema_visit(declared, write_object, session);
    return true;
}

static bool
write_rules(PleatSession *session)
{
    for (const RuleName *const *name = rule_names(); *name != NULL; name++)
        write_name(session, (*name)->slug, (*name)->summary);
    return true;
}

bool
pleat_names(PleatSession *session, PleatNames names, GError **error)
{
    switch (names) {
    case PLEAT_NAMES_DATABASES:
        return write_databases(session);
    case PLEAT_NAMES_REVISIONS:
        return write_revisions(session, error);
    case PLEAT_NAMES_OBJECTS:
        return write_objects(session, error);
    case PLEAT_NAMES_RULES:
        return write_rules(session);
    }
    return true;
}
