#include "catalog/catalog.h"
#include "diff/diff.h"
#include "files/file_write.h"
#include "model/copy.h"
#include "model/journals.h"
#include "model/privileges.h"
#include "plan/script.h"
#include "project/replayed.h"
#include "project/unmodelled.h"
#include "yaml/fmt.h"
#include "yaml/scalar.h"
#include "yaml/write.h"

#include <errno.h>
#include <string.h>

typedef struct {
    PleatSession *session;
    const PleatReflectOptions *options;
    const char *directory;
    Schema *schema;
    FileBatch *batch;
    GPtrArray *paths;         /* relative, of the files in the batch */
    const char *public_owner; /* of the schema "public" in a new database */
} Reflection;

static const char PUBLIC_OWNER[] = "SELECT CASE WHEN pg_catalog.current_setting('server_version_num')::int >= 150000\n"
                                   "       THEN 'pg_database_owner' ELSE pg_catalog.pg_get_userbyid(10) END";

static bool
add_file(Reflection *reflection, const char *path, const char *text, GError **error)
{
    g_autofree char *full = g_build_filename(reflection->directory, path, NULL);
    g_autoptr(GBytes) content = g_bytes_new(text, strlen(text));
    g_ptr_array_add(reflection->paths, g_strdup(path));
    return file_batch_add(reflection->batch, full, content, 0666, error);
}

static bool
mentions(const Node *node, const char *role)
{
    g_autoptr(Arena) arena = arena_new();
    for (char **pair = privileges_split(arena, node->facets[FACET_PRIVILEGES]); *pair != NULL; pair += 2)
        if (strcmp(pair[0], role) == 0)
            return true;
    return false;
}

/* An object belongs to whoever makes it, and "public" to the database's owner: that needs no word, unless others do
 * that are about the owner. */
static void
forget_usual_owner(Node *node, void *data)
{
    const char *user = data;
    const char *owner = node->facets[FACET_OWNER];
    bool is_public = node->kind->is_schema && strcmp(node->name, "public") == 0;
    if (owner != NULL && !mentions(node, owner) &&
        (is_public ? strcmp(owner, "pg_database_owner") == 0 : strcmp(owner, user) == 0))
        node->facets[FACET_OWNER] = NULL;
}

typedef struct {
    GHashTable *roles;
    bool owners;
} Surroundings;

static void
find_surroundings(Node *node, void *data)
{
    Surroundings *found = data;
    g_autoptr(Arena) arena = arena_new();
    found->owners |= node->facets[FACET_OWNER] != NULL;
    for (char **pair = privileges_split(arena, node->facets[FACET_PRIVILEGES]); *pair != NULL; pair += 2)
        g_hash_table_add(found->roles, g_strdup(strcmp(pair[0], "PUBLIC") == 0 ? "public" : pair[0]));
}

static void
append_names(GString *out, GList *names)
{
    g_string_append_c(out, '[');
    for (GList *name = names; name != NULL; name = name->next) {
        scalar_append_inline(out, name->data);
        if (name->next != NULL)
            g_string_append(out, ", ");
    }
    g_string_append_c(out, ']');
}

/* The schemas that are managed, "public" first: it is where unqualified names go. */
static GList *
schema_names(const Schema *schema)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    GList *names = NULL;
    for (guint i = 0; i < schema->roots->len; i++) {
        const Node *root = schema->roots->pdata[i];
        if (root->kind->is_schema && (root->flags & NODE_UNMANAGED) == 0 &&
            g_hash_table_add(seen, (gpointer)(guintptr)root->name))
            names = g_list_append(names, (gpointer)(guintptr)root->name);
    }
    GList *public = g_list_find_custom(names, "public", (GCompareFunc)(void (*)(void))strcmp);
    if (public == NULL)
        return names;
    names = g_list_remove_link(names, public);
    return g_list_concat(public, names);
}

static int
compare_names(const void *left, const void *right)
{
    return strcmp(left, right);
}

