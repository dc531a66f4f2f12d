#include "history/commits.h"

#include "base/quit.h"
#include "history/kept.h"
#include "history/objects.h"

#include <string.h>

struct Loading {
    History *history;
    GArray *found;      /* of Commit, in the order of discovery; parents are places in this array */
    GHashTable *places; /* git_oid -> place in found + 1 */
    guint n_kept;       /* the first of found are those that an earlier command kept */
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
    git_oid *key = arena_new_one(loading->history->arena, git_oid);
    *key = *id;
    g_hash_table_insert(loading->places, key, GUINT_TO_POINTER(loading->found->len));
    return loading->found->len - 1;
}

/* The lines of a commit before its message; the position moves behind the one that begins with the word. */
static const char *
header(const char **at, const char *word)
{
    size_t length = strlen(word);
    if (strncmp(*at, word, length) != 0 || (*at)[length] != ' ')
        return NULL;
    const char *value = *at + length + 1, *end = strchr(value, '\n');
    *at = end == NULL ? value + strlen(value) : end + 1;
    return value;
}

/* "Ann Author <ann@example.org> 1600000000 +0000" */
static gint64
time_of(const char *signature)
{
    const char *end = strchrnul(signature, '\n');
    const char *closed = memrchr(signature, '>', (size_t)(end - signature));
    return closed == NULL ? 0 : g_ascii_strtoll(closed + 1, NULL, 10);
}

/* Only what the walk needs: libgit2's own parser takes most of the time of loading many commits. */
static bool
parse_commit(struct Loading *loading, guint place, bool cut, const char *text)
{
    Commit parsed = {.id = g_array_index(loading->found, Commit, place).id};
    const char *at = text, *value = header(&at, "tree");
    if (value == NULL || git_oid_fromstr(&parsed.tree, value) < 0)
        return false;
    guint n_lines = 0;
    for (const char *line = at; header(&line, "parent") != NULL;)
        n_lines++;
    parsed.parents = arena_new_array(loading->history->arena, guint, n_lines + 1);
    for (git_oid id; (value = header(&at, "parent")) != NULL;) {
        if (git_oid_fromstr(&id, value) < 0)
            return false;
        if (!cut)
            parsed.parents[parsed.n_parents++] = place_of(loading, &id);
    }
    header(&at, "author");
    value = header(&at, "committer");
    parsed.time = value == NULL ? 0 : time_of(value);
    g_array_index(loading->found, Commit, place) = parsed; /* place_of() may have moved the array */
    return true;
}

