#include "project/realisation.h"

#include "diff/spelled.h"
#include "model/copy.h"
#include "model/lineage.h"
#include "model/store.h"
#include "model/unnamed.h"
#include "plan/names.h"
#include "project/cache.h"
#include "scratch/realise.h"

enum { KEPT = 64 }; /* realisations in the cache, of all projects */

/* The cache -------------------------------------------------------------------------------------------------------- */

/* Fingerprints and keys of all declarations: print, key, print, key, ... */
static void
add_prints(Node *node, void *data)
{
    GPtrArray *prints = data;
    g_ptr_array_add(prints, node_fingerprint(node));
    g_ptr_array_add(prints, g_strdup(node->name == NULL && node->parent != NULL ? node->parent->key : node->key));
}

static GPtrArray *
all_prints(const Schema *declared)
{
    GPtrArray *prints = g_ptr_array_new_with_free_func(g_free);
    schema_visit(declared, add_prints, prints);
    g_ptr_array_add(prints, NULL);
    return prints;
}

void
realisation_keep(PleatSession *session, const Source *declarations)
{
    g_autoptr(GPtrArray) prints = all_prints(declarations->declared);
    g_autofree char *path = cache_path(session, "realised", declarations->schema->major, NULL);
    cache_write(path, declarations->schema, (const char *const *)prints->pdata);
    cache_prune("realised", KEPT);
}

static Schema *
read_cache(PleatSession *session, int major, const char *const **prints)
{
    g_autofree char *path = cache_path(session, "realised", major, NULL);
    return cache_read(path, prints);
}

/* What is new ------------------------------------------------------------------------------------------------------ */

/* Keys of declarations that the cache did not have so, and of those that are gone. */
static GHashTable *
declared_differently(const Schema *declared, const char *const *old_prints)
{
    GHashTable *different = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) before = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) now = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) prints = all_prints(declared);
    for (const char *const *print = old_prints; *print != NULL; print += 2)
        g_hash_table_add(before, (gpointer)(guintptr)*print);
    for (guint i = 0; prints->pdata[i] != NULL; i += 2) {
        g_hash_table_add(now, prints->pdata[i]);
        if (!g_hash_table_contains(before, prints->pdata[i]))
            g_hash_table_add(different, g_strdup(prints->pdata[i + 1]));
    }
    for (const char *const *print = old_prints; *print != NULL; print += 2)
        if (!g_hash_table_contains(now, *print))
            g_hash_table_add(different, g_strdup(print[1]));
    return different;
}

/* Realising a part ------------------------------------------------------------------------------------------------- */

typedef struct {
    Schema *declared;
    Schema *base;         /* in the catalog's form: what most is taken from */
    GHashTable *keep;     /* keys of declared roots to be realised */
    GHashTable *replaced; /* keys of base roots that are not taken over */
} Part;

static const Node *
declaration_of(const Part *part, const Node *root)
{
    const Node *found = root->declared_key == NULL ? NULL : schema_find(part->declared, root->declared_key);
    return found != NULL ? found : schema_match(part->declared, root);
}

static void
attach(Node *node, void *data)
{
    Schema *declared = data;
    const Node *found = node->declared_key == NULL ? NULL : schema_find(declared, node->declared_key);
    node->declared = found != NULL ? found : schema_match(declared, node);
    if (node->declared != NULL)
        node->declared_key = node->declared->key;
}

static void
attach_all(const Schema *realised, Schema *declared)
{
    schema_visit(realised, attach, declared);
    unnamed_attach(realised);
}

/* Copies of what is made apart from its table have no edge to that, which waits for the heirs. */
static void
reach_heirs(GHashTable *reached, const Node *node)
{
    const Node *root = node_root(node);
    for (guint i = 0; node_is_apart(node) && root->needed_by != NULL && i < root->needed_by->len; i++) {
        Node *heir = root->needed_by->pdata[i];
        if (heir->parent == NULL && lineage_has(heir, root))
            g_hash_table_add(reached, heir);
    }
}

