#include "history/commits.h"

#include "base/quit.h"

struct Loading {
    History *history;
    GArray *found;      /* of Commit, in the order of discovery; parents are places in this array */
    GHashTable *places; /* git_oid -> place in found + 1 */
};

/* The commit's place in found, which puts it there when it is new. */
static guint
place_of(struct Loading *loading, const git_oid *id)
{
    guint place = GPOINTER_TO_UINT(g_hash_table_lookup(loading->places, id));
    if (place > 0)
        return place - 1;
    Commit commit = {.id = *id};
    g_array_append_val(loading->found, commit);
    g_hash_table_insert(loading->places, g_memdup2(id, sizeof *id), GUINT_TO_POINTER(loading->found->len));
    return loading->found->len - 1;
}

static bool
load_commit(struct Loading *loading, guint place, GError **error)
{
    git_oid id = g_array_index(loading->found, Commit, place).id;
    g_autoptr(git_commit) object = NULL;
    if (git_commit_lookup(&object, loading->history->repository, &id) < 0) {
        char hex[GIT_OID_HEXSZ + 1];
        git_oid_hex(&id, hex);
        return git_fail(loading->history, error, "cannot read the commit %.12s", hex);
    }
    bool cut = g_hash_table_contains(loading->history->shallow, &id);
    guint n_parents = cut ? 0 : git_commit_parentcount(object);
    guint *parents = arena_new_array(loading->history->arena, guint, n_parents + 1);
    for (guint i = 0; i < n_parents; i++)
        parents[i] = place_of(loading, git_commit_parent_id(object, i));
    Commit *commit = &g_array_index(loading->found, Commit, place); /* place_of() may have moved the array */
    commit->tree = *git_commit_tree_id(object);
    commit->time = git_commit_time(object);
    commit->parents = parents;
    commit->n_parents = n_parents;
    return true;
}

/* --- Order ----------------------------------------------------------------------------------------------------- */

typedef struct {
    const GArray *found;
    GArray *heap; /* of guint: places of commits whose children have all been put out, the newest on top */
} Ready;

static bool
is_newer(const Ready *ready, guint left, guint right)
{
    gint64 a = g_array_index(ready->found, Commit, left).time, b = g_array_index(ready->found, Commit, right).time;
    return a != b ? a > b : left < right;
}

static void
ready_push(Ready *ready, guint place)
{
    g_array_append_val(ready->heap, place);
    guint *heap = (guint *)ready->heap->data;
    for (guint i = ready->heap->len - 1; i > 0 && is_newer(ready, heap[i], heap[(i - 1) / 2]); i = (i - 1) / 2) {
        guint above = heap[(i - 1) / 2];
        heap[(i - 1) / 2] = heap[i];
        heap[i] = above;
    }
}

static guint
ready_pop(Ready *ready)
{
    guint *heap = (guint *)ready->heap->data, top = heap[0], length = ready->heap->len - 1;
    guint sinking = heap[length], i = 0;
    g_array_set_size(ready->heap, length);
    for (guint child = 1; child < length; child = 2 * i + 1) {
        if (child + 1 < length && is_newer(ready, heap[child + 1], heap[child]))
            child++;
        if (!is_newer(ready, heap[child], sinking))
            break;
        heap[i] = heap[child];
        i = child;
    }
    if (length > 0)
        heap[i] = sinking;
    return top;
}

static guint *
count_children(const GArray *found)
{
    guint *children = g_new0(guint, found->len + 1);
    for (guint i = 0; i < found->len; i++) {
        const Commit *commit = &g_array_index(found, Commit, i);
        for (guint p = 0; p < commit->n_parents; p++)
            children[commit->parents[p]]++;
    }
    return children;
}

/* git's topological order: no commit before its children, and among those that may come, the newest. */
static guint *
sort(const GArray *found)
{
    g_autofree guint *children = count_children(found);
    g_autoptr(GArray) heap = g_array_new(FALSE, FALSE, sizeof(guint));
    Ready ready = {.found = found, .heap = heap};
    guint *order = g_new(guint, found->len + 1), n = 0;
    if (found->len > 0)
        ready_push(&ready, 0); /* HEAD, the only one without a child */
    while (heap->len > 0) {
        guint place = order[n++] = ready_pop(&ready);
        const Commit *commit = &g_array_index(found, Commit, place);
        for (guint p = 0; p < commit->n_parents; p++)
            if (--children[commit->parents[p]] == 0)
                ready_push(&ready, commit->parents[p]);
    }
    return order;
}

static Commits *
commits_new(const GArray *found)
{
    g_autofree guint *order = sort(found), *rank = g_new(guint, found->len + 1);
    for (guint i = 0; i < found->len; i++)
        rank[order[i]] = i;
    Commits *commits = g_new0(Commits, 1);
    commits->list = g_array_sized_new(FALSE, FALSE, sizeof(Commit), found->len);
    for (guint i = 0; i < found->len; i++) {
        Commit commit = g_array_index(found, Commit, order[i]);
        for (guint p = 0; p < commit.n_parents; p++)
            commit.parents[p] = rank[commit.parents[p]];
        g_array_append_val(commits->list, commit);
    }
    return commits;
}

bool
commits_load(History *history, GError **error)
{
    if (history->commits != NULL)
        return true;
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(Commit));
    g_autoptr(GHashTable) places = g_hash_table_new_full(git_oid_hash, git_oid_same, g_free, NULL);
    struct Loading loading = {.history = history, .found = found, .places = places};
    git_oid head;
    int code = git_reference_name_to_id(&head, history->repository, "HEAD");
    if (code < 0 && code != GIT_ENOTFOUND && code != GIT_EUNBORNBRANCH)
        return git_fail(history, error, "cannot find HEAD");
    if (code == 0)
        place_of(&loading, &head);
    for (guint place = 0; place < found->len; place++)
        if (!quit_check(error) || !load_commit(&loading, place, error))
            return false;
    history->commits = commits_new(found);
    return true;
}

void
commits_free(Commits *commits)
{
    if (commits == NULL)
        return;
    g_array_unref(commits->list);
    g_free(commits);
}

const Commit *
commits_get(const Commits *commits, guint index)
{
    return &g_array_index(commits->list, Commit, index);
}

guint8 *
commits_ancestors(const Commits *commits, guint index)
{
    guint8 *set = g_malloc0(commits->list->len + 1);
    set[index] = 1;
    for (guint i = index; i < commits->list->len; i++) {
        const Commit *commit = commits_get(commits, i);
        for (guint p = 0; set[i] && p < commit->n_parents; p++)
            set[commit->parents[p]] = 1;
    }
    return set;
}

guint8 *
commits_descendants(const Commits *commits, guint index)
{
    guint8 *set = g_malloc0(commits->list->len + 1);
    set[index] = 1;
    for (guint i = index; i-- > 0;) {
        const Commit *commit = commits_get(commits, i);
        for (guint p = 0; p < commit->n_parents; p++)
            set[i] |= set[commit->parents[p]];
    }
    return set;
}
