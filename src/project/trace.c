#include "project/trace.h"

#include "history/words.h"
#include "project/declared.h"
#include "project/one_file.h"
#include <string.h>

struct Trace {
    PleatSession *session;
    History *history;
    const Schema *declared;
    Arena *arena;
    GHashTable *files;    /* "path@blob" -> OneFile; NULL: cannot be read */
    GPtrArray *names;     /* of Node: the object, and what it was before it had another name */
    const char *start;    /* the path where it stands, or stood last */
    bool in_work_tree;    /* declared now */
    GPtrArray *versions;  /* of ObjectVersion */
    GHashTable *visited;  /* set of FileVersion */
    GHashTable *followed; /* set of paths */
    GQueue waiting;       /* of paths */
};

/* The object in one file: node NULL: it is not there. */
typedef struct {
    const OneFile *file; /* NULL: no file, or one that cannot be read */
    const Node *node;
    bool unknown; /* there is a file, and it cannot be read */
} Standing;

const char *const *
declaration_folders(void)
{
    static const char *folders[16];
    if (folders[0] != NULL)
        return folders;
    size_t n = 0;
    folders[n++] = "schema";
    for (size_t i = 0; kinds_all[i] != NULL && n < G_N_ELEMENTS(folders) - 1; i++)
        if (kinds_all[i]->folder != NULL && !g_strv_contains(folders, kinds_all[i]->folder))
            folders[n++] = kinds_all[i]->folder;
    return folders;
}

char *
version_day(const FileVersion *version)
{
    g_autoptr(GTimeZone) zone = g_time_zone_new_offset(version->offset * 60);
    g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc(version->date);
    g_autoptr(GDateTime) there = utc == NULL ? NULL : g_date_time_to_timezone(utc, zone);
    return there == NULL ? g_strdup("?") : g_date_time_format(there, "%Y-%m-%d");
}

bool
trace_history(PleatSession *session, History **history, GError **error)
{
    if (!session_require_project(session, error) || !session_history(session, history, error))
        return false;
    if (*history != NULL)
        return true;
    fail(error, PLEAT_ERROR_STATE, "the project is in no git repository: there is no history to tell of");
    return fail_hint(error, "git init, git add and git commit begin one");
}

static void
free_file(void *file)
{
    one_file_free(file);
}

Trace *
trace_new(PleatSession *session, History *history, const Schema *declared)
{
    Trace *trace = g_new0(Trace, 1);
    trace->session = session;
    trace->history = history;
    trace->declared = declared;
    trace->arena = arena_new();
    trace->files = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_file);
    trace->names = g_ptr_array_new();
    trace->versions = g_ptr_array_new();
    trace->visited = g_hash_table_new(NULL, NULL);
    trace->followed = g_hash_table_new(g_str_hash, g_str_equal);
    g_queue_init(&trace->waiting);
    return trace;
}

void
trace_free(Trace *trace)
{
    if (trace == NULL)
        return;
    g_queue_clear(&trace->waiting);
    g_hash_table_unref(trace->followed);
    g_hash_table_unref(trace->visited);
    g_ptr_array_unref(trace->versions);
    g_ptr_array_unref(trace->names);
    g_hash_table_unref(trace->files);
    arena_free(trace->arena);
    g_free(trace);
}

/* --- One object in one file ------------------------------------------------------------------------------------- */

/* Most files need not be parsed: the name of the object is not in them. */
static bool
may_mention(const Trace *trace, GBytes *content)
{
    for (guint i = 0; i < trace->names->len; i++) {
        const char *name = node_root(trace->names->pdata[i])->name;
        if (name == NULL || !word_is_plain(name) || strcasestr(g_bytes_get_data(content, NULL), name) != NULL)
            return true;
    }
    return trace->names->len == 0;
}

static OneFile *
open_file(Trace *trace, const FileVersion *version)
{
    g_autofree char *key = g_strdup_printf("%s@%s", version->path, version->blob);
    void *known;
    if (g_hash_table_lookup_extended(trace->files, key, NULL, &known))
        return known;
    g_autoptr(GBytes) content = NULL;
    g_autoptr(GError) problem = NULL;
    OneFile *file = NULL;
    const Node *object = trace->names->len > 0 ? node_root(trace->names->pdata[0]) : NULL;
    const char *folder = object != NULL && object->kind->folder != NULL && g_str_has_suffix(version->path, ".sql")
                             ? object->kind->folder
                             : "schema";
    if (!history_content(trace->history, version, &content, &problem))
        session_note(trace->session, "%s of commit %.12s is left out: %s\n", version->path, version->commit,
                     problem->message);
    else
        file = one_file_read(trace->session->config, version->path, folder, content);
    g_hash_table_insert(trace->files, g_steal_pointer(&key), file);
    return file;
}

