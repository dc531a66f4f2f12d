#include "yaml/fixture.h"

#include "model/emit.h"
#include <string.h>

/* A tree in memory ----------------------------------------------------------------------------------------------- */

typedef struct {
    const TestFile *files;
} Memory;

static bool
has_folder(const Memory *memory, const char *path)
{
    size_t length = strlen(path);
    for (const TestFile *file = memory->files; file->path != NULL; file++)
        if (length == 0 || (strncmp(file->path, path, length) == 0 && file->path[length] == '/'))
            return true;
    return false;
}

static const TestFile *
find_file(const Memory *memory, const char *path)
{
    for (const TestFile *file = memory->files; file->path != NULL; file++)
        if (strcmp(file->path, path) == 0)
            return file;
    return NULL;
}

static bool
memory_kind(void *data, const char *path, FileKind *kind, GError **error)
{
    (void)error;
    *kind = find_file(data, path) != NULL ? FILE_REGULAR : has_folder(data, path) ? FILE_FOLDER : FILE_MISSING;
    return true;
}

static bool
memory_entries(void *data, const char *folder, GArray *entries, GError **error)
{
    (void)error;
    const Memory *memory = data;
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    size_t length = strlen(folder);
    for (const TestFile *file = memory->files; file->path != NULL; file++) {
        if (length > 0 && (strncmp(file->path, folder, length) != 0 || file->path[length] != '/'))
            continue;
        const char *rest = file->path + length + (length > 0);
        size_t part = strcspn(rest, "/");
        if (g_hash_table_add(seen, g_strndup(rest, part)))
            file_entry_add(entries, rest, part, rest[part] == '/' ? FILE_FOLDER : FILE_REGULAR);
    }
    return true;
}

static bool
memory_link(void *data, const char *path, char **target, GError **error)
{
    (void)data;
    (void)target;
    return fail(error, PLEAT_ERROR_SYSTEM, "%s is no link", path);
}

static bool
memory_read(void *data, const char *path, GBytes **content, GError **error)
{
    (void)error;
    const TestFile *file = find_file(data, path);
    size_t length = strlen(file->content);
    char *copy = g_strdup(file->content);
    *content = g_bytes_new_with_free_func(copy, length, g_free, copy);
    return true;
}

FileTree *
test_tree(const TestFile *files)
{
    static const FileTreeOps OPS = {memory_kind, memory_entries, memory_link, memory_read, g_free};
    Memory *memory = g_new0(Memory, 1);
    memory->files = files;
    return file_tree_new("test", &OPS, memory);
}

Schema *
test_load(const TestFile *files, const char *config_text, Problems *problems)
{
    g_autoptr(FileTree) tree = test_tree(files);
    const char *text = config_text == NULL ? "" : config_text;
    g_autoptr(Config) config = config_parse(NULL, "/", text, strlen(text), problems);
    return declarations_load(tree, "", config, 15, problems);
}

/* Texts ---------------------------------------------------------------------------------------------------------- */

static void
append_extras(GString *out, const Extras *extras)
{
    if (extras == NULL)
        return;
    g_string_append_printf(out, " extras=<%s|%s|%s|%d", extras->renamed_from, extras->backfill, extras->deprecated,
                           extras->keep_prior);
    for (const char *const *pair = extras->backfill_down; pair != NULL && *pair != NULL; pair++)
        g_string_append_printf(out, "|%s", *pair);
    g_string_append_c(out, '>');
}

static void
dump_node(Node *node, void *data)
{
    g_autoptr(GString) out = g_string_new(node->key);
    g_autofree char *leaf = node_leaf(node);
    if (node->kind->folder != NULL) {
        g_autoptr(Arena) arena = arena_new();
        g_string_append_printf(out, " text=<%s>", node_define(arena, node, false).sql);
    } else {
        g_string_append_printf(out, " leaf=<%s>", leaf);
    }
    for (size_t i = 0; i < node->kind->n_attrs && node->kind->folder == NULL; i++)
        if (node->values[i] != NULL && !kind_leaf_says(node->kind, node->kind->attrs[i].key))
            g_string_append_printf(out, " %s=<%s>", node->kind->attrs[i].key, node->values[i]);
    for (int facet = 0; facet < N_FACETS; facet++)
        if (node->facets[facet] != NULL)
            g_string_append_printf(out, " %s=<%s>", facet_keys[facet], node->facets[facet]);
    append_extras(out, node->extras);
    g_autofree char *token = g_strconcat("child.", node->kind->name, NULL);
    if (node->parent == NULL || !kind_leaf_says(node->parent->kind, token)) /* else its parent's leaf has told it */
        g_ptr_array_add(data, g_string_free(g_steal_pointer(&out), FALSE));
}

static int
compare_lines(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

char *
test_dump(const Schema *schema)
{
    g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
    schema_visit(schema, dump_node, lines);
    g_ptr_array_sort(lines, compare_lines);
    g_ptr_array_add(lines, NULL);
    return g_strjoinv("\n", (char **)lines->pdata);
}
