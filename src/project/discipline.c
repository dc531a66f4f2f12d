#include "project/discipline.h"

#include "lint/rule.h"
#include "project/branch_work.h"
#include "project/declared.h"
#include "project/one_file.h"
#include "project/one_object.h"
#include <string.h>

static bool
is_wanted(const PleatSession *session, const char *rule)
{
    const char *const *wanted = session->config->discipline_rules;
    if (wanted == NULL) /* in one commit or in two: teams differ */
        return strcmp(rule, "mixed-commit") != 0;
    const RuleName *name = rule_find(rule);
    for (; *wanted != NULL; wanted++)
        if (rule_find(*wanted) == name)
            return true;
    return false;
}

static Finding *
add(const BranchWork *work, const char *rule, Place place, const char *text)
{
    const RuleName *name = rule_find(rule);
    Finding *finding = findings_add(work->findings, name, place, "%s", text);
    finding_hint(finding, "%s", name->help);
    return finding;
}

static Place
place_of(const BranchWork *work, const char *path)
{
    return (Place){branch_work_path(work, path), 1, 1};
}

/* A commit of both ---------------------------------------------------------------------------------------------------
 */

static void
find_mixed(const BranchWork *work, const GPtrArray *changes, const char *what)
{
    const char *declaration = NULL, *revision = NULL;
    for (guint i = 0; i < changes->len; i++) {
        const TreeChange *change = changes->pdata[i];
        if (declaration == NULL && is_declaration(change->path))
            declaration = change->path;
        if (revision == NULL && is_revision(change->path))
            revision = change->path;
    }
    if (declaration == NULL || revision == NULL)
        return;
    g_autofree char *text = g_strdup_printf("%s changes a declaration (%s) and a revision", what, declaration);
    add(work, "mixed-commit", place_of(work, revision), text);
}

static bool
find_mixed_commits(const BranchWork *work, GError **error)
{
    g_autoptr(GPtrArray) commits = NULL;
    if (!history_commits_since(work->history, work->from, work->to, &commits, error))
        return false;
    for (guint i = 0; i < commits->len; i++) {
        const BranchCommit *commit = commits->pdata[i];
        g_autofree char *what = g_strdup_printf("commit %.7s (%s)", commit->commit, commit->subject);
        find_mixed(work, commit->changes, what);
    }
    return true;
}

/* A revision that others have ----------------------------------------------------------------------------------------
 */

/* The ids that what is new, or has changed, says that it replaces: a set of texts. */
static GHashTable *
replaced_ids(const BranchWork *work)
{
    GHashTable *ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < work->changes->len; i++) {
        const TreeChange *change = work->changes->pdata[i];
        g_autoptr(Revision) revision =
            is_revision(change->path) ? branch_work_revision(work, change->path, change->after) : NULL;
        for (const char **id = revision == NULL ? NULL : revision->replaces; id != NULL && *id != NULL; id++)
            g_hash_table_add(ids, g_strdup(*id));
    }
    return ids;
}

/* Comments and the header may change, and so may its place among the others (pleat rebase). */
static void
find_edited(const BranchWork *work)
{
    g_autoptr(GHashTable) replaced = replaced_ids(work);
    for (guint i = 0; i < work->changes->len; i++) {
        const TreeChange *change = work->changes->pdata[i];
        if (!is_revision(change->path) || change->before == NULL)
            continue;
        g_autoptr(Revision) before = branch_work_revision(work, change->path, change->before);
        g_autoptr(Revision) after = branch_work_revision(work, change->path, change->after);
        if (before == NULL || (after != NULL && strcmp(before->checksum, after->checksum) == 0) ||
            (after == NULL && g_hash_table_contains(replaced, before->id)))
            continue;
        g_autofree char *text = g_strdup_printf("revision %s, which %s has, %s", before->id, work->base,
                                                change->after == NULL ? "is gone" : "does something else now");
        add(work, "edited-after-merge", place_of(work, change->path), text);
    }
}

/* A change and its revision ------------------------------------------------------------------------------------------
 */

/* The revisions that the branch brings. */
static GPtrArray *
new_revisions(const BranchWork *work)
{
    GPtrArray *revisions = g_ptr_array_new_with_free_func((GDestroyNotify)revision_free);
    for (guint i = 0; i < work->changes->len; i++) {
        const TreeChange *change = work->changes->pdata[i];
        Revision *revision = is_revision(change->path) && change->before == NULL
                                 ? branch_work_revision(work, change->path, change->after)
                                 : NULL;
        if (revision != NULL)
            g_ptr_array_add(revisions, revision);
    }
    return revisions;
}

static bool
has_new_revision(const BranchWork *work)
{
    for (guint i = 0; i < work->changes->len; i++) {
        const TreeChange *change = work->changes->pdata[i];
        if (is_revision(change->path) && change->before == NULL)
            return true;
    }
    return false;
}

