/* A History's part of what is kept: from the file at first, and to it at the end. */
#include "history/filter.h"
#include "history/kept.h"
#include "history/renames.h"

#include <string.h>

/* Finding so much out again takes no longer than writing it, and reading it each time. */
enum { WORTH_KEEPING = 200 };

void
history_keep_in(History *history, const char *file)
{
    g_free(history->kept_in);
    history->kept_in = g_strdup(file);
}

/* A number for the sets of cut-off and of replaced commits, whatever their order: 0 when there is none. */
static guint64
cut_of(const History *history)
{
    guint64 cut = 0;
    GHashTableIter iterator;
    void *id, *other;
    g_hash_table_iter_init(&iterator, history->shallow);
    while (g_hash_table_iter_next(&iterator, &id, NULL))
        cut += kept_checksum(((const git_oid *)id)->id, GIT_OID_RAWSZ);
    g_hash_table_iter_init(&iterator, history->replaced);
    while (g_hash_table_iter_next(&iterator, &id, &other)) {
        git_oid both[2] = {*(const git_oid *)id, *(const git_oid *)other};
        cut += kept_checksum(both, sizeof both);
    }
    return cut;
}

void
keep_open(History *history)
{
    if (history->kept == NULL && history->kept_in != NULL)
        history->kept = kept_read(history->kept_in, cut_of(history));
}

/* --- From the file --------------------------------------------------------------------------------------------- */

static void
restore_changes(History *history)
{
    const KeptChange *changes = history->kept->parts[PART_CHANGES];
    g_autofree PathChanges **paths = g_new0(PathChanges *, history->kept->counts[PART_PATHS] + 1);
    for (guint32 i = 0; i < history->kept->counts[PART_CHANGES]; i++) {
        const KeptChange *change = &changes[i];
        guint commit = history->commits->kept_places[change->commit];
        if (commit == NOT_REACHED)
            continue;
        if (paths[change->path] == NULL)
            paths[change->path] = walk_path(history, kept_path(history->kept, change->path));
        Change restored = {.commit = commit};
        restored.deleted = (change->flags & KEPT_DELETED) != 0;
        restored.added = (change->flags & KEPT_ADDED) != 0;
        git_oid_fromraw(&restored.blob, change->blob);
        git_oid_fromraw(&restored.before, change->before);
        restored.filter = change->filter == KEPT_NONE ? 0 : change->filter + 1;
        walk_add(history, paths[change->path], &restored);
    }
}

static void
restore_renames(History *history)
{
    const KeptRename *renames = history->kept->parts[PART_RENAMES];
    for (guint32 i = 0; i < history->kept->counts[PART_RENAMES]; i++) {
        guint commit = history->commits->kept_places[renames[i].commit];
        if (commit == NOT_REACHED)
            continue;
        GHashTable *known = renames_known(history, commit);
        if (renames[i].to == KEPT_NONE)
            continue;
        const char *to = history_intern(history, kept_path(history->kept, renames[i].to));
        const char *from = history_intern(history, kept_path(history->kept, renames[i].from));
        g_hash_table_insert(known, (char *)(gsize)to, (char *)(gsize)from);
    }
}

void
keep_restore(History *history)
{
    restore_changes(history);
    restore_renames(history);
}

GPtrArray *
keep_places(const History *history)
{
    GPtrArray *places = g_ptr_array_new();
    const guint32 *paths = history->kept->parts[PART_PLACES];
    for (guint32 i = 0; i < history->kept->counts[PART_PLACES]; i++)
        g_ptr_array_add(places, (char *)(gsize)kept_path(history->kept, paths[i]));
    return places;
}

/* --- To the file ------------------------------------------------------------------------------------------------ */

static void
keep_commits(const History *history, Keeping *keeping)
{
    for (guint i = 0; i < history->commits->list->len; i++) {
        const Commit *commit = commits_get(history->commits, i);
        KeptCommit kept = {
            .time = commit->time, .first_parent = keeping->parts[PART_PARENTS]->len, .n_parents = commit->n_parents};
        memcpy(kept.id, commit->id.id, GIT_OID_RAWSZ);
        memcpy(kept.tree, commit->tree.id, GIT_OID_RAWSZ);
        g_array_append_val(keeping->parts[PART_COMMITS], kept);
        if (commit->n_parents > 0)
            g_array_append_vals(keeping->parts[PART_PARENTS], commit->parents, commit->n_parents);
    }
}

