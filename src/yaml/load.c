#include "yaml/load.h"

#include "yaml/loader.h"
#include <string.h>

/* Objects that stand under "external" by name alone are of this plural. */
#define EXTERNAL_PLURAL "tables"

typedef struct {
    Loader loader;
    FileTree *tree;
    const char *prefix;
    GPtrArray *documents; /* of Document */
} Loading;

/* Files ---------------------------------------------------------------------------------------------------------- */

static const char *
place_name(const Loading *loading, const char *path)
{
    g_autofree char *full = g_strconcat(loading->prefix, path, NULL);
    return g_intern_string(full);
}

static GPtrArray *
list_files(Loading *loading, const char *folder, const char *const *suffixes)
{
    g_autoptr(GError) error = NULL;
    GPtrArray *paths = NULL;
    if (file_tree_list(loading->tree, folder, suffixes, &paths, &error))
        return paths;
    problems_add(loading->loader.problems, (Place){place_name(loading, folder), 0, 0}, "%s", error->message);
    return g_ptr_array_new();
}

static GBytes *
read_file(Loading *loading, const char *path)
{
    g_autoptr(GError) error = NULL;
    GBytes *content = NULL;
    if (!file_tree_read(loading->tree, path, &content, &error))
        problems_add(loading->loader.problems, (Place){place_name(loading, path), 0, 0}, "%s", error->message);
    return content;
}

static void
read_documents(Loading *loading)
{
    static const char *const SUFFIXES[] = {".yaml", ".yml", NULL};
    g_autoptr(GPtrArray) paths = list_files(loading, "schema", SUFFIXES);
    for (guint i = 0; i < paths->len; i++) {
        g_autoptr(GBytes) bytes = read_file(loading, paths->pdata[i]);
        if (bytes == NULL)
            continue;
        gsize length;
        const char *content = g_bytes_get_data(bytes, &length);
        Document *document = document_parse(loading->loader.arena, place_name(loading, paths->pdata[i]), content,
                                            length, loading->loader.problems);
        if (document->root != NULL)
            g_ptr_array_add(loading->documents, document);
    }
}

/* What raw SQL files keep as text comes after what its signatures may name. */
static bool
is_turn(const Kind *kind, bool defined)
{
    return kind_is_text(kind) == defined;
}

static bool
is_first_of_folder(size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (g_strcmp0(kinds_all[i]->folder, kinds_all[index]->folder) == 0)
            return false;
    return kinds_all[index]->folder != NULL;
}

static void
read_raw_sql(Loading *loading, RawSql *raw, bool defined)
{
    static const char *const SUFFIXES[] = {".sql", NULL};
    for (size_t k = 0; kinds_all[k] != NULL; k++) {
        if (!is_first_of_folder(k) || !is_turn(kinds_all[k], defined))
            continue;
        g_autoptr(GPtrArray) paths = list_files(loading, kinds_all[k]->folder, SUFFIXES);
        for (guint i = 0; i < paths->len; i++) {
            g_autoptr(GBytes) bytes = read_file(loading, paths->pdata[i]);
            if (bytes != NULL)
                raw_sql_read(raw, place_name(loading, paths->pdata[i]), paths->pdata[i], bytes);
        }
    }
}

/* Mixins --------------------------------------------------------------------------------------------------------- */

static void
add_mixin(Loader *loader, const DocItem *item)
{
    const DocItem *first = g_hash_table_lookup(loader->mixins, item->key->text);
    if (first != NULL)
        problems_add(loader->problems, item->key->place, "mixin \"%s\" is already declared at %s:%d:%d",
                     item->key->text, first->key->place.file, first->key->place.line, first->key->place.column);
    else if (item->value->type != DOC_MAPPING)
        problems_add(loader->problems, item->value->place, "a mixin is a mapping, not %s", doc_type_name(item->value));
    else
        g_hash_table_insert(loader->mixins, (char *)(guintptr)item->key->text, (DocItem *)(guintptr)item);
}

static void
gather_mixins(Loading *loading)
{
    for (guint i = 0; i < loading->documents->len; i++) {
        const Document *document = loading->documents->pdata[i];
        const DocNode *mixins = doc_get(document->root, "mixins");
        if (mixins != NULL && mixins->type != DOC_MAPPING && !mixins->broken)
            problems_add(loading->loader.problems, mixins->place, "\"mixins\" is a mapping of names, not %s",
                         doc_type_name(mixins));
        for (size_t m = 0; mixins != NULL && mixins->type == DOC_MAPPING && m < mixins->n_items; m++)
            add_mixin(&loading->loader, &mixins->items[m]);
    }
}

/* Top-level keys ------------------------------------------------------------------------------------------------- */

static void
unknown_key(Loader *loader, const DocNode *key)
{
    g_autoptr(GPtrArray) known = g_ptr_array_new();
    for (size_t i = 0; kinds_all[i] != NULL; i++)
        if (kinds_all[i]->parents == NULL && kinds_all[i]->plural != NULL)
            g_ptr_array_add(known, (char *)(guintptr)kinds_all[i]->plural);
    static const char *const REST[] = {"schema", "mixins", "external"};
    for (size_t i = 0; i < G_N_ELEMENTS(REST); i++)
        g_ptr_array_add(known, (char *)(guintptr)REST[i]);
    problems_add(loader->problems, key->place, "unknown key \"%s\"", key->text);
    loader_suggest(loader, key->text, known);
}