/* The first few, for a line. */
static char *
names_of(const GPtrArray *objects)
{
    enum { SHOWN = 3 };
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < objects->len && i < SHOWN; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? ", " : "", ((const ChangedObject *)objects->pdata[i])->title);
    if (objects->len > SHOWN)
        g_string_append_printf(text, " and %u more", objects->len - SHOWN);
    return g_strdup(text->str);
}

/* Those that a hand has written do not say what they were made of; what merges others does nothing itself. */
static bool
all_say_what_of(const GPtrArray *revisions)
{
    for (guint i = 0; i < revisions->len; i++) {
        const Revision *revision = revisions->pdata[i];
        if (revision->source[0] == NULL && revision->upgrade[0] != NULL)
            return false;
    }
    return true;
}

/* A file as it was, alone; NULL: it cannot be read. */
static OneFile *
read_file(const BranchWork *work, const char *path, const char *blob)
{
    const char *whole = NULL;
    g_autoptr(GBytes) content = NULL;
    if (!history_blob(work->history, blob, &whole))
        return NULL;
    const FileVersion version = {.path = path, .blob = whole};
    if (!history_content(work->history, &version, &content, NULL))
        return NULL;
    return one_file_read(work->session->config, path, "schema", content);
}

static void
free_file(void *file)
{
    one_file_free(file);
}

/* The files that the revisions were made of, as they were then: of OneFile. */
static GPtrArray *
carried_files(const BranchWork *work, const GPtrArray *revisions)
{
    GPtrArray *files = g_ptr_array_new_with_free_func(free_file);
    for (guint i = 0; i < revisions->len; i++)
        for (const char **source = ((const Revision *)revisions->pdata[i])->source; *source != NULL; source++) {
            const char *at = strrchr(*source, '@');
            g_autofree char *path = at == NULL ? NULL : g_strndup(*source, (size_t)(at - *source));
            OneFile *file = at == NULL ? NULL : read_file(work, path, at + 1);
            if (file != NULL)
                g_ptr_array_add(files, file);
        }
    return files;
}

static bool
is_carried(const GPtrArray *files, const Node *node)
{
    g_autoptr(Arena) arena = arena_new();
    for (guint i = 0; i < files->len; i++) {
        const Node *was = one_object_alike(((const OneFile *)files->pdata[i])->schema, node);
        if (was != NULL && strcmp(one_object_content(arena, was), one_object_content(arena, node)) == 0)
            return true;
    }
    return false;
}

static ChangedObject *
find_object(const GPtrArray *objects, const char *title)
{
    for (guint i = 0; i < objects->len; i++)
        if (strcmp(((const ChangedObject *)objects->pdata[i])->title, title) == 0)
            return objects->pdata[i];
    return NULL;
}

/* Of the objects that differ from the base's, those that a file declares otherwise than what revisions were made of. */
static void
add_stale(const BranchWork *work, const GPtrArray *objects, const TreeChange *change, const GPtrArray *carried,
          GPtrArray *stale)
{
    g_autoptr(OneFile) now = read_file(work, change->path, change->after);
    for (guint i = 0; now != NULL && i < now->schema->roots->len; i++) {
        const Node *node = now->schema->roots->pdata[i];
        g_autofree char *title = declared_title(node);
        ChangedObject *object = find_object(objects, title);
        if (object != NULL && !is_carried(carried, node))
            g_ptr_array_add(stale, object);
    }
}

/* What no new revision was made of as it is now: ChangedObject. Nothing where one does not say what it was made of. */
static GPtrArray *
find_stale(const BranchWork *work, const GPtrArray *objects)
{
    g_autoptr(GPtrArray) revisions = new_revisions(work), carried = carried_files(work, revisions);
    GPtrArray *stale = g_ptr_array_new();
    for (guint i = 0; all_say_what_of(revisions) && i < work->changes->len; i++) {
        const TreeChange *change = work->changes->pdata[i];
        if (is_declaration(change->path) && change->after != NULL)
            add_stale(work, objects, change, carried, stale);
    }
    return stale;
}

/* told: files that another rule has told of. */
static bool
find_missing(BranchWork *work, GHashTable *told, GError **error)
{
    const GPtrArray *objects = NULL;
    if (!branch_work_objects(work, &objects, error))
        return false;
    const bool any = has_new_revision(work);
    g_autoptr(GPtrArray) stale = any ? find_stale(work, objects) : NULL, left = g_ptr_array_new();
    const GPtrArray *missing = any ? stale : objects;
    for (guint i = 0; i < missing->len; i++) {
        const ChangedObject *object = missing->pdata[i];
        if (object->place.file == NULL || !g_hash_table_contains(told, object->place.file))
            g_ptr_array_add(left, missing->pdata[i]);
    }
    if (left->len == 0)
        return true;
    g_autofree char *names = names_of(left);
    g_autofree char *text = g_strdup_printf("declared otherwise than in %s, and no %s: %s", work->base,
                                            any ? "new revision was made of it as it is" : "revision is new", names);
    add(work, "change-without-revision", ((const ChangedObject *)left->pdata[0])->place, text);
    return true;
}

