#include "files/file_write.h"
#include "project/orders.h"
#include "project/revision_files.h"
#include "project/squash.h"
#include "project/standings.h"
#include <errno.h>
#include <string.h>
#include <unistd.h>

/* Who stands inside would neither have the squash nor be able to go on to it. */
static bool
check_standings(const Squash *squash, bool pass_over, GError **error)
{
    g_autoptr(GPtrArray) standings = NULL;
    if (!standings_read(squash->session, pass_over, &standings, error))
        return false;
    for (guint i = 0; i < standings->len; i++) {
        const Standing *standing = standings->pdata[i];
        const char *has = NULL, *lacks = NULL;
        for (guint k = 0; k < squash->range->len; k++) {
            const Revision *revision = squash->range->pdata[k];
            const bool half = g_strcmp0(standing->unfinished, revision->id) == 0;
            if (half)
                return fail(error, PLEAT_ERROR_STATE, "database \"%s\" stands inside: revision %s is unfinished",
                            standing->name, revision->id);
            *(g_hash_table_contains(standing->applied, revision->id) ? &has : &lacks) = revision->id;
        }
        if (has == NULL || lacks == NULL)
            continue;
        fail(error, PLEAT_ERROR_STATE, "database \"%s\" stands inside: it has %s and not %s", standing->name, has,
             lacks);
        return fail_hint(error, "bring it to the end of the range with pleat upgrade, or squash less");
    }
    return true;
}

/* What it becomes ---------------------------------------------------------------------------------------------------*/

static const char **
texts_in(Arena *arena, GPtrArray *texts)
{
    const char **list = arena_new_array(arena, const char *, texts->len + 1);
    memcpy(list, texts->pdata, texts->len * sizeof *list);
    return list;
}

static void
add_outside(const Squash *squash, const char *const *ids, GPtrArray *out)
{
    for (; *ids != NULL; ids++)
        if (!squash_holds(squash, *ids) && !g_ptr_array_find_with_equal_func(out, *ids, g_str_equal, NULL))
            g_ptr_array_add(out, (gpointer)(guintptr)*ids);
}

static void
add_each(const char *const *texts, GPtrArray *out)
{
    for (; *texts != NULL; texts++)
        if (!g_ptr_array_find_with_equal_func(out, *texts, g_str_equal, NULL))
            g_ptr_array_add(out, (gpointer)(guintptr)*texts);
}

/* Parents, needs, labels and the last milestone of all. */
static void
fill_header(const Squash *squash, const PleatSquashOptions *options, Revision *header)
{
    Arena *arena = squash->arena;
    g_autoptr(GPtrArray) after = g_ptr_array_new(), needs = g_ptr_array_new(), labels = g_ptr_array_new();
    const Revision *first = squash->range->pdata[0], *last = squash->range->pdata[squash->range->len - 1];
    g_autofree char *random = revision_new_id();
    const char *message =
        options->message == NULL ? arena_printf(arena, "squash %s to %s", first->id, last->id) : options->message;
    *header = revision_header(arena, squash->phase,
                              options->rev_id == NULL ? arena_strdup(arena, random) : options->rev_id, message);
    for (guint i = 0; i < squash->range->len; i++) {
        const Revision *revision = squash->range->pdata[i];
        add_outside(squash, revision->after, after);
        add_outside(squash, revision->depends_on, needs);
        add_each(revision->labels, labels);
        if (revision->milestone != NULL)
            header->milestone = revision->milestone;
    }
    header->after = texts_in(arena, after);
    header->depends_on = texts_in(arena, needs);
    header->labels = texts_in(arena, labels);
    header->replaces = ids_of(squash->range, arena);
}

/* The ids of a list with the squash, once, in the place of those it replaces. */
static const char **
list_with(const Squash *squash, const char *const *ids, const char *squash_id)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new();
    for (; *ids != NULL; ids++) {
        const char *id = squash_holds(squash, *ids) ? squash_id : *ids;
        if (!g_ptr_array_find_with_equal_func(list, id, g_str_equal, NULL))
            g_ptr_array_add(list, (gpointer)(guintptr)id);
    }
    return texts_in(squash->arena, list);
}

