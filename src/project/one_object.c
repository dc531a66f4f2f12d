#include "project/one_object.h"

#include "history/words.h"
#include <string.h>

/* What is read of a file: it is parsed when something in it matters. */
typedef struct {
    GBytes *content; /* NULL: cannot be read */
    OneFile *file;   /* NULL: not parsed yet */
} Read;

static void
read_free(void *data)
{
    Read *read = data;
    g_clear_pointer(&read->content, g_bytes_unref);
    one_file_free(read->file);
    g_free(read);
}

OneObject *
one_object_new(PleatSession *session, History *history, Arena *arena)
{
    OneObject *object = g_new0(OneObject, 1);
    object->session = session;
    object->history = history;
    object->arena = arena;
    object->files = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, read_free);
    object->names = g_ptr_array_new();
    return object;
}

void
one_object_free(OneObject *object)
{
    if (object == NULL)
        return;
    if (object->unread > 1)
        session_note(object->session, "%u more that cannot be read either: left out\n", object->unread - 1);
    g_hash_table_unref(object->files);
    g_ptr_array_unref(object->names);
    g_free(object);
}

/* --- Names ------------------------------------------------------------------------------------------------------ */

void
one_object_called(OneObject *object, const Node *node)
{
    for (guint i = 0; i < object->names->len; i++)
        if (strcmp(((const Node *)object->names->pdata[i])->key, node->key) == 0)
            return;
    g_ptr_array_add(object->names, (Node *)(guintptr)node);
}

bool
one_object_may_stand_in(const OneObject *object, GBytes *content)
{
    for (guint i = 0; i < object->names->len; i++) {
        const char *name = node_root(object->names->pdata[i])->name;
        if (name == NULL || !word_is_plain(name) || word_stands_in(g_bytes_get_data(content, NULL), name))
            return true;
    }
    return object->names->len == 0;
}

const char **
one_object_words(const OneObject *object)
{
    const char **words = g_new0(const char *, object->names->len + 1);
    for (guint i = 0; i < object->names->len; i++) {
        words[i] = node_root(object->names->pdata[i])->name;
        if (words[i] == NULL || !word_is_plain(words[i])) {
            g_free(words);
            return NULL;
        }
    }
    return words;
}

/* --- Files ------------------------------------------------------------------------------------------------------ */

static bool
read_text(const OneObject *object, const FileVersion *version, GBytes **content, GError **error)
{
    g_autoptr(GBytes) bytes = NULL;
    if (!history_content(object->history, version, &bytes, error))
        return false;
    size_t size;
    const char *text = g_bytes_get_data(bytes, &size);
    if (!g_utf8_validate_len(text, size, NULL))
        return fail(error, PLEAT_ERROR_INPUT, "it is not UTF-8 text");
    *content = g_steal_pointer(&bytes);
    return true;
}

static Read *
read_version(OneObject *object, const FileVersion *version)
{
    g_autofree char *key = g_strdup_printf("%s@%s", version->path, version->blob);
    Read *read = g_hash_table_lookup(object->files, key);
    if (read != NULL)
        return read;
    g_autoptr(GError) problem = NULL;
    read = g_new0(Read, 1);
    if (!read_text(object, version, &read->content, &problem) && object->unread++ == 0)
        session_note(object->session, "%s of commit %.12s is left out: %s\n", version->path, version->commit,
                     problem->message);
    g_hash_table_insert(object->files, g_steal_pointer(&key), read);
    return read;
}

static OneFile *
parse(OneObject *object, Read *read, const char *path)
{
    if (read->file != NULL || read->content == NULL)
        return read->file;
    const Node *node = object->names->len > 0 ? node_root(object->names->pdata[0]) : NULL;
    bool is_sql = node != NULL && node->kind->folder != NULL && g_str_has_suffix(path, ".sql");
    read->file = one_file_read(object->session->config, path, is_sql ? node->kind->folder : "schema", read->content);
    return read->file;
}

const OneFile *
one_object_file(OneObject *object, const FileVersion *version)
{
    return parse(object, read_version(object, version), version->path);
}

/* --- The object in a file --------------------------------------------------------------------------------------- */

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

bool
one_object_same_types(const char *left, const char *right)
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

const Node *
one_object_alike(const Schema *schema, const Node *wanted)
{
    const Node *found = schema_match(schema, wanted);
    if (found != NULL || wanted->parent != NULL || wanted->signature == NULL)
        return found;
    for (guint i = 0; i < schema->roots->len; i++) {
        const Node *root = schema->roots->pdata[i];
        if (root->kind == wanted->kind && g_strcmp0(root->schema, wanted->schema) == 0 &&
            g_strcmp0(root->name, wanted->name) == 0 && one_object_same_types(root->signature, wanted->signature))
            return root;
    }
    return NULL;
}

/* What a node of the newer file was called in the older one, where its name or its arguments are others; NULL: it was
 * not there. */
static const Node *
former_self(const OneFile *newer, const Node *node, const OneFile *older)
{
    const char *renamed = node->extras == NULL ? NULL : node->extras->renamed_from;
    if (node->parent != NULL) {
        const Node *parent = one_object_alike(older->schema, node->parent);
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
        if (root->kind != node->kind || one_object_alike(newer->schema, root) != NULL)
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

/* A YAML file is parsed in any case: it may be broken. */
Standing
one_object_in(OneObject *object, const FileVersion *version)
{
    Standing standing = {0};
    if (version->blob == NULL)
        return standing;
    Read *read = read_version(object, version);
    bool mentioned = read->content != NULL && one_object_may_stand_in(object, read->content);
    if (read->content != NULL && !mentioned && g_str_has_suffix(version->path, ".sql"))
        return standing;
    const OneFile *file = parse(object, read, version->path);
    standing.unknown = file == NULL || file->broken;
    if (standing.unknown || !mentioned)
        return standing;
    standing.file = file;
    for (guint i = 0; standing.node == NULL && i < object->names->len; i++)
        standing.node = one_object_alike(file->schema, object->names->pdata[i]);
    return standing;
}

Standing
one_object_before(OneObject *object, const Standing *newer, const FileVersion *version)
{
    Standing there = one_object_in(object, version);
    if (there.node != NULL || newer->node == NULL || version->blob == NULL || there.unknown)
        return there;
    const OneFile *file = one_object_file(object, version);
    const Node *former = former_self(newer->file, newer->node, file);
    if (former != NULL) {
        one_object_called(object, former);
        there = (Standing){.file = file, .node = former};
    }
    return there;
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

const char *
one_object_content(Arena *arena, const Node *node)
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

bool
one_object_unchanged(OneObject *object, const Standing *left, const Standing *right)
{
    if (left->node == NULL || right->node == NULL)
        return left->node == right->node;
    return strcmp(one_object_content(object->arena, left->node), one_object_content(object->arena, right->node)) == 0;
}