/* Reverted -----------------------------------------------------------------------------------------------------------
 */

/* "schema/user.yaml@5f0c1e2": is it of this file, and of this blob? */
static bool
is_source(const char *source, const char *path, const char *blob)
{
    const size_t length = strlen(path);
    return blob != NULL && strncmp(source, path, length) == 0 && source[length] == '@' &&
           g_str_has_prefix(blob, source + length + 1);
}

static const char *
revision_made_of(const GPtrArray *revisions, const char *path, const char *blob)
{
    for (guint i = revisions->len; i-- > 0;) {
        const Revision *revision = revisions->pdata[i];
        for (const char **source = revision->source; source != NULL && *source != NULL; source++)
            if (is_source(*source, path, blob))
                return revision->id;
    }
    return NULL;
}

/* Did the file say this once, before it said what the branch began with? */
static bool
was_before(const BranchWork *work, const TreeChange *change, bool *was, GError **error)
{
    g_autoptr(GPtrArray) versions = NULL;
    bool seen = false;
    *was = false;
    if (!history_versions(work->history, change->path, &versions, error))
        return false;
    for (guint i = 0; i < versions->len && !*was; i++) {
        const FileVersion *version = versions->pdata[i];
        *was = seen && g_strcmp0(version->blob, change->after) == 0;
        seen = seen || g_strcmp0(version->blob, change->before) == 0;
    }
    return true;
}

static void
add_reverted(const BranchWork *work, const char *path, const char *id, GHashTable *told)
{
    const Place place = place_of(work, path);
    if (!g_hash_table_add(told, (gpointer)(guintptr)place.file))
        return;
    g_autofree char *text =
        g_strdup_printf("%s is again what it was before revision %s, and the revision stays", path, id);
    add(work, "reverted-declaration", place, text);
}

/* Back to what stood there before a revision that was merged: no new one takes it back. */
static bool
find_reverted_merged(const BranchWork *work, const Graph *graph, GHashTable *told, GError **error)
{
    for (guint i = 0; i < work->changes->len; i++) {
        const TreeChange *change = work->changes->pdata[i];
        const char *id =
            is_declaration(change->path) ? revision_made_of(graph_all(graph), change->path, change->before) : NULL;
        bool was = false;
        if (id == NULL || change->after == NULL)
            continue;
        if (!was_before(work, change, &was, error))
            return false;
        if (was)
            add_reverted(work, change->path, id, told);
    }
    return true;
}

/* The blob of a file that the branch has left, or put back, as it was. */
static char *
blob_of_unchanged(const BranchWork *work, FileTree *tree, const char *path)
{
    g_autoptr(GBytes) content = NULL;
    if (g_hash_table_contains(work->paths, path) || !file_tree_has(tree, path) ||
        !file_tree_read(tree, path, &content, NULL))
        return NULL;
    return history_blob_id(content);
}

/* Of a revision that is new: all that it was made of is again as the branch found it. */
static void
look_at_new(const BranchWork *work, FileTree *tree, const Revision *revision, GHashTable *told)
{
    const char *reverted = NULL;
    for (const char **source = revision->source; source != NULL && *source != NULL; source++) {
        const char *at = strrchr(*source, '@');
        g_autofree char *path = at == NULL ? g_strdup(*source) : g_strndup(*source, (size_t)(at - *source));
        g_autofree char *blob = blob_of_unchanged(work, tree, path);
        if (blob == NULL || is_source(*source, path, blob))
            return;
        reverted = g_intern_string(path);
    }
    if (reverted != NULL)
        add_reverted(work, reverted, revision->id, told);
}

static bool
find_reverted(const BranchWork *work, GHashTable *told, GError **error)
{
    g_autoptr(Graph) graph = NULL;
    g_autoptr(FileTree) tree = NULL;
    if (!session_graph(work->session, &graph, error) || !history_tree(work->history, work->from, NULL, &tree, error) ||
        (!has_new_revision(work) && !find_reverted_merged(work, graph, told, error)))
        return false;
    for (guint i = 0; i < work->changes->len; i++) {
        const TreeChange *change = work->changes->pdata[i];
        if (!is_revision(change->path) || change->before != NULL)
            continue;
        g_autoptr(Revision) revision = branch_work_revision(work, change->path, change->after);
        if (revision != NULL)
            look_at_new(work, tree, revision, told);
    }
    return true;
}

