#include "project/one_file.h"

#include "files/file_tree.h"
#include "sql/split.h"
#include "yaml/load.h"
#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* --- A tree of one file ---------------------------------------------------------------------------------------- */

typedef struct {
    char *path;
    GBytes *content;
} Lone;

static bool
lone_kind(void *data, const char *path, FileKind *kind, GError **error)
{
    (void)error;
    const Lone *lone = data;
    size_t length = strlen(path);
    bool above = length == 0 || (g_str_has_prefix(lone->path, path) && lone->path[length] == '/');
    *kind = strcmp(lone->path, path) == 0 ? FILE_REGULAR : above ? FILE_FOLDER : FILE_MISSING;
    return true;
}

static bool
lone_entries(void *data, const char *folder, GArray *entries, GError **error)
{
    (void)error;
    const Lone *lone = data;
    const char *rest = lone->path + strlen(folder) + (*folder != '\0');
    size_t length = strcspn(rest, "/");
    file_entry_add(entries, rest, length, rest[length] == '/' ? FILE_FOLDER : FILE_REGULAR);
    return true;
}

static bool
lone_link(void *data, const char *path, char **target, GError **error)
{
    (void)data;
    (void)target;
    return fail(error, PLEAT_ERROR_INTERNAL, "\"%s\" is no link", path);
}

static bool
lone_read(void *data, const char *path, GBytes **content, GError **error)
{
    (void)path;
    (void)error;
    *content = g_bytes_ref(((Lone *)data)->content);
    return true;
}

static void
lone_free(void *data)
{
    Lone *lone = data;
    g_bytes_unref(lone->content);
    g_free(lone->path);
    g_free(lone);
}

static const FileTreeOps lone_ops = {
    .kind = lone_kind,
    .entries = lone_entries,
    .link = lone_link,
    .read = lone_read,
    .free = lone_free,
};

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

static bool
is_folder_of_declarations(const char *name, size_t length)
{
    for (const char *const *folder = declaration_folders(); *folder != NULL; folder++)
        if (strlen(*folder) == length && strncmp(*folder, name, length) == 0)
            return true;
    return false;
}

/* "functions/reporting/daily.sql" of "old/place/functions/reporting/daily.sql": subfolders say the schema. */
static char *
declared_path(const char *path, const char *folder)
{
    const char *part = g_str_has_prefix(path, ":/") ? path + 2 : path, *last = NULL;
    for (const char *slash; (slash = strchr(part, '/')) != NULL; part = slash + 1)
        if (is_folder_of_declarations(part, (size_t)(slash - part)))
            last = last == NULL ? part : last;
    return last != NULL ? g_strdup(last) : g_build_filename(folder, part, NULL);
}

/* --- Reading it ------------------------------------------------------------------------------------------------- */

/* A YAML file that could not be parsed declares nothing, which is not to say that all of it was dropped. */
static bool
is_broken(const char *path, const Schema *schema, const Problems *problems)
{
    return !g_str_has_suffix(path, ".sql") && schema->roots->len == 0 && problems_errors(problems) > 0;
}

OneFile *
one_file_read(const Config *config, const char *path, const char *folder, GBytes *content)
{
    g_autoptr(Problems) problems = problems_new();
    Lone *lone = g_new0(Lone, 1);
    lone->path = declared_path(path, folder);
    lone->content = g_bytes_ref(content);
    g_autoptr(FileTree) tree = file_tree_new(path, &lone_ops, lone);
    OneFile *file = g_new0(OneFile, 1);
    file->content = g_bytes_ref(content);
    file->schema = declarations_load(tree, "", config, 0, problems);
    file->broken = is_broken(path, file->schema, problems);
    return file;
}

void
one_file_free(OneFile *file)
{
    if (file == NULL)
        return;
    g_bytes_unref(file->content);
    schema_free(file->schema);
    g_free(file);
}

/* --- Its text --------------------------------------------------------------------------------------------------- */

static size_t
indent_of(const char *line)
{
    return strspn(line, " ");
}

static bool
is_blank(const char *line)
{
    return line[strspn(line, " \t\r")] == '\0';
}

/* The line that a YAML key stands in, and the ones below that are indented more. */
static void
append_block(GString *out, char **lines, guint n_lines, guint first)
{
    guint last = first;
    for (guint i = first + 1; i < n_lines && (is_blank(lines[i]) || indent_of(lines[i]) > indent_of(lines[first])); i++)
        if (!is_blank(lines[i]))
            last = i;
    for (guint i = first; i <= last; i++) {
        size_t margin = MIN(indent_of(lines[first]), indent_of(lines[i]));
        g_string_append_printf(out, "%s\n", g_strchomp(lines[i] + margin));
    }
}

/* The statement of a raw SQL file that a place is in: the last one that begins before it or there. */
static char *
statement_at(const char *content, Place place)
{
    content += g_str_has_prefix(content, BYTE_ORDER_MARK) ? strlen(BYTE_ORDER_MARK) : 0;
    const char *cursor = content;
    Statement statement, found = {0};
    while (split_next(content, &cursor, &statement)) {
        int line, column;
        text_position(content, statement.start, &line, &column);
        if (line > place.line || (line == place.line && column > place.column))
            break;
        found = statement;
    }
    return g_strndup(content + found.start, found.length);
}

static void
append_statement(GString *out, const char *statement, const Node *node)
{
    g_string_append_printf(out, "%s;\n", statement);
    for (int facet = 0; facet < N_FACETS; facet++)
        if (node->facets[facet] != NULL)
            g_string_append_printf(out, "-- %s: %s\n", facet_keys[facet], node->facets[facet]);
}

char *
one_file_text(const OneFile *file, const Node *node)
{
    GString *out = g_string_new(NULL);
    if (node->text != NULL) {
        append_statement(out, node->text, node);
    } else if (node->place.file != NULL && g_str_has_suffix(node->place.file, ".sql")) {
        g_autofree char *statement = statement_at(g_bytes_get_data(file->content, NULL), node->place);
        append_statement(out, statement, node);
    } else {
        g_auto(GStrv) lines = g_strsplit(g_bytes_get_data(file->content, NULL), "\n", -1);
        guint n_lines = g_strv_length(lines);
        if (node->place.line > 0 && (guint)node->place.line <= n_lines)
            append_block(out, lines, n_lines, (guint)node->place.line - 1);
    }
    return g_string_free(out, FALSE);
}