static bool
stands_on(const Squash *squash, const char *const *ids)
{
    while (*ids != NULL && !squash_holds(squash, *ids))
        ids++;
    return *ids != NULL;
}

/* The folder as it will be: without the range's files, and what stood on them stands on the squash. */
static void
rewrite_others(const Squash *squash, const char *squash_id)
{
    GPtrArray *all = graph_all(squash->graph);
    for (guint i = 0; i < all->len; i++) {
        const Revision *revision = all->pdata[i];
        char *text = NULL;
        if (squash_holds(squash, revision->id))
            g_hash_table_insert(squash->texts, g_strdup(revision->path), NULL);
        else if (stands_on(squash, revision->after) || stands_on(squash, revision->depends_on)) {
            text = revision_reparent(revision, list_with(squash, revision->after, squash_id),
                                     list_with(squash, revision->depends_on, squash_id));
            g_hash_table_insert(squash->texts, g_strdup(revision->path), text);
        }
    }
}

/* *path: of its file, g_free. */
static bool
make_text(Squash *squash, Revision *header, char **path, GError **error)
{
    fill_header(squash, squash->options, header);
    if (!revision_name_is_free(squash->graph, header->id, error) || !squash_make_steps(squash, error))
        return false;
    header->notes = texts_in(squash->arena, squash->notes);
    g_autofree char *name = revision_file_name(squash->session->config->revision_file, header);
    *path = g_build_filename(squash->session->revision_folder, name, NULL);
    if (g_file_test(*path, G_FILE_TEST_EXISTS))
        return fail(error, PLEAT_ERROR_USAGE, "%s exists already", *path);
    g_hash_table_insert(squash->texts, g_strdup(*path), revision_format(header, squash->up, squash->down));
    rewrite_others(squash, header->id);
    return true;
}

/* The proof ---------------------------------------------------------------------------------------------------------*/

static Source *
everything(const char *spelled, GHashTable *texts, GPtrArray *ids, GPtrArray *undone)
{
    Source *source = source_draft(spelled, texts, ids, undone);
    source->everything = true;
    return source;
}

static bool
same_state(const Squash *squash, GPtrArray *before, GPtrArray *after, GPtrArray *undone, const char *heading,
           bool *same, GError **error)
{
    bool equal = true;
    if (!orders_compare_sources(squash->session, everything("the range", NULL, before, NULL),
                                everything("the squash", squash->texts, after, undone), heading, &equal, error))
        return false;
    *same &= equal;
    return true;
}

/* What was before the range: ids, in order. */
static GPtrArray *
outside_of(const Squash *squash, GPtrArray *ids)
{
    GPtrArray *list = g_ptr_array_new();
    for (guint i = 0; i < ids->len; i++)
        if (!squash_holds(squash, ids->pdata[i]))
            g_ptr_array_add(list, ids->pdata[i]);
    return list;
}

/* At the end of the range, at the heads, and back before the range. */
static bool
prove(const Squash *squash, const char *squash_id, bool *same, GError **error)
{
    g_autoptr(Graph) draft = NULL;
    g_autoptr(GPtrArray) last = g_ptr_array_new(), before = NULL, after = NULL, all_before = NULL, all_after = NULL;
    if (!graph_read_rewritten(squash->session->revision_folder, squash->texts, &draft, error))
        return false;
    g_ptr_array_add(last, (gpointer)(guintptr)graph_find(draft, squash_id));
    if (!orders_linear(squash->graph, squash->range, &before, error) || !orders_linear(draft, last, &after, error) ||
        !orders_all(squash->graph, &all_before, error) || !orders_all(draft, &all_after, error) ||
        !same_state(squash, before, after, NULL, "it leads elsewhere (first: the range, second: the squash)", same,
                    error) ||
        !same_state(squash, all_before, all_after, NULL,
                    "what comes after it leads elsewhere (first: as it is, second: with the squash)", same, error))
        return false;
    if (squash->down == NULL)
        return true;
    g_autoptr(GPtrArray) start = outside_of(squash, before), undone = g_ptr_array_new();
    g_ptr_array_add(undone, (gpointer)(guintptr)squash_id);
    return same_state(squash, start, after, undone,
                      "its way back leads elsewhere (first: before the range, second: the squash undone)", same, error);
}