/* The roots to realise: where something differs, and where something depends on that. */
static void
find_part(Part *part, GHashTable *different)
{
    g_autoptr(GHashTable) reached = g_hash_table_new(NULL, NULL);
    GHashTableIter iterator;
    gpointer key;
    g_hash_table_iter_init(&iterator, different);
    while (g_hash_table_iter_next(&iterator, &key, NULL)) {
        Node *old_node = schema_find(part->base, key);
        Node *new_node = schema_find(part->declared, key);
        for (Node *node = old_node; node != NULL; node = node_walk(old_node, node)) {
            g_hash_table_add(reached, node);
            reach_heirs(reached, node);
        }
        if (new_node != NULL)
            g_hash_table_add(part->keep, (gpointer)(guintptr)node_root(new_node)->key);
    }
    schema_add_dependants(reached);
    g_hash_table_iter_init(&iterator, reached);
    while (g_hash_table_iter_next(&iterator, &key, NULL)) {
        const Node *root = node_root(key);
        const Node *declaration = declaration_of(part, root);
        g_hash_table_add(part->replaced, (gpointer)(guintptr)root->key);
        if (declaration != NULL)
            g_hash_table_add(part->keep, (gpointer)(guintptr)declaration->key);
    }
}

/* What nobody declared and comes with something else (a serial column's sequence): the root that it comes with. NULL:
 * it is none of these. */
static const Node *
brought_by(const Node *root)
{
    bool owned = false;
    for (size_t i = 0; i < root->kind->n_attrs; i++)
        owned |= (root->kind->attrs[i].flags & ATTR_LATE) != 0 && root->values[i] != NULL;
    return owned && root->needed_by != NULL && root->needed_by->len > 0 ? node_root(root->needed_by->pdata[0]) : NULL;
}

static bool
is_kept(const Part *part, const Node *realised)
{
    const Node *root = realised->declared_key == NULL ? brought_by(realised) : realised;
    return root != NULL && root->declared_key != NULL && g_hash_table_contains(part->keep, root->declared_key);
}

static bool
stays(const Part *part, const Node *root)
{
    const Node *declaration = declaration_of(part, root), *holder = declaration == NULL ? brought_by(root) : NULL;
    if (holder != NULL)
        declaration = declaration_of(part, holder);
    if (declaration != NULL)
        return !g_hash_table_contains(part->keep, declaration->key);
    return root->kind->is_schema || (root->flags & NODE_UNMANAGED) != 0;
}

/* The base's roots but for what is realised anew and what is no longer declared. */
static Schema *
merge(const Part *part, const Schema *realised)
{
    Schema *merged = schema_new(realised->major);
    g_autoptr(GHashTable) new_roots = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) old_roots = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < realised->roots->len; i++) {
        Node *root = realised->roots->pdata[i];
        if (is_kept(part, root) && schema_copy_root(merged, root) != NULL)
            g_hash_table_add(new_roots, (gpointer)(guintptr)root->key);
    }
    for (guint i = 0; i < part->base->roots->len; i++) {
        Node *root = part->base->roots->pdata[i];
        if (stays(part, root) && schema_copy_root(merged, root) != NULL)
            g_hash_table_add(old_roots, (gpointer)(guintptr)root->key);
    }
    for (guint i = 0; i < realised->roots->len; i++) { /* schemas that nothing declares */
        Node *root = realised->roots->pdata[i];
        if (root->kind->is_schema && schema_match(merged, root) == NULL)
            schema_copy_root(merged, root);
    }
    schema_copy_edges(merged, realised, new_roots);
    schema_copy_edges(merged, part->base, old_roots);
    return merged;
}

/* Words do not tell all that a declaration needs (an extension's function, an operator); what it needed before does. */
static void
add_former_support(const Part *part, GHashTable *support)
{
    for (guint i = 0; i < part->base->roots->len; i++) {
        const Node *root = part->base->roots->pdata[i];
        const Node *declaration = declaration_of(part, root);
        if (declaration == NULL || !g_hash_table_contains(part->keep, declaration->key))
            continue;
        for (const Node *node = root; node != NULL; node = node_walk(root, node))
            for (guint k = 0; node->needs != NULL && k < node->needs->len; k++) {
                const Node *needed = declaration_of(part, node_root(node->needs->pdata[k]));
                if (needed != NULL && !g_hash_table_contains(part->keep, needed->key))
                    g_hash_table_add(support, (gpointer)(guintptr)needed->key);
            }
    }
}

