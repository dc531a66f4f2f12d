#include "plan/names.h"

#include "model/lineage.h"
#include "sql/lex.h"
#include <string.h>

typedef struct {
    Schema *schema;
    GHashTable *by_name; /* root name -> GPtrArray of roots */
    GHashTable *schemas; /* name -> root */
} Names;

static bool
is_no_schema(const Node *root)
{
    return !root->kind->is_schema;
}

static void
register_roots(Names *names)
{
    schema_index_names(names->schema, is_no_schema, names->by_name);
    for (guint i = 0; i < names->schema->roots->len; i++) {
        Node *root = names->schema->roots->pdata[i];
        if (root->name != NULL && root->kind->is_schema)
            g_hash_table_insert(names->schemas, (gpointer)(guintptr)root->name, root);
    }
}

/* schema NULL: not said; then the mentioning node's own schema is preferred. */
static void
link_name(Names *names, Node *node, const char *schema, const char *name)
{
    GPtrArray *list = g_hash_table_lookup(names->by_name, name);
    const char *own = node->path_schema != NULL ? node->path_schema : node_root(node)->schema;
    bool found = false;
    for (int pass = 0; list != NULL && pass < 2 && !found; pass++) {
        const char *wanted = schema != NULL ? schema : pass == 0 ? own : NULL;
        for (guint i = 0; i < list->len; i++) {
            Node *root = list->pdata[i];
            bool peers = root->kind->raw_name && root->kind == node->kind; /* an operator's commutator may come later */
            if (root == node_root(node) || peers || (wanted != NULL && g_strcmp0(root->schema, wanted) != 0))
                continue;
            node_add_need(node, root);
            found = true;
        }
    }
}

static void link_text(Names *names, Node *node, const char *text);

/* nextval('queue_seq') and 'crash'::regclass mention what their strings spell. */
static void
link_string(Names *names, Node *node, Token token)
{
    g_autofree char *value = token_string(token);
    if (value != NULL && value[0] != '\0' && strpbrk(value, " \t\n'()$,;") == NULL)
        link_text(names, node, value);
}

/* A name, or an operator, which is its own. g_free; NULL: neither. */
static char *
mentioned(Token token)
{
    return token.kind == TOKEN_OPERATOR ? g_strndup(token.text, token.length) : token_name(token);
}

static void
link_text(Names *names, Node *node, const char *text)
{
    if (text == NULL)
        return;
    const char *cursor = text;
    Token token = lex_next_solid(&cursor);
    while (token.kind != TOKEN_END) {
        g_autofree char *schema = mentioned(token);
        Token next = lex_next_solid(&cursor);
        if (schema == NULL) {
            link_string(names, node, token);
            token = next;
            continue;
        }
        if (!token_is(next, ".")) {
            link_name(names, node, NULL, schema);
            token = next;
            continue;
        }
        g_autofree char *name = mentioned(lex_next_solid(&cursor));
        if (name != NULL)
            link_name(names, node, schema, name);
        link_name(names, node, NULL, schema); /* "table.column" */
        token = lex_next_solid(&cursor);
    }
}

static void
link_node(Node *node, void *data)
{
    Names *names = data;
    Node *schema = node->schema == NULL ? NULL : g_hash_table_lookup(names->schemas, node->schema);
    if (schema != NULL)
        node_add_need(node, schema);
    link_text(names, node, node->leaf);
    link_text(names, node, node->text);
    for (size_t i = 0; i < node->kind->n_attrs; i++)
        if (node->kind->attrs[i].type != VALUE_TEXT && node->kind->attrs[i].type != VALUE_LABELS &&
            (node->kind->attrs[i].flags & ATTR_LATE) == 0)
            link_text(names, node, node->values[i]);
}

void
names_link(Schema *schema)
{
    g_autoptr(GHashTable) by_name = schema_new_index();
    g_autoptr(GHashTable) schemas = g_hash_table_new(g_str_hash, g_str_equal);
    Names names = {schema, by_name, schemas};
    register_roots(&names);
    schema->has_edges = true;
    schema_visit(schema, link_node, &names);
    lineage_add_edges(schema);
}