static void
declare_external(Loader *loader, const DocNode *value, bool defined)
{
    if (value->type != DOC_MAPPING) {
        if (!defined && !value->broken && !value->missing)
            problems_add(loader->problems, value->place, "\"external\" is a mapping, not %s", doc_type_name(value));
        return;
    }
    loader->unmanaged = true;
    DocNode *lone = arena_new_one(loader->arena, DocNode);
    for (size_t i = 0; i < value->n_items; i++) {
        const DocItem *item = &value->items[i];
        const Kind *kind = kind_find_plural(NULL, item->key->text);
        if (kind != NULL && is_turn(kind, defined))
            declare_plural(loader, item->key, item->value);
        if (kind != NULL || defined)
            continue;
        *lone = *value;
        lone->items = &value->items[i];
        lone->n_items = 1;
        DocNode plural = {.text = EXTERNAL_PLURAL, .place = item->key->place};
        declare_plural(loader, &plural, lone);
    }
    loader->unmanaged = false;
}

static void
declare_key(Loader *loader, const DocItem *item, bool defined)
{
    const char *key = item->key->text;
    const Kind *kind = kind_find_plural(NULL, key);
    if (strcmp(key, "schema") == 0 || strcmp(key, "mixins") == 0)
        return;
    if (strcmp(key, "external") == 0)
        declare_external(loader, item->value, defined);
    else if (kind == NULL && !defined)
        unknown_key(loader, item->key);
    else if (kind != NULL && is_turn(kind, defined))
        declare_plural(loader, item->key, item->value);
}

static void
declare_document(Loading *loading, const Document *document, bool defined)
{
    Loader *loader = &loading->loader;
    if (document->root->type != DOC_MAPPING) {
        if (!defined)
            problems_add(loader->problems, document->root->place, "a declaration file is a mapping, not %s",
                         doc_type_name(document->root));
        return;
    }
    const DocNode *schema = doc_get(document->root, "schema");
    loader->path_schema = loader->config->schemas[0];
    if (schema != NULL && schema->type == DOC_TEXT && !schema->missing)
        loader->path_schema = schema->text;
    else if (schema != NULL && !defined)
        value_text(loader, schema);
    for (size_t i = 0; i < document->root->n_items; i++)
        declare_key(loader, &document->root->items[i], defined);
}

/* Names that share a space --------------------------------------------------------------------------------------- */

typedef struct {
    Loader *loader;
    GHashTable *names; /* "space schema name" -> Node */
} Spaces;

/* Tables, views, indexes and sequences of a schema share one space of names (manual, CREATE TABLE); types and domains
 * another one (CREATE TYPE). */
static void
check_space(Node *node, void *data)
{
    Spaces *spaces = data;
    const Node *root = node_root(node);
    bool is_relation = node->kind->space == SPACE_RELATION;
    if ((!is_relation && node->kind->space != SPACE_TYPE) || node->name == NULL)
        return;
    const char *key = arena_printf(spaces->loader->arena, "%d\n%s\n%s", is_relation,
                                   root->schema == NULL ? "" : root->schema, node->name);
    const Node *first = g_hash_table_lookup(spaces->names, key);
    if (first == NULL) {
        g_hash_table_insert(spaces->names, (char *)(guintptr)key, node);
        return;
    }
    problems_add(spaces->loader->problems, node->place, "%s has the name of %s, declared at %s:%d:%d",
                 loader_title(spaces->loader, node), loader_title(spaces->loader, first), first->place.file,
                 first->place.line, first->place.column);
    problems_hint(spaces->loader->problems, "%s of one schema need different names",
                  is_relation ? "tables, views, indexes and sequences" : "types and domains");
}

/* What is declared and never compared would be taken for done. */
static void
check_schemas(Loader *loader)
{
    for (guint i = 0; i < loader->schema->roots->len; i++) {
        const Node *root = loader->schema->roots->pdata[i];
        const char *schema = root->kind->is_schema ? root->name : root->kind->in_schema ? root->schema : NULL;
        if (schema == NULL || (root->flags & NODE_UNMANAGED) != 0 || config_manages_schema(loader->config, schema))
            continue;
        problems_add(loader->problems, root->place, "%s is declared, but schema \"%s\" is not managed",
                     loader_title(loader, root), schema);
        problems_hint(loader->problems, "add it to \"schemas\" in pleat.yaml, or declare this under \"external\" (of a "
                                        "raw SQL file: \"-- pleat: external\")");
    }
}

Schema *
declarations_load(FileTree *tree, const char *prefix, const Config *config, int major, Problems *problems)
{
    Schema *schema = schema_new(major);
    schema->leaves = g_array_new(FALSE, FALSE, sizeof(LeafPlace));
    g_autoptr(GHashTable) mixins = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) parents = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) defined = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) documents = g_ptr_array_new();
    Loading loading = {.tree = tree, .prefix = prefix, .documents = documents};
    Loader *loader = &loading.loader;
    *loader = (Loader){.schema = schema,
                       .arena = schema->arena,
                       .config = config,
                       .problems = problems,
                       .mixins = mixins,
                       .partition_parents = parents,
                       .defined = defined};
    loader->naming = (Naming){config, schema->arena, loader_has_column, loader};
    read_documents(&loading);
    gather_mixins(&loading);
    g_autoptr(RawSql) raw = raw_sql_new(loader);
    read_raw_sql(&loading, raw, false);
    for (guint i = 0; i < documents->len; i++)
        declare_document(&loading, documents->pdata[i], false);
    read_raw_sql(&loading, raw, true);
    raw_sql_routines(raw);
    raw_sql_finish(raw);
    for (guint i = 0; i < documents->len; i++)
        declare_document(&loading, documents->pdata[i], true);
    quarantine_place_all(loader);
    Spaces spaces = {loader, names};
    schema_visit(schema, check_space, &spaces);
    check_schemas(loader);
    return schema;
}