static const char *
last_part(const char *type, size_t length, size_t *bare_length)
{
    const char *part = type;
    for (size_t i = 0; i < length; i++)
        if (type[i] == '.')
            part = type + i + 1;
    *bare_length = length - (size_t)(part - type);
    return part;
}

/* Are two signatures equal but for schemas of types, which only those know who read all files? */
static bool
same_types(const char *left, const char *right)
{
    if (left == NULL || right == NULL)
        return left == right;
    while (*left != '\0' && *right != '\0') {
        size_t left_length = strcspn(left, ","), right_length = strcspn(right, ","), l, r;
        const char *a = last_part(left, left_length, &l), *b = last_part(right, right_length, &r);
        if (l != r || strncmp(a, b, l) != 0)
            return false;
        left += left_length + strspn(left + left_length, ", ");
        right += right_length + strspn(right + right_length, ", ");
    }
    return *left == *right;
}

static const Node *
child_named(const Node *parent, const Kind *kind, const char *name)
{
    for (const Node *child = parent->first_child; child != NULL; child = child->next)
        if (child->kind == kind && g_strcmp0(child->name, name) == 0)
            return child;
    return NULL;
}

static const Node *
find_node(const Schema *schema, const Node *wanted)
{
    const Node *found = schema_match(schema, wanted);
    if (found != NULL || wanted->parent != NULL || wanted->signature == NULL)
        return found;
    for (guint i = 0; i < schema->roots->len; i++) {
        const Node *root = schema->roots->pdata[i];
        if (root->kind == wanted->kind && g_strcmp0(root->schema, wanted->schema) == 0 &&
            g_strcmp0(root->name, wanted->name) == 0 && same_types(root->signature, wanted->signature))
            return root;
    }
    return NULL;
}

static Standing
stand_in(Trace *trace, const FileVersion *version)
{
    Standing standing = {0};
    if (version->blob == NULL)
        return standing;
    OneFile *file = open_file(trace, version);
    standing.unknown = file == NULL || file->broken;
    if (standing.unknown || !may_mention(trace, file->content))
        return standing;
    standing.file = file;
    for (guint i = 0; standing.node == NULL && i < trace->names->len; i++)
        standing.node = find_node(file->schema, trace->names->pdata[i]);
    return standing;
}

/* What a node of the newer file was called in the older one, where its name or its arguments are others; NULL: it was
 * not there. */
static const Node *
former_self(const OneFile *newer, const Node *node, const OneFile *older)
{
    const char *renamed = node->extras == NULL ? NULL : node->extras->renamed_from;
    if (node->parent != NULL) {
        const Node *parent = find_node(older->schema, node->parent);
        if (parent == NULL)
            parent = former_self(newer, node->parent, older);
        if (parent == NULL)
            return NULL;
        const Node *same = child_named(parent, node->kind, node->name);
        return same != NULL || renamed == NULL ? same : child_named(parent, node->kind, renamed);
    }
    const Node *only = NULL;
    for (guint i = 0; i < older->schema->roots->len; i++) {
        const Node *root = older->schema->roots->pdata[i];
        if (root->kind != node->kind || find_node(newer->schema, root) != NULL)
            continue;
        const char *schema =
            renamed != NULL && node->extras->renamed_schema != NULL ? node->extras->renamed_schema : node->schema;
        bool named = renamed != NULL ? g_strcmp0(root->name, renamed) == 0
                                     : node->signature != NULL && g_strcmp0(root->name, node->name) == 0;
        if (!named || g_strcmp0(root->schema, schema) != 0)
            continue;
        if (only != NULL)
            return NULL; /* one of several: which, nobody says */
        only = root;
    }
    return only;
}

/* --- What it says ----------------------------------------------------------------------------------------------- */

static void
append_field(GString *out, const char *text)
{
    if (text == NULL)
        g_string_append_c(out, '-');
    else
        g_string_append_printf(out, "%zu:%s", strlen(text), text);
    g_string_append_c(out, '\n');
}

/* All that a node and its children say, in one text: equal texts mean equal declarations. */
static const char *
content_of(Arena *arena, const Node *node)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (const Node *part = node; part != NULL; part = node_walk(node, part)) {
        append_field(out, part->kind->name);
        append_field(out, part->name);
        append_field(out, part->signature);
        append_field(out, part->leaf);
        append_field(out, part->text);
        for (size_t i = 0; i < part->kind->n_attrs; i++)
            append_field(out, part->values[i]);
        for (int facet = 0; facet < N_FACETS; facet++)
            append_field(out, part->facets[facet]);
    }
    return arena_strdup(arena, out->str);
}