static bool
add_configuration(Reflection *reflection, GError **error)
{
    g_autoptr(GHashTable) roles = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Surroundings found = {roles, false};
    schema_visit(reflection->schema, find_surroundings, &found);
    g_autoptr(GList) names = g_list_sort(g_hash_table_get_keys(roles), compare_names);
    g_autoptr(GList) schemas = schema_names(reflection->schema);
    g_autoptr(GString) text = g_string_new("databases:\n  dev: embedded\ndefault: dev\nschemas: ");
    append_names(text, schemas);
    g_string_append_printf(text,
                           "\nmanage:\n  owners: %s\n  comments: true\n  roles: ", found.owners ? "true" : "false");
    append_names(text, names);
    g_string_append_c(text, '\n');
    return add_file(reflection, "pleat.yaml", text->str, error);
}

static void
make_stub(Node *node, void *data)
{
    (void)data;
    node->flags &= ~(unsigned)NODE_UNMANAGED;
    for (Facet facet = 0; facet < N_FACETS; facet++)
        node->facets[facet] = NULL;
}

/* What managed roots need of what is not managed. */
static Schema *
find_external(const Schema *schema)
{
    g_autoptr(GHashTable) keep = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) support = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) nothing = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < schema->roots->len; i++) {
        const Node *root = schema->roots->pdata[i];
        if ((root->flags & NODE_UNMANAGED) == 0)
            g_hash_table_add(keep, (gpointer)(guintptr)root->key);
    }
    schema_add_support(schema, keep, support);
    Schema *external = schema_subset(schema, nothing, support);
    schema_visit(external, make_stub, NULL);
    return external;
}

/* As fmt would have it; what it finds amiss stays as it was written. */
static const char *
laid_out(Arena *arena, const WrittenFile *file)
{
    if (!g_str_has_suffix(file->path, ".yaml"))
        return file->text->str;
    g_autoptr(Problems) problems = problems_new();
    const char *text = fmt_layout(arena, file->path, file->text->str, file->text->len, NULL, problems);
    return text == NULL ? file->text->str : text;
}

static bool
add_declarations(Reflection *reflection, GError **error)
{
    g_autoptr(Arena) arena = arena_new();
    const Config *config = reflection->session->config;
    const char *default_schema = config->path == NULL ? "public" : config->schemas[0];
    g_autoptr(Schema) external = find_external(reflection->schema);
    g_autoptr(GPtrArray) files = declarations_write(reflection->schema, external, default_schema);
    for (guint i = 0; i < files->len; i++) {
        const WrittenFile *file = files->pdata[i];
        if (!add_file(reflection, file->path, laid_out(arena, file), error))
            return false;
    }
    return true;
}

/* What every new database has: the schema "public", with nothing in it. Its owner is told where the declared one is:
 * the way back gives it back. */
static Schema *
new_database(const Reflection *reflection)
{
    const Schema *schema = reflection->schema;
    Schema *nothing = schema_new(schema->major);
    for (guint i = 0; i < schema->roots->len; i++) {
        const Node *root = schema->roots->pdata[i];
        if (!root->kind->is_schema || strcmp(root->name, "public") != 0)
            continue;
        Node *node = node_new(nothing, root->kind, NULL, root->name, NULL);
        if (root->facets[FACET_OWNER] != NULL)
            node->facets[FACET_OWNER] = arena_strdup(nothing->arena, reflection->public_owner);
        schema_add(nothing, NULL, node, NULL);
    }
    nothing->has_edges = true;
    return nothing;
}

/* What makes the whole schema in an empty database: everything that comes later stands on it. */
static bool
add_baseline(Reflection *reflection, GError **error)
{
    const Config *config = reflection->session->config;
    static const char *const none[] = {NULL};
    const char **empty = (const char **)(guintptr)none;
    g_autofree char *id = revision_new_id();
    const char *message = reflection->options->message == NULL ? "baseline" : reflection->options->message;
    Revision header = {.id = id,
                       .phase = PHASE_NONE,
                       .after = empty,
                       .depends_on = empty,
                       .labels = empty,
                       .message = message,
                       .replaces = empty,
                       .source = empty,
                       .expects = empty,
                       .notes = empty};
    g_autoptr(Schema) nothing = new_database(reflection);
    g_autoptr(GArray) deltas = diff_run(nothing, reflection->schema);
    g_autoptr(Plan) plan = NULL;
    if (!plan_make(nothing, reflection->schema, deltas, config->revision_schema, false, &plan, error))
        return false;
    g_autoptr(GString) up = g_string_new(NULL), down = g_string_new(NULL);
    script_append_up(up, plan, PHASE_NONE);
    script_append_down(down, plan, PHASE_NONE);
    g_autofree char *text = revision_format(&header, up->str, down->str);
    g_autofree char *name = revision_file_name(config->revision_file, &header);
    g_autofree char *path = g_build_filename("revisions", name, NULL);
    return add_file(reflection, path, text, error);
}