/* Two branches -------------------------------------------------------------------------------------------------------
 */

static bool
touches_same_file(const BranchWork *work, const GPtrArray *theirs)
{
    for (guint i = 0; i < theirs->len; i++) {
        const char *path = ((const TreeChange *)theirs->pdata[i])->path;
        if (is_declaration(path) && g_hash_table_contains(work->paths, path))
            return true;
    }
    return false;
}

static void
add_twice(const BranchWork *work, const GPtrArray *ours, const GPtrArray *theirs, const char *branch)
{
    for (guint i = 0; i < ours->len; i++) {
        const ChangedObject *object = ours->pdata[i];
        bool both = false;
        for (guint k = 0; object->is_routine && k < theirs->len && !both; k++)
            both = strcmp(((const ChangedObject *)theirs->pdata[k])->key, object->key) == 0;
        if (!both)
            continue;
        g_autofree char *text = g_strdup_printf("%s is changed here and in %s", object->title, branch);
        Finding *finding = add(work, "routine-changed-twice", object->place, text);
        finding->object = g_strdup(object->title + strcspn(object->title, " ") + 1);
    }
}

/* Since both were one; a branch that was merged here, or that has nothing more than the base, has nothing to tell. */
static bool
look_at_branch(BranchWork *work, const GitBranch *branch, GError **error)
{
    g_autofree char *common = NULL;
    g_autoptr(GPtrArray) changes = NULL, theirs = NULL;
    const GPtrArray *ours = NULL;
    if (!history_merge_base(work->history, work->to, branch->commit, &common, NULL) ||
        strcmp(common, branch->commit) == 0 || strcmp(common, work->to) == 0)
        return true;
    if (!history_changed(work->history, common, branch->commit, &changes, error) || !touches_same_file(work, changes))
        return *error == NULL;
    if (!branch_work_objects(work, &ours, error))
        return false;
    if (!changed_objects(work->session, common, branch->commit, &theirs, NULL))
        return true; /* what stands there cannot be read */
    add_twice(work, ours, theirs, branch->name);
    return true;
}

static bool
find_twice(BranchWork *work, GError **error)
{
    enum { MOST = 50 };
    g_autoptr(GPtrArray) branches = NULL;
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GError) problem = NULL;
    if (!history_branches(work->history, &branches, error))
        return false;
    for (guint i = 0; i < branches->len && i < MOST; i++) {
        const GitBranch *branch = branches->pdata[i];
        if (g_hash_table_add(seen, branch->commit) && !look_at_branch(work, branch, &problem)) {
            g_propagate_error(error, g_steal_pointer(&problem));
            return false;
        }
    }
    return true;
}

/* The whole ----------------------------------------------------------------------------------------------------------
 */

bool
discipline_is_asked(const PleatSession *session, const char *base)
{
    return base != NULL || session->config->discipline_base != NULL;
}

bool
discipline_of_branch(PleatSession *session, const char *base, Findings *findings, GError **error)
{
    g_autoptr(BranchWork) work = NULL;
    g_autoptr(GHashTable) told = g_hash_table_new(g_str_hash, g_str_equal);
    const bool is_asked = base != NULL;
    base = is_asked ? base : session->config->discipline_base;
    if (base == NULL || !branch_work_open(session, base, false, findings, &work, error))
        return base == NULL;
    if (work == NULL && is_asked)
        return fail(error, PLEAT_ERROR_STATE, "--base needs a git repository around the project");
    if (work == NULL)
        return true;
    if (is_wanted(session, "edited-after-merge"))
        find_edited(work);
    return (!is_wanted(session, "mixed-commit") || find_mixed_commits(work, error)) &&
           (!is_wanted(session, "reverted-declaration") || find_reverted(work, told, error)) &&
           (!is_wanted(session, "change-without-revision") || find_missing(work, told, error)) &&
           (!is_wanted(session, "routine-changed-twice") || find_twice(work, error));
}

bool
discipline_of_staged(PleatSession *session, Findings *findings, GError **error)
{
    g_autoptr(BranchWork) since_base = NULL, since_head = NULL;
    if (!branch_work_open(session, NULL, true, findings, &since_head, error))
        return false;
    if (since_head == NULL)
        return true;
    if (is_wanted(session, "mixed-commit"))
        find_mixed(since_head, since_head->changes, "what is staged");
    /* A clone may lack the base: what HEAD has is a part of what was merged. */
    if (!branch_work_open(session, session->config->discipline_base, true, findings, &since_base, NULL))
        since_base = NULL;
    if (is_wanted(session, "edited-after-merge"))
        find_edited(since_base == NULL ? since_head : since_base);
    return true;
}