static bool
load_commit(struct Loading *loading, guint place, GError **error)
{
    git_oid id = g_array_index(loading->found, Commit, place).id;
    g_autoptr(Object) object = NULL;
    bool cut = g_hash_table_contains(loading->history->shallow, &id);
    const git_oid read = replaced_by(loading->history, id);
    if (objects_read(loading->history->objects, &read, &object) && object->type == GIT_OBJECT_COMMIT &&
        parse_commit(loading, place, cut, object->data))
        return true;
    char hex[GIT_OID_HEXSZ + 1];
    git_oid_hex(&id, hex);
    if (object == NULL)
        return git_fail(loading->history, error, "cannot read the commit %.12s", hex);
    return fail(error, PLEAT_ERROR_INPUT, "the git object %.12s is no commit, or damaged", hex);
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

/* Marks what can be reached from a place. */
static guint8 *
find_reached(const GArray *found, guint head)
{
    guint8 *reached = g_malloc0(found->len + 1);
    g_autoptr(GArray) waiting = g_array_new(FALSE, FALSE, sizeof(guint));
    reached[head] = 1;
    g_array_append_val(waiting, head);
    while (waiting->len > 0) {
        const Commit *commit = &g_array_index(found, Commit, g_array_index(waiting, guint, waiting->len - 1));
        g_array_set_size(waiting, waiting->len - 1);
        for (guint p = 0; p < commit->n_parents; p++)
            if (!reached[commit->parents[p]]) {
                reached[commit->parents[p]] = 1;
                g_array_append_val(waiting, commit->parents[p]);
            }
    }
    return reached;
}

static guint *
count_children(const GArray *found, const guint8 *reached)
{
    guint *children = g_new0(guint, found->len + 1);
    for (guint i = 0; i < found->len; i++) {
        const Commit *commit = &g_array_index(found, Commit, i);
        for (guint p = 0; reached[i] && p < commit->n_parents; p++)
            children[commit->parents[p]]++;
    }
    return children;
}

/* git's topological order: no commit before its children, and among those that may come, the newest. */
static guint *
sort(const GArray *found, guint head, guint *length)
{
    g_autofree guint8 *reached = find_reached(found, head);
    g_autofree guint *children = count_children(found, reached);
    g_autoptr(GArray) heap = g_array_new(FALSE, FALSE, sizeof(guint));
    Ready ready = {.found = found, .heap = heap};
    guint *order = g_new(guint, found->len + 1), n = 0;
    ready_push(&ready, head);
    while (heap->len > 0) {
        guint place = order[n++] = ready_pop(&ready);
        const Commit *commit = &g_array_index(found, Commit, place);
        for (guint p = 0; p < commit->n_parents; p++)
            if (--children[commit->parents[p]] == 0)
                ready_push(&ready, commit->parents[p]);
    }
    *length = n;
    return order;
}

static Commits *
commits_new(guint n_kept, guint n)
{
    Commits *commits = g_new0(Commits, 1);
    commits->list = g_array_sized_new(FALSE, FALSE, sizeof(Commit), n);
    commits->kept_places = g_new(guint, n_kept + 1);
    commits->is_kept = g_malloc0(n + 1);
    for (guint i = 0; i < n_kept; i++)
        commits->kept_places[i] = NOT_REACHED;
    return commits;
}

static Commits *
commits_sorted(const struct Loading *loading, guint head)
{
    const GArray *found = loading->found;
    guint n;
    g_autofree guint *order = sort(found, head, &n), *rank = g_new(guint, found->len + 1);
    for (guint i = 0; i < n; i++)
        rank[order[i]] = i;
    Commits *commits = commits_new(loading->n_kept, n);
    for (guint i = 0; i < n; i++) {
        Commit commit = g_array_index(found, Commit, order[i]);
        for (guint p = 0; p < commit.n_parents; p++)
            commit.parents[p] = rank[commit.parents[p]];
        g_array_append_val(commits->list, commit);
        if (order[i] < loading->n_kept) {
            commits->kept_places[order[i]] = i;
            commits->is_kept[i] = 1;
            commits->n_kept++;
        }
    }
    return commits;
}

/* --- All of them ------------------------------------------------------------------------------------------------ */

static void
load_kept(struct Loading *loading)
{
    const Kept *kept = loading->history->kept;
    const KeptCommit *commits = kept->parts[PART_COMMITS];
    guint n_parents = kept->counts[PART_PARENTS];
    guint *parents = arena_new_array(loading->history->arena, guint, n_parents + 1);
    memcpy(parents, kept->parts[PART_PARENTS], sizeof(guint) * n_parents);
    g_array_set_size(loading->found, kept->counts[PART_COMMITS]);
    for (guint i = 0; i < kept->counts[PART_COMMITS]; i++) {
        Commit *commit = &g_array_index(loading->found, Commit, i);
        *commit = (Commit){.time = commits[i].time, .n_parents = commits[i].n_parents};
        git_oid_fromraw(&commit->id, commits[i].id);
        git_oid_fromraw(&commit->tree, commits[i].tree);
        commit->parents = parents + commits[i].first_parent;
    }
    loading->n_kept = loading->found->len;
}

static void
note_places(struct Loading *loading)
{
    for (guint i = 0; i < loading->found->len; i++) {
        git_oid *key = arena_new_one(loading->history->arena, git_oid);
        *key = g_array_index(loading->found, Commit, i).id;
        g_hash_table_insert(loading->places, key, GUINT_TO_POINTER(i + 1));
    }
}

/* HEAD is where it was: all is known, and what was found is the list, in its order. */
static Commits *
commits_as_kept(const struct Loading *loading)
{
    Commits *commits = commits_new(loading->n_kept, loading->n_kept);
    g_array_unref(commits->list);
    commits->list = g_array_ref(loading->found);
    for (guint i = 0; i < loading->n_kept; i++)
        commits->kept_places[i] = i;
    memset(commits->is_kept, 1, loading->n_kept);
    commits->n_kept = loading->n_kept;
    return commits;
}

static bool
load_from(struct Loading *loading, const git_oid *head, Commits **out, GError **error)
{
    if (loading->history->kept != NULL)
        load_kept(loading);
    if (loading->n_kept > 0 && git_oid_equal(&g_array_index(loading->found, Commit, 0).id, head)) {
        *out = commits_as_kept(loading);
        return true;
    }
    note_places(loading);
    guint place = place_of(loading, head);
    for (guint i = loading->n_kept; i < loading->found->len; i++, loading->history->work++)
        if (!quit_check(error) || !load_commit(loading, i, error))
            return false;
    *out = commits_sorted(loading, place);
    return true;
}

bool
commits_load(History *history, GError **error)
{
    if (history->commits != NULL)
        return true;
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(Commit));
    g_autoptr(GHashTable) places = g_hash_table_new(git_oid_hash, git_oid_same);
    struct Loading loading = {.history = history, .found = found, .places = places};
    git_oid head;
    int code = git_reference_name_to_id(&head, history->repository, "HEAD");
    if (code == GIT_ENOTFOUND || code == GIT_EUNBORNBRANCH) {
        history->commits = commits_new(0, 0);
        return true;
    }
    if (code < 0)
        return git_fail(history, error, "cannot find HEAD");
    replaced_load(history);
    keep_open(history);
    objects_pass_by(true);
    bool ok = load_from(&loading, &head, &history->commits, error);
    objects_pass_by(false);
    return ok;
}