static bool
says_the_same(Trace *trace, const Standing *left, const Standing *right)
{
    if (left->node == NULL || right->node == NULL)
        return left->node == right->node;
    return strcmp(content_of(trace->arena, left->node), content_of(trace->arena, right->node)) == 0;
}

static ObjectVersion *
add_version(Trace *trace, const FileVersion *version, const Standing *standing)
{
    ObjectVersion *made = arena_new_one(trace->arena, ObjectVersion);
    made->version = version;
    made->path = version->path;
    made->node = standing->node;
    if (standing->node != NULL) {
        g_autofree char *text = one_file_text(standing->file, standing->node);
        made->text = arena_strdup(trace->arena, text);
        made->content = content_of(trace->arena, standing->node);
    }
    g_ptr_array_add(trace->versions, made);
    return made;
}

/* --- Through the commits ---------------------------------------------------------------------------------------- */

static void
follow_path(Trace *trace, const char *path)
{
    if (g_hash_table_add(trace->followed, (char *)(guintptr)path))
        g_queue_push_tail(&trace->waiting, (char *)(guintptr)path);
}

static void
remember_name(Trace *trace, const Node *node)
{
    for (guint i = 0; i < trace->names->len; i++)
        if (strcmp(((const Node *)trace->names->pdata[i])->key, node->key) == 0)
            return;
    g_ptr_array_add(trace->names, (Node *)(guintptr)node);
}

/* In a file, under its name or a former one. */
static Standing
stand_before(Trace *trace, const Standing *here, const FileVersion *before)
{
    Standing there = stand_in(trace, before);
    if (there.node != NULL || here->node == NULL || before->blob == NULL || there.unknown)
        return there;
    const OneFile *file = open_file(trace, before);
    const Node *former = former_self(here->file, here->node, file);
    if (former != NULL) {
        remember_name(trace, former);
        there = (Standing){.file = file, .node = former};
    }
    return there;
}

/* It came from another file, which the same commit changed. */
static bool
look_beside(Trace *trace, const FileVersion *version, const Standing *here, guint parent, Standing *there,
            GError **error)
{
    g_autoptr(GPtrArray) beside = NULL;
    if (!history_beside(trace->history, version, &beside, error))
        return false;
    for (guint i = 0; there->node == NULL && i < beside->len; i++) {
        const FileVersion *other = beside->pdata[i];
        g_autoptr(GPtrArray) before = NULL;
        if (other == version)
            continue;
        if (!history_before(trace->history, other, &before, error))
            return false;
        const FileVersion *old = before->pdata[parent];
        Standing now = stand_in(trace, other);
        if (now.node != NULL)
            continue;
        *there = stand_before(trace, here, old);
        if (there->node != NULL)
            follow_path(trace, old->path);
    }
    return true;
}

/* It went to another file in the same commit: that is no end. */
static bool
find_moved_away(Trace *trace, const FileVersion *version, bool *moved, GError **error)
{
    g_autoptr(GPtrArray) beside = NULL;
    if (!history_beside(trace->history, version, &beside, error))
        return false;
    *moved = false;
    for (guint i = 0; i < beside->len; i++) {
        const FileVersion *other = beside->pdata[i];
        if (other == version || stand_in(trace, other).node == NULL)
            continue;
        *moved = true;
        follow_path(trace, other->path);
    }
    return true;
}

static bool
visit(Trace *trace, const FileVersion *version, GError **error)
{
    if (!g_hash_table_add(trace->visited, (FileVersion *)(guintptr)version))
        return true;
    g_autoptr(GPtrArray) before = NULL;
    Standing here = stand_in(trace, version);
    if (here.unknown)
        return true;
    if (!history_before(trace->history, version, &before, error))
        return false;
    bool same = false, moved = false;
    for (guint p = 0; p < before->len; p++) {
        Standing there = stand_before(trace, &here, before->pdata[p]);
        if (here.node != NULL && there.node == NULL && !there.unknown &&
            !look_beside(trace, version, &here, p, &there, error))
            return false;
        same = same || (!there.unknown && says_the_same(trace, &here, &there));
    }
    if (same || (here.node == NULL && before->len == 0))
        return true;
    if (here.node == NULL && !find_moved_away(trace, version, &moved, error))
        return false;
    if (!moved)
        add_version(trace, version, &here);
    return true;
}

static int
compare_versions(const void *left, const void *right)
{
    const ObjectVersion *a = *(ObjectVersion *const *)left, *b = *(ObjectVersion *const *)right;
    if (a->version->order != b->version->order)
        return a->version->order < b->version->order ? -1 : 1;
    return (a->node == NULL) - (b->node == NULL);
}