/* Done --------------------------------------------------------------------------------------------------------------*/

static bool
write_text(const char *path, const char *text, GError **error)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    return file_write_atomically(path, bytes, 0666, error);
}

/* The squash first: while both are there, every command says so. */
static bool
write_files(const Squash *squash, const char *path, FileChanges *changes, GError **error)
{
    GHashTableIter iterator;
    gpointer other, text;
    g_autofree char *name = g_path_get_basename(path);
    if (!write_text(path, g_hash_table_lookup(squash->texts, path), error))
        return false;
    g_autofree char *named = g_build_filename("revisions", name, NULL);
    if (!file_changes_written(changes, named))
        session_write(squash->session, "%s\n", named);
    g_hash_table_iter_init(&iterator, squash->texts);
    while (g_hash_table_iter_next(&iterator, &other, &text))
        if (text != NULL && strcmp(other, path) != 0) {
            if (!write_text(other, text, error))
                return false;
            file_changes_rewritten(changes, other);
        }
    for (guint i = 0; i < squash->range->len; i++) {
        const Revision *revision = squash->range->pdata[i];
        if (unlink(revision->path) != 0)
            return fail(error, PLEAT_ERROR_SYSTEM, "cannot remove %s: %s", revision->path, g_strerror(errno));
        if (!file_changes_removed(changes, revision->path))
            session_note(squash->session, "removed: %s\n", revision->path);
    }
    return true;
}

static bool
squash_run(Squash *squash, PleatOutcome *outcome, GError **error)
{
    Revision header;
    g_autofree char *path = NULL;
    bool same = true;
    g_auto(FileChanges) changes = {0};
    file_changes_begin(&changes, squash->session);
    if (!squash_find_range(squash, error) || !check_standings(squash, squash->options->unreachable, error) ||
        !make_text(squash, &header, &path, error) || !prove(squash, header.id, &same, error))
        return false;
    for (guint i = 0; i < squash->notes->len; i++)
        session_note(squash->session, "%s\n", (const char *)squash->notes->pdata[i]);
    *outcome = same ? PLEAT_CLEAN : PLEAT_FINDINGS;
    if (same && !write_files(squash, path, &changes, error))
        return false;
    if (!same)
        session_note(squash->session, "nothing is written\n");
    file_changes_end(&changes);
    return true;
}

static void
squash_clear(Squash *squash)
{
    g_clear_pointer(&squash->range, g_ptr_array_unref);
    g_clear_pointer(&squash->inside, g_hash_table_unref);
    g_clear_pointer(&squash->notes, g_ptr_array_unref);
    g_clear_pointer(&squash->texts, g_hash_table_unref);
    g_free(squash->up);
    g_free(squash->down);
    g_clear_pointer(&squash->arena, arena_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Squash, squash_clear)

bool
pleat_squash(PleatSession *session, const PleatSquashOptions *options, PleatOutcome *outcome, GError **error)
{
    g_autoptr(Graph) graph = NULL;
    if (!session_require_project(session, error) || !session_graph(session, &graph, error) ||
        (options->rev_id != NULL && !revision_check_id(options->rev_id, error)))
        return false;
    g_auto(Squash) squash = {
        .session = session,
        .graph = graph,
        .options = options,
        .arena = arena_new(),
        .inside = g_hash_table_new(g_str_hash, g_str_equal),
        .notes = g_ptr_array_new(),
        .texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
    };
    return squash_run(&squash, outcome, error);
}