static bool
write_all(Reflection *reflection, GError **error)
{
    PleatSession *session = reflection->session;
    if (session->config->path == NULL && !add_configuration(reflection, error))
        return false;
    if (!add_declarations(reflection, error))
        return false;
    if (!reflection->options->no_revision && !add_baseline(reflection, error))
        return false;
    if (!file_batch_commit(reflection->batch, error))
        return false;
    for (guint i = 0; i < reflection->paths->len; i++)
        session_write(session, "%s\n", (const char *)reflection->paths->pdata[i]);
    return true;
}

/* The baseline was written from what the database holds: the next check need not run it to know. */
static bool
keep_state(Reflection *reflection, GError **error)
{
    PleatSession *session = reflection->session;
    g_autofree char *directory = g_strdup(reflection->directory);
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Graph) graph = NULL;
    if (!session_enter(session, directory, error) || !session_graph(session, &graph, error))
        return false;
    replayed_keep(session, graph, session_scope(session, arena, reflection->schema), reflection->schema);
    return true;
}

/* Other tools' journals, which the declarations leave out: a line for each, a schema for all that stands in it. */
static void
note_journals(PleatSession *session, const Schema *schema)
{
    g_autoptr(GHashTable) journals = journals_find(schema);
    for (guint i = 0; i < schema->roots->len; i++) {
        const Node *root = schema->roots->pdata[i];
        const char *tool = g_hash_table_lookup(journals, node_address(root));
        if (tool != NULL && (root->schema == NULL || !g_hash_table_contains(journals, root->schema)))
            session_note(session, "left alone: %s %s, where %s remembers what it applied\n", root->kind->title,
                         node_address(root), tool);
    }
}

static bool
enter_new(PleatSession *session, const char *directory, GError **error)
{
    g_autofree char *path = g_canonicalize_filename(directory, session->directory);
    if (g_mkdir_with_parents(path, 0777) != 0)
        return fail(error, PLEAT_ERROR_SYSTEM, "cannot make the directory %s: %s", directory, g_strerror(errno));
    return session_enter(session, path, error);
}

bool
pleat_reflect(PleatSession *session, const PleatReflectOptions *options, GError **error)
{
    g_autoptr(PGconn) connection = NULL;
    g_autoptr(Catalog) catalog = NULL; /* closed before the connection */
    g_autoptr(Schema) schema = NULL;
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(FileBatch) batch = file_batch_new();
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *user = NULL, *public_owner = NULL;
    /* the database is one of the project that the command is given in */
    if (!session_connect(session, NULL, &connection, error) ||
        (options->out != NULL && !enter_new(session, options->out, error)) ||
        !catalog_begin(connection, session->config->revision_schema, &catalog, &schema, error) ||
        !catalog_read_edges(catalog, schema, error) || !catalog_read_unmodelled(catalog, schema, error) ||
        !connection_value(connection, "SELECT current_user", &user, error) ||
        !connection_value(connection, PUBLIC_OWNER, &public_owner, error))
        return false;
    g_autofree char *unmodelled = unmodelled_text(session, schema, schema);
    static const char *const none[] = {NULL};
    Scope *scope = session_scope(session, arena, schema);
    scope->journals = none;
    scope_apply(scope, schema);
    schema_visit(schema, forget_usual_owner, user);
    Reflection reflection = {session, options, session->config->directory, schema, batch, paths, public_owner};
    bool ok = write_all(&reflection, error);
    if (!ok)
        fail_hint(error, "reflect writes new files only: give it an empty directory with --out");
    else if (!options->no_revision)
        ok = keep_state(&reflection, error);
    if (ok) {
        note_journals(session, schema);
        session_note(session, "%s", unmodelled);
    }
    return ok;
}