/* One version a commit; and none that says what the one before it says: what stood between could not be read. */
static void
tidy(Trace *trace)
{
    GPtrArray *all = trace->versions;
    g_ptr_array_sort(all, compare_versions);
    for (guint i = all->len; i-- > 1;) {
        const ObjectVersion *older = all->pdata[i], *newer = all->pdata[i - 1];
        if (older->version->order == newer->version->order)
            g_ptr_array_remove_index(all, i);
        else if (g_strcmp0(older->content, newer->content) == 0)
            g_ptr_array_remove_index(all, i - 1);
    }
    if (all->len > 0 && ((ObjectVersion *)all->pdata[all->len - 1])->node == NULL)
        g_ptr_array_set_size(all, (int)all->len - 1);
}

/* What the work tree declares and no commit has yet. */
static bool
add_uncommitted(Trace *trace, GError **error)
{
    const Node *node = trace->names->pdata[0];
    const ObjectVersion *newest = trace->versions->len == 0 ? NULL : trace->versions->pdata[0];
    const char *content = content_of(trace->arena, node);
    if (newest != NULL && g_strcmp0(newest->content, content) == 0)
        return true;
    g_autofree char *full = g_build_filename(trace->session->config->directory, node->place.file, NULL), *bytes = NULL;
    gsize size;
    g_autoptr(GError) problem = NULL;
    if (!g_file_get_contents(full, &bytes, &size, &problem))
        return fail(error, PLEAT_ERROR_INPUT, "cannot read %s: %s", node->place.file, problem->message);
    g_autoptr(GBytes) whole = g_bytes_new(bytes, size + 1);
    g_autoptr(GBytes) text = g_bytes_new_from_bytes(whole, 0, size);
    OneFile *file = one_file_read(trace->session->config, node->place.file, "schema", text);
    g_hash_table_insert(trace->files, g_strdup(node->place.file), file);
    const Node *lone = find_node(file->schema, node);
    if (lone == NULL) /* what only all files together declare: a mixin's column */
        return true;
    content = content_of(trace->arena, lone);
    if (newest != NULL && g_strcmp0(newest->content, content) == 0)
        return true;
    ObjectVersion *made = arena_new_one(trace->arena, ObjectVersion);
    g_autofree char *lines = one_file_text(file, lone);
    *made = (ObjectVersion){NULL, node->place.file, arena_strdup(trace->arena, lines), content, lone};
    g_ptr_array_insert(trace->versions, 0, made);
    return true;
}

/* The names by which it is found in a content; NULL where one is no single word. NULL-terminated: g_free. */
static const char **
names_of(const Trace *trace)
{
    const char **words = g_new0(const char *, trace->names->len + 1);
    for (guint i = 0; i < trace->names->len; i++) {
        words[i] = node_root(trace->names->pdata[i])->name;
        if (words[i] == NULL || !word_is_plain(words[i])) {
            g_free(words);
            return NULL;
        }
    }
    return words;
}

static bool
stands_there(const FileVersion *version, GBytes *content, void *data)
{
    Trace *trace = data;
    return may_mention(trace, content) && stand_in(trace, version).node != NULL;
}

static bool
stands_elsewhere(const FileVersion *version, GBytes *content, void *data)
{
    Trace *trace = data;
    return !g_hash_table_contains(trace->followed, version->path) && stands_there(version, content, data);
}

static bool
follow_paths(Trace *trace, GError **error)
{
    while (!g_queue_is_empty(&trace->waiting)) {
        const char *path = g_queue_pop_head(&trace->waiting);
        g_autoptr(GPtrArray) found = NULL;
        if (!history_versions(trace->history, path, &found, error))
            return false;
        for (guint i = 0; i < found->len; i++)
            if (!visit(trace, found->pdata[i], error))
                return false;
    }
    return true;
}

/* Dropped once and declared again in another file, it has more versions behind its first one here. */
static bool
follow_earlier_life(Trace *trace, GError **error)
{
    const FileVersion *found = NULL;
    g_autofree const char **words = names_of(trace);
    const HistorySearch search = {declaration_folders(), words, stands_elsewhere, trace};
    unsigned order = 0;
    for (guint i = 0; i < trace->versions->len; i++)
        order = MAX(order, ((ObjectVersion *)trace->versions->pdata[i])->version->order);
    if (trace->versions->len == 0 || !history_find_older(trace->history, &search, order, &found, error))
        return trace->versions->len == 0;
    if (found != NULL)
        follow_path(trace, found->path);
    return true;
}

