#include "model/scope.h"

#include "model/journals.h"
#include "model/privileges.h"
#include "sql/format.h"
#include <string.h>

const Scope scope_all = {.owners = true, .comments = true, .labels = true};

static bool
contains(const char *const *list, const char *word)
{
    for (; *list != NULL; list++)
        if (strcmp(*list, word) == 0)
            return true;
    return false;
}

static bool
is_managed(const Scope *scope, const Node *root)
{
    const char *schema = root->kind->in_schema ? root->schema : NULL;
    if (root->kind->is_schema)
        schema = root->name;
    if (schema != NULL && scope->schemas != NULL && !contains(scope->schemas, schema))
        return false;
    return scope->ignores == NULL || !scope->ignores(root->kind, root->schema, root->name, scope->data);
}

/* The canonical text with the managed roles' entries alone; NULL when none is left. */
static const char *
managed_privileges(const Scope *scope, Schema *schema, const char *privileges)
{
    if (privileges == NULL || scope->roles == NULL)
        return privileges;
    GString *out = g_string_new(NULL);
    for (char **pair = privileges_split(schema->arena, privileges); *pair != NULL; pair += 2) {
        if (!contains(scope->roles, pair[0]))
            continue;
        if (out->len > 0)
            g_string_append_c(out, ';');
        if (strcmp(pair[0], "PUBLIC") == 0)
            g_string_append(out, "PUBLIC");
        else
            sql_append_identifier(out, pair[0]);
        g_string_append_printf(out, "=%s", pair[1]);
    }
    const char *text = out->len == 0 ? NULL : arena_strdup(schema->arena, out->str);
    g_string_free(out, TRUE);
    return text;
}

/* Partitions of tables that are open to others, and the partitions of these. */
static void
find_others(const Scope *scope, const Schema *schema, GHashTable *others)
{
    for (bool found = scope->open != NULL; found;) {
        found = false;
        for (guint i = 0; i < schema->roots->len; i++) {
            const Node *root = schema->roots->pdata[i];
            int attr = kind_attr(root->kind, "partition_of");
            const char *above = attr < 0 ? NULL : root->values[attr];
            if (above != NULL && (contains(scope->open, above) || g_hash_table_contains(others, above)))
                found |= g_hash_table_add(others, (gpointer)(guintptr)node_address(root));
        }
    }
}

/* What other tools remember in tables of their own. */
static void
find_journals(const Scope *scope, const Schema *schema, GHashTable *others)
{
    if (scope->journals == NULL)
        return;
    g_autoptr(GHashTable) journals = journals_find(schema);
    GHashTableIter each;
    gpointer address;
    g_hash_table_iter_init(&each, journals);
    while (g_hash_table_iter_next(&each, &address, NULL))
        if (!contains(scope->journals, address))
            g_hash_table_add(others, address);
}

/* Of what is there only because something is said of it, is nothing said that is managed? */
static bool
is_idle(const Node *node)
{
    if (!node->kind->bare && node->kind->grant_parts == NULL)
        return false;
    for (size_t i = 0; i < node->kind->n_attrs; i++)
        if (node->values[i] != NULL && (node->kind->attrs[i].flags & ATTR_INTERNAL) == 0)
            return false;
    return node->facets[FACET_COMMENT] == NULL && node->facets[FACET_PRIVILEGES] == NULL &&
           node->facets[FACET_LABELS] == NULL;
}

void
scope_apply(const Scope *scope, Schema *schema)
{
    g_autoptr(GHashTable) others = g_hash_table_new(g_str_hash, g_str_equal);
    find_others(scope, schema, others);
    find_journals(scope, schema, others);
    for (guint i = 0; i < schema->roots->len; i++) {
        Node *root = schema->roots->pdata[i];
        bool managed = is_managed(scope, root) && !g_hash_table_contains(others, node_address(root));
        for (Node *node = root; node != NULL; node = node_walk(root, node)) {
            if (!managed)
                node->flags |= NODE_UNMANAGED;
            if (!scope->owners)
                node->facets[FACET_OWNER] = NULL;
            if (!scope->comments)
                node->facets[FACET_COMMENT] = NULL;
            if (!scope->labels)
                node->facets[FACET_LABELS] = NULL;
            node->facets[FACET_PRIVILEGES] = managed_privileges(scope, schema, node->facets[FACET_PRIVILEGES]);
            if (is_idle(node))
                node->flags |= NODE_UNMANAGED;
        }
    }
}