/* problems: what could not be made; then declarations->schema stays NULL. */
static bool
realise_part(PleatSession *session, Source *declarations, Schema *base, GHashTable *different, int major,
             Problems *problems, GError **error)
{
    g_autoptr(GHashTable) keep = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) replaced = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) support = g_hash_table_new(g_str_hash, g_str_equal);
    Part part = {declarations->declared, base, keep, replaced};
    find_part(&part, different);
    if (!part.declared->has_edges)
        names_link(part.declared);
    add_former_support(&part, support);
    schema_add_support(part.declared, keep, support);
    g_autoptr(Schema) subset = schema_subset(part.declared, keep, support);
    Scratch *scratch = NULL;
    g_autoptr(Schema) realised = NULL;
    g_autoptr(GError) problem = NULL;
    if (!session_scratch(session, major, &scratch, error))
        return false;
    if (!realise(scratch, subset, declarations->scope, session->config->revision_schema, problems, &realised,
                 &problem)) {
        if (problems_errors(problems) > 0)
            return true;
        g_propagate_error(error, g_steal_pointer(&problem));
        return false;
    }
    declarations->schema = merge(&part, realised);
    attach_all(declarations->schema, declarations->declared);
    return true;
}

static bool
realise_all(PleatSession *session, Source *declarations, int major, GError **error)
{
    Scratch *scratch = NULL;
    g_autoptr(Problems) problems = problems_new();
    return session_scratch(session, major, &scratch, error) &&
           realise(scratch, declarations->declared, declarations->scope, session->config->revision_schema, problems,
                   &declarations->schema, error);
}

/* Past this, making everything is as fast as finding out what to make. */
static bool
is_worth_it(const Source *declarations, GHashTable *different)
{
    return g_hash_table_size(different) < g_hash_table_size(declarations->declared->by_key) / 3 + 1;
}

typedef struct {
    int major;
    Problems *problems;
} VersionCheck;

/* Values from a mixin or a raw file have no place of their own: the object's serves for all. */
static void
check_version(Node *node, void *data)
{
    const VersionCheck *check = data;
    for (size_t i = 0; i < node->kind->n_attrs; i++) {
        const Attr *attr = &node->kind->attrs[i];
        if (node->values[i] == NULL)
            continue;
        if (attr->since > check->major)
            problems_add(check->problems, node->place, "\"%s\" needs PostgreSQL %d: the server is %d", attr->key,
                         attr->since, check->major);
        else if (attr->until != 0 && attr->until < check->major)
            problems_add(check->problems, node->place, "\"%s\" is gone since PostgreSQL %d: the server is %d",
                         attr->key, attr->until + 1, check->major);
    }
}

/* What files declare is read before it is known for which server. */
static bool
fits_server(Schema *declared, int major, GError **error)
{
    g_autoptr(Problems) problems = problems_new();
    VersionCheck check = {major, problems};
    schema_visit(declared, check_version, &check);
    return problems_raise(problems, error);
}

bool
realisation_get(PleatSession *session, Source *declarations, const Source *database, int major, GError **error)
{
    const char *const *prints = NULL;
    g_autoptr(Schema) cached = read_cache(session, major, &prints);
    g_autoptr(GHashTable) different = NULL;
    Schema *base = cached;
    if (cached != NULL) {
        different = declared_differently(declarations->declared, prints);
    } else if (database != NULL) {
        base = database->schema;
        different = spelled_differently(declarations->declared, base);
    }
    if (!fits_server(declarations->declared, major, error))
        return false;
    bool ok = true;
    if (cached != NULL && g_hash_table_size(different) == 0) {
        declarations->schema = g_steal_pointer(&cached);
        attach_all(declarations->schema, declarations->declared);
        scope_apply(declarations->scope, declarations->schema);
        return true;
    }
    g_autoptr(Problems) problems = problems_new();
    if (base != NULL && is_worth_it(declarations, different))
        ok = realise_part(session, declarations, base, different, major, problems, error);
    /* What a part lacks may be there in the whole, which alone says what is wrong. */
    if (ok && declarations->schema == NULL)
        ok = realise_all(session, declarations, major, error);
    if (ok)
        realisation_keep(session, declarations);
    return ok;
}
