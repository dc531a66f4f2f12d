/* pleat fmt: the declarations' files laid out, all or none */
#include "diff/diff.h"
#include "files/file_tree.h"
#include "files/file_write.h"
#include "project/session.h"
#include "project/source.h"
#include "yaml/canonical.h"
#include "yaml/fmt.h"

#include <string.h>

typedef struct {
    PleatSession *session;
    Arena *arena;
    Problems *problems;
    GPtrArray *paths;   /* of files that change, absolute */
    GPtrArray *texts;   /* their new texts */
    GHashTable *others; /* SQL in PostgreSQL's own form, of each file: see yaml/canonical.h; NULL: the author's stays */
} Formatting;

/* The paths as the user gave them, else all of the project's; absolute. */
static bool
find_files(Formatting *formatting, const PleatFmtOptions *options, GPtrArray *found, GError **error)
{
    static const char *const SUFFIXES[] = {".yaml", ".yml", NULL};
    PleatSession *session = formatting->session;
    for (const char *const *path = options->paths; path != NULL && *path != NULL; path++)
        g_ptr_array_add(found, g_canonicalize_filename(*path, session->directory));
    if (options->paths != NULL)
        return true;
    g_autoptr(FileTree) tree = NULL;
    g_autoptr(GPtrArray) paths = NULL;
    if (!session_require_project(session, error) ||
        !file_tree_open_directory(session->config->directory, &tree, error) ||
        !file_tree_list(tree, "schema", SUFFIXES, &paths, error))
        return false;
    for (guint i = 0; i < paths->len; i++)
        g_ptr_array_add(found, g_build_filename(session->config->directory, paths->pdata[i], NULL));
    return true;
}

/* As short as it is from where the command was started. */
static const char *
shown(const Formatting *formatting, const char *path)
{
    const char *directory = formatting->session->directory;
    size_t length = strlen(directory);
    bool below = strncmp(path, directory, length) == 0 && path[length] == '/';
    return g_intern_string(below ? path + length + 1 : path);
}

static bool
lay_out(Formatting *formatting, const char *path, GError **error)
{
    g_autofree char *content = NULL;
    g_autoptr(GError) cause = NULL;
    gsize length;
    if (!g_file_get_contents(path, &content, &length, &cause))
        return fail(error, PLEAT_ERROR_INPUT, "%s", cause->message);
    const char *name = shown(formatting, path);
    GHashTable *others = formatting->others == NULL ? NULL : g_hash_table_lookup(formatting->others, name);
    const char *text = fmt_layout(formatting->arena, name, content, length, others, formatting->problems);
    if (text == NULL || (strlen(text) == length && memcmp(text, content, length) == 0))
        return true;
    g_ptr_array_add(formatting->paths, g_strdup(path));
    g_ptr_array_add(formatting->texts, (char *)(guintptr)text);
    return true;
}

static bool
write_files(Formatting *formatting, GError **error)
{
    for (guint i = 0; i < formatting->paths->len; i++) {
        const char *text = formatting->texts->pdata[i];
        g_autoptr(GBytes) content = g_bytes_new_static(text, strlen(text));
        if (!file_write_atomically(formatting->paths->pdata[i], content, 0666, error))
            return false;
    }
    return true;
}

/* PostgreSQL's own form ---------------------------------------------------------------------------------------------
 */

/* The declarations as they are, made real by the newest server that is installed. */
static bool
realise(PleatSession *session, Source *source, GError **error)
{
    Scratch *scratch = NULL;
    return session_scratch(session, 0, &scratch, error) &&
           source_realise(session, source, scratch_major(scratch), error);
}

/* What was rewritten must mean what it meant. */
static bool
prove(Formatting *formatting, const Source *before, GError **error)
{
    PleatSession *session = formatting->session;
    g_autoptr(GHashTable) texts = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(Source) after = NULL;
    for (guint i = 0; i < formatting->paths->len; i++)
        g_hash_table_insert(texts, formatting->paths->pdata[i], formatting->texts->pdata[i]);
    if (!source_open_rewritten(session, texts, &after, error) || !realise(session, after, error))
        return fail_within(error, "in canonical form");
    g_autoptr(GArray) deltas = diff_run(before->schema, after->schema);
    if (deltas->len == 0)
        return true;
    const Delta *first = &g_array_index(deltas, Delta, 0);
    const Node *node = first->new_node != NULL ? first->new_node : first->old_node;
    fail(error, PLEAT_ERROR_INPUT, "the canonical form of %s %s would mean something else: nothing is written",
         node->kind->title, node_address(node));
    return fail_hint(error, "this is a defect of pleat: please report the declaration");
}

static bool
lay_out_all(Formatting *formatting, const GPtrArray *found, GError **error)
{
    for (guint i = 0; i < found->len; i++)
        if (!lay_out(formatting, found->pdata[i], error))
            return false;
    return problems_raise(formatting->problems, error);
}

static bool
lay_out_canonical(Formatting *formatting, const GPtrArray *found, GError **error)
{
    g_autoptr(Source) source = NULL;
    if (!source_open(formatting->session, "schema", &source, error) || !realise(formatting->session, source, error))
        return false;
    g_autoptr(GHashTable) others = canonical_texts(source->declared, source->schema, formatting->arena);
    formatting->others = others;
    bool ok =
        lay_out_all(formatting, found, error) && (formatting->paths->len == 0 || prove(formatting, source, error));
    formatting->others = NULL;
    return ok;
}

bool
pleat_fmt(PleatSession *session, const PleatFmtOptions *options, PleatOutcome *outcome, GError **error)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Problems) problems = problems_new();
    g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) texts = g_ptr_array_new();
    Formatting formatting = {session, arena, problems, paths, texts, NULL};
    if (!find_files(&formatting, options, found, error) ||
        !(options->canonical ? lay_out_canonical : lay_out_all)(&formatting, found, error) ||
        (!options->check && !write_files(&formatting, error)))
        return false;
    for (guint i = 0; i < paths->len; i++)
        session_write(session, "%s\n", shown(&formatting, paths->pdata[i]));
    *outcome = options->check && paths->len > 0 ? PLEAT_FINDINGS : PLEAT_CLEAN;
    return true;
}