/* Behind the filters. */
static void
keep_changes(Keeping *keeping, const GPtrArray *changes)
{
    const GArray *filters = keeping->parts[PART_FILTERS];
    for (guint i = 0; i < changes->len; i++) {
        const Change *change = changes->pdata[i];
        KeptChange kept = {.path = keeping_path(keeping, change->path), .commit = change->commit};
        kept.flags = (change->added ? KEPT_ADDED : 0) | (change->deleted ? KEPT_DELETED : 0);
        kept.filter = KEPT_NONE;
        if (!change->deleted) {
            memcpy(kept.blob, change->blob.id, GIT_OID_RAWSZ);
            kept.filter = kept_filter_find((const void *)filters->data, filters->len, kept.blob);
        }
        memcpy(kept.before, change->before.id, GIT_OID_RAWSZ);
        g_array_append_val(keeping->parts[PART_CHANGES], kept);
    }
}

static void
keep_filters(const History *history, Keeping *keeping, const GPtrArray *changes)
{
    g_autoptr(GHashTable) done = g_hash_table_new(git_oid_hash, git_oid_same);
    for (guint i = 0; i < changes->len; i++) {
        Change *change = changes->pdata[i];
        WordFilter filter;
        if (change->deleted || !filter_known(history, change, &filter) || !g_hash_table_add(done, &change->blob))
            continue;
        KeptFilter kept = {.start = keeping->parts[PART_BLOCKS]->len, .n = filter.n};
        memcpy(kept.blob, change->blob.id, GIT_OID_RAWSZ);
        g_array_append_val(keeping->parts[PART_FILTERS], kept);
        g_array_append_vals(keeping->parts[PART_BLOCKS], filter.blocks, filter.n);
    }
    g_array_sort(keeping->parts[PART_FILTERS], kept_filter_compare);
}

static void
keep_renames(const History *history, Keeping *keeping)
{
    GHashTableIter commits, files;
    void *commit, *renames, *to, *from;
    g_hash_table_iter_init(&commits, history->renames);
    while (g_hash_table_iter_next(&commits, &commit, &renames)) {
        KeptRename kept = {GPOINTER_TO_UINT(commit), KEPT_NONE, KEPT_NONE};
        g_array_append_val(keeping->parts[PART_RENAMES], kept);
        g_hash_table_iter_init(&files, renames);
        while (g_hash_table_iter_next(&files, &to, &from)) {
            kept.to = keeping_path(keeping, to);
            kept.from = keeping_path(keeping, from);
            g_array_append_val(keeping->parts[PART_RENAMES], kept);
        }
    }
}

/* Where HEAD went back to an older commit, what is kept knows more than is known here. */
static bool
is_worth_keeping(const History *history)
{
    if (history->kept_in == NULL || history->commits == NULL || history->work < WORTH_KEEPING)
        return false;
    const Commits *commits = history->commits;
    bool has_new = commits->n_kept < commits->list->len;
    return history->kept == NULL || has_new || commits->n_kept == history->kept->counts[PART_COMMITS];
}

bool
history_keep(History *history)
{
    if (!is_worth_keeping(history))
        return false;
    g_autoptr(Keeping) keeping = keeping_new();
    keep_commits(history, keeping);
    if (history->walk != NULL) {
        g_autoptr(GPtrArray) changes = walk_changes_under(history->walk, (const char *const[]){"", NULL});
        g_autoptr(GPtrArray) places = walk_places(history->walk);
        keep_filters(history, keeping, changes);
        keep_changes(keeping, changes);
        for (guint i = 0; i < places->len; i++) {
            guint32 path = keeping_path(keeping, places->pdata[i]);
            g_array_append_val(keeping->parts[PART_PLACES], path);
        }
    }
    if (!history->renames_unsure)
        keep_renames(history, keeping);
    keeping_write(keeping, history->kept_in, cut_of(history));
    history->work = 0;
    return true;
}
