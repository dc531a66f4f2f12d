#include "model/journals.h"

#include <string.h>

enum { MOST_COLUMNS = 3 };

typedef struct {
    const char *tool;
    const char *table;
    const char *columns[MOST_COLUMNS];
} Journal;

/* Before its release 5 Flyway had another name for it. */
static const Journal journals[] = {
    {"Alembic", "alembic_version", {"version_num"}},
    {"Flyway", "flyway_schema_history", {"installed_rank", "installed_by", "success"}},
    {"Flyway", "schema_version", {"installed_rank", "installed_by", "success"}},
};

/* A schema with all of these is a registry of Sqitch. */
static const Journal registry[] = {
    {"Sqitch", "projects", {"project", "creator_name", "creator_email"}},
    {"Sqitch", "changes", {"change_id", "committer_name", "planner_email"}},
    {"Sqitch", "tags", {"tag_id", "change_id", "committer_name"}},
    {"Sqitch", "dependencies", {"change_id", "dependency", "dependency_id"}},
    {"Sqitch", "events", {"change_id", "committer_name", "planner_email"}},
};
enum { WHOLE_REGISTRY = (1 << G_N_ELEMENTS(registry)) - 1 };

static bool
has_child(const Node *node, const char *name)
{
    for (const Node *child = node->first_child; child != NULL; child = child->next)
        if (child->name != NULL && strcmp(child->name, name) == 0)
            return true;
    return false;
}

static bool
is_journal(const Node *root, const Journal *journal)
{
    if (root->schema == NULL || strcmp(root->name, journal->table) != 0)
        return false;
    for (size_t i = 0; i < MOST_COLUMNS && journal->columns[i] != NULL; i++)
        if (!has_child(root, journal->columns[i]))
            return false;
    return true;
}

/* By schema: which tables of a registry it has, as bits. */
static GHashTable *
count_registries(const Schema *schema)
{
    GHashTable *found = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < schema->roots->len; i++) {
        const Node *root = schema->roots->pdata[i];
        for (size_t k = 0; k < G_N_ELEMENTS(registry); k++)
            if (is_journal(root, &registry[k])) {
                guint bits = GPOINTER_TO_UINT(g_hash_table_lookup(found, root->schema)) | 1U << k;
                g_hash_table_insert(found, (gpointer)(guintptr)root->schema, GUINT_TO_POINTER(bits));
            }
    }
    return found;
}

static const char *
tool_of(const Node *root, GHashTable *registries)
{
    const char *schema = root->kind->is_schema ? root->name : root->schema;
    if (schema == NULL)
        return NULL;
    if (GPOINTER_TO_UINT(g_hash_table_lookup(registries, schema)) == WHOLE_REGISTRY)
        return registry[0].tool;
    for (size_t k = 0; k < G_N_ELEMENTS(journals); k++)
        if (is_journal(root, &journals[k]))
            return journals[k].tool;
    return NULL;
}

GHashTable *
journals_find(const Schema *schema)
{
    g_autoptr(GHashTable) registries = count_registries(schema);
    GHashTable *found = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < schema->roots->len; i++) {
        const Node *root = schema->roots->pdata[i];
        const char *tool = tool_of(root, registries);
        if (tool != NULL)
            g_hash_table_insert(found, (gpointer)(guintptr)node_address(root), (gpointer)(guintptr)tool);
    }
    return found;
}