/* The work tree has it in a file that no commit has by this name: it goes on where HEAD has it. */
static bool
find_committed(Trace *trace, GError **error)
{
    g_autoptr(GPtrArray) versions = NULL;
    const FileVersion *found = NULL;
    if (!history_versions(trace->history, trace->start, &versions, error))
        return false;
    const FileVersion *newest = versions->len == 0 ? NULL : versions->pdata[0];
    if (newest != NULL && stand_in(trace, newest).node != NULL)
        return true;
    g_autofree const char **words = names_of(trace);
    const HistorySearch search = {declaration_folders(), words, stands_there, trace};
    if (!history_find(trace->history, &search, &found, error))
        return false;
    if (found != NULL)
        follow_path(trace, found->path);
    return true;
}

bool
trace_versions(Trace *trace, GPtrArray **versions, GError **error)
{
    *versions = trace->versions;
    if (!history_watch(trace->history, declaration_folders(), error))
        return false;
    follow_path(trace, trace->start);
    if (trace->in_work_tree && !find_committed(trace, error))
        return false;
    while (!g_queue_is_empty(&trace->waiting))
        if (!follow_paths(trace, error) || !follow_earlier_life(trace, error))
            return false;
    tidy(trace);
    return !trace->in_work_tree || add_uncommitted(trace, error);
}

const ObjectVersion *
trace_version_of(Trace *trace, const char *path, const char *blob)
{
    const char *whole = NULL;
    if (!history_blob(trace->history, blob, &whole))
        return NULL;
    const FileVersion file = {.path = path, .blob = whole, .commit = "?"};
    Standing standing = stand_in(trace, &file);
    if (standing.node == NULL)
        return NULL;
    const char *content = content_of(trace->arena, standing.node);
    for (guint i = 0; i < trace->versions->len; i++) {
        const ObjectVersion *version = trace->versions->pdata[i];
        if (g_strcmp0(version->content, content) == 0)
            return version;
    }
    return NULL;
}

/* --- By name ---------------------------------------------------------------------------------------------------- */

typedef struct {
    Trace *trace;
    const char *name;
    const char *word; /* that must be in the file */
    const Node *found;
    GError *error;
} Search;

static bool
declares(const FileVersion *version, GBytes *content, void *data)
{
    Search *search = data;
    if (strcasestr(g_bytes_get_data(content, NULL), search->word) == NULL)
        return false;
    OneFile *file = open_file(search->trace, version);
    if (file == NULL)
        return false;
    return !declared_find(file->schema, search->name, &search->found, &search->error) || search->found != NULL;
}

/* The last word of a name: of "function shop.total(integer)" it is "total". */
static char *
last_word(const char *name)
{
    size_t length = strcspn(name, "(");
    while (length > 0 && !g_ascii_isalnum(name[length - 1]) && name[length - 1] != '_' &&
           (name[length - 1] & 0x80) == 0)
        length--;
    size_t start = length;
    while (start > 0 && strchr(".\" ", name[start - 1]) == NULL)
        start--;
    return g_strndup(name + start, length - start);
}

/* What was dropped long ago. */
static bool
find_dropped(Trace *trace, const char *name, const Node **out, GError **error)
{
    g_autofree char *word = last_word(name);
    Search search = {.trace = trace, .name = name, .word = word};
    const FileVersion *found = NULL;
    const char *words[] = {word, NULL};
    const HistorySearch wanted = {declaration_folders(), word_is_plain(word) ? words : NULL, declares, &search};
    if (!history_find(trace->history, &wanted, &found, error)) {
        g_clear_error(&search.error);
        return false;
    }
    if (search.error != NULL) {
        g_propagate_error(error, search.error);
        return false;
    }
    if (search.found == NULL) {
        fail(error, PLEAT_ERROR_USAGE, "nothing is called \"%s\", neither in the declarations nor in their history",
             name);
        declared_suggest(trace->declared, name, error);
        return false;
    }
    trace->start = found->path;
    *out = search.found;
    return true;
}

void
trace_begin(Trace *trace, const Node *node)
{
    trace->in_work_tree = true;
    trace->start = node->place.file;
    g_ptr_array_add(trace->names, (Node *)(guintptr)node);
}

bool
trace_find(Trace *trace, const char *name, const Node **out, GError **error)
{
    const Node *found = NULL;
    if (!declared_find(trace->declared, name, &found, error))
        return false;
    if (found != NULL)
        trace_begin(trace, found);
    else if (!find_dropped(trace, name, &found, error))
        return false;
    else
        g_ptr_array_add(trace->names, (Node *)(guintptr)found);
    *out = found;
    return true;
}