void
commits_free(Commits *commits)
{
    if (commits == NULL)
        return;
    g_array_unref(commits->list);
    g_free(commits->kept_places);
    g_free(commits->is_kept);
    g_free(commits->within);
    g_clear_pointer(&commits->places, g_hash_table_unref);
    g_free(commits);
}

const Commit *
commits_get(const Commits *commits, guint index)
{
    return &g_array_index(commits->list, Commit, index);
}

bool
commits_find(Commits *commits, const git_oid *id, guint *place)
{
    if (commits->places == NULL) {
        commits->places = g_hash_table_new(git_oid_hash, git_oid_same);
        for (guint i = 0; i < commits->list->len; i++)
            g_hash_table_insert(commits->places, &g_array_index(commits->list, Commit, i).id, GUINT_TO_POINTER(i + 1));
    }
    guint found = GPOINTER_TO_UINT(g_hash_table_lookup(commits->places, id));
    if (found > 0)
        *place = found - 1;
    return found > 0;
}

bool
commits_is_within(Commits *commits, guint older, guint newer)
{
    if (commits->within == NULL || commits->within_of != newer) {
        g_free(commits->within);
        commits->within = g_malloc0(commits->list->len + 1);
        commits_mark_ancestors(commits, newer, commits->list->len, 1, commits->within);
        commits->within_of = newer;
    }
    return commits->within[older] != 0;
}

void
commits_mark_ancestors(const Commits *commits, guint index, guint last, guint8 mark, guint8 *set)
{
    set[index] |= mark;
    for (guint i = index; i < last; i++) {
        const Commit *commit = commits_get(commits, i);
        for (guint p = 0; (set[i] & mark) != 0 && p < commit->n_parents; p++)
            set[commit->parents[p]] |= mark;
    }
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
